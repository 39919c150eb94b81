import { connect, type Place } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { countAllUses } from "../events/count-uses.ts";
import { type EventSource, eventSource } from "../events/testing.ts";
import { target } from "../security/target.ts";
import { sendingEvents } from "./journal-of-events.ts";
import { endLeftovers, type Serving, startServer } from "./testing.ts";

endLeftovers();
const rounds = Number(process.env["TERMWISE_ROUNDS"] ?? 50);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const clients = 8;

eachEngine((on) => {
  describe("a server that is killed while events come in", () => {
    const opened = async <T>(
      place: Place,
      work: (source: Awaited<ReturnType<typeof target>>) => Promise<T>,
    ) => {
      const db = await connect(place);
      try {
        return await work(await target(db));
      } finally {
        await db.close();
      }
    };

    it("I-2: keeps what it acknowledged, each event once, and counts each once", async () => {
      const place = await on.migratedPlace();
      const source: EventSource = await opened(place, eventSource);
      let server: Serving = await startServer(place, ["--no-demo"]);
      const events = sendingEvents(() => server, { secret: source.secret, clients, groups: ["M1", "M2"] });
      for (let round = 0; round < rounds; round++) {
        await pause(200 + Math.random() * 2_800);
        server.kill("SIGKILL");
        await server.ended;
        server = await startServer(place, ["--no-demo"]);
      }
      await events.end();
      server.kill("SIGTERM");
      expect((await server.ended).code).toBe(0);
      expect(events.acknowledged).toEqual(events.sent);
      // I-6: nothing but a fault that passes is told while servers die.
      expect([...events.statuses.keys()].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
      await opened(place, async ({ house }) => {
        const termwise = await house.termwise(source.workspaceId);
        await countAllUses(termwise);
        const told = await termwise.read(async (tx) => {
          const one = async (statement: string) =>
            ((await tx.run(statement, [source.workspaceId], "objects")) as { n: number }[])[0]?.n;
          return {
            kept: await one("select count(*)::int as n from usage.event where workspace_id = $1"),
            uses: await one("select sum(uses)::int as n from usage.daily_use where workspace_id = $1"),
            summed: await one("select sum(uses)::int as n from usage.account_day where workspace_id = $1"),
            queued: await one("select count(*)::int as n from usage.queued_batch where workspace_id = $1"),
            waiting: await one("select count(*)::int as n from usage.waiting_use where workspace_id = $1"),
            stored: await one("select sum(stored)::int as n from usage.receipt where workspace_id = $1"),
            unaccounted: await one(
              "select sum(received - stored - duplicate - dead)::int as n from usage.receipt where workspace_id = $1",
            ),
          };
        });
        const n = events.sent.size;
        const left = { queued: 0, waiting: 0, unaccounted: 0 };
        expect(told).toEqual({ kept: n, uses: n, summed: n, stored: n, ...left });
        console.log(`${rounds} kills, ${n} events, all there once`);
      });
    });
  });
});
