// Plays one scene with one driver in a process of its own, because a driver may take the process down with it:
// `node play.ts DRIVER SCENE ROUNDS` prints the finding as one line of JSON.
import { startPostgres } from "@termwise/test-setup/pg";
import { Client } from "pg";
import { type DriverName, drivers } from "./drivers.ts";
import { type SceneName, scenes } from "./scenes.ts";

const [driver, scene, rounds] = process.argv.slice(2) as [DriverName, SceneName, string];

let uncaught = 0;
process.on("uncaughtException", () => {
  uncaught++;
});

const database = await startPostgres();
const admin = async <Row>(query: string): Promise<Row[]> => {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
};
await admin("create table written (id integer not null, part text not null)");
const finding = await scenes[scene]({
  database,
  open: drivers[driver],
  rounds: Number(rounds),
  stored: () => admin<{ id: number; part: string }>("select id, part from written"),
});
await database.remove();
console.log(JSON.stringify({ ...finding, uncaught }));
process.exit(0);
