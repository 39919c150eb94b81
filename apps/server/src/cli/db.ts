import { connect, migrate } from "@termwise/db";
import { Command } from "commander";
import { readEnv } from "../env.ts";

/** `termwise db migrate`: brings the schema up to this version. */
export function dbCommand(): Command {
  const command = new Command("db").description("look after the database");
  command
    .command("migrate")
    .description("bring the database's schema up to this version")
    .action(async () => {
      const env = readEnv(process.env);
      const db = await connect({ url: env.databaseUrl, dataDir: env.dataDir });
      try {
        const applied = await migrate(db);
        console.log(applied === 0 ? "The schema is up to date" : `Applied ${applied} migrations`);
      } finally {
        await db.close();
      }
    });
  return command;
}
