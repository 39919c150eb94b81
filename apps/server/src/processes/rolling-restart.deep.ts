import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { accountIdOf } from "../ingest/keys.ts";
import { beginImport } from "./begin-import.ts";
import { heldAgainst, writing } from "./journal-of-contacts.ts";
import { endLeftovers, manyLines, type Serving, startServer, until } from "./testing.ts";

endLeftovers();

const restarts = Number(process.env["TERMWISE_ROUNDS"] ?? 10);

it("FLT-4: two servers restarted in turns under load fail no request of a proxy that asks /readyz", {
  timeout: 900_000,
}, async () => {
  const place = await testEngine("postgres").migratedPlace();
  const start = () => startServer(place, ["--no-demo"], { DRAIN_SECONDS: "1" });
  const servers: Serving[] = [await start(), await start()];
  await (await beginImport(servers[0]!, manyLines(10, 100))).report;
  // The proxy: it asks each server four times a second whether it is ready, and sends to those that were.
  const asked = [...servers];
  const ready = new Set(servers);
  let next = 0;
  const asking = setInterval(() => {
    for (const server of asked)
      void fetch(`${server.address}/readyz`).then(
        ({ status }) => (status === 200 ? ready.add(server) : ready.delete(server)),
        () => ready.delete(server),
      );
  }, 250);
  const chosen = () => [...ready][next++ % ready.size] ?? servers[0]!;
  const client = writing(chosen, accountIdOf("csv", "A0"), 6);
  try {
    for (let restart = 0; restart < restarts; restart++) {
      const old = servers.shift()!;
      await until(() => ready.has(servers[0]!));
      old.kill("SIGTERM");
      expect(await old.ended).toMatchObject({ code: 0, err: "" });
      const server = await start();
      servers.push(server);
      asked.push(server);
      const from = client.acknowledged();
      await until(() => ready.has(server) && client.acknowledged() > from + 10);
    }
  } finally {
    clearInterval(asking);
    await client.end();
    for (const server of servers) server.kill("SIGKILL");
  }
  console.log(`${restarts} restarts: ${JSON.stringify(Object.fromEntries(client.statuses))}`);
  expect([...client.statuses.keys()].filter((status) => status !== 200 && status !== 429)).toEqual([]);
  expect(await heldAgainst(place, client.journal())).toMatchObject({ lost: 0, twice: 0, torn: 0 });
});
