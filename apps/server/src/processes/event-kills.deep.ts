import { connect, type Place } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { countAllUses } from "../events/count-uses.ts";
import { type EventSource, eventSource } from "../events/testing.ts";
import { target } from "../security/target.ts";
import { endLeftovers, type Serving, startServer } from "./testing.ts";

endLeftovers();
const rounds = Number(process.env["TERMWISE_ROUNDS"] ?? 50);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const clients = 8;
const perBatch = 25;

/** What the clients know: which events they sent, and which of them they were told are kept. */
interface Journal {
  readonly sent: Set<string>;
  readonly acknowledged: Set<string>;
}

/** Sends batch after batch, each until it is acknowledged, wherever the server is just then. */
async function client(
  name: string,
  {
    secret,
    address,
    stopped,
    journal,
  }: { secret: string; address: () => string; stopped: () => boolean; journal: Journal },
): Promise<void> {
  for (let n = 0; !stopped(); n++) {
    const ids = Array.from({ length: perBatch }, (_, at) => `${name}-${n}-${at}`);
    for (const id of ids) journal.sent.add(id);
    const batch = ids.map((messageId, at) => ({
      ...{ type: "track", messageId, event: `Feature ${at % 3}`, userId: `${name}-${at % 5}` },
      context: { groupId: at % 2 ? "M1" : "M2" },
    }));
    for (;;) {
      const status = await fetch(`${address()}/v1/batch`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ batch, writeKey: secret }),
      }).then(
        (answer) => answer.text().then(() => answer.status),
        () => 0,
      );
      // I-6: nothing but a fault that passes is told while servers die.
      if (status !== 0 && status !== 200 && status !== 503) throw new Error(`The server answered ${status}`);
      if (status === 200) break;
      await pause(20);
    }
    for (const id of ids) journal.acknowledged.add(id);
  }
}

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
      const journal: Journal = { sent: new Set(), acknowledged: new Set() };
      let server: Serving = await startServer(place, ["--no-demo"]);
      let stopped = false;
      const sending = Promise.all(
        Array.from({ length: clients }, (_, n) =>
          client(`c${n}`, {
            secret: source.secret,
            address: () => server.address,
            stopped: () => stopped,
            journal,
          }),
        ),
      );
      for (let round = 0; round < rounds; round++) {
        await pause(200 + Math.random() * 2_800);
        server.kill("SIGKILL");
        await server.ended;
        server = await startServer(place, ["--no-demo"]);
      }
      stopped = true;
      await sending;
      server.kill("SIGTERM");
      expect((await server.ended).code).toBe(0);
      expect(journal.acknowledged).toEqual(journal.sent);
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
            queued: await one("select count(*)::int as n from usage.queued_use where workspace_id = $1"),
            stored: await one("select sum(stored)::int as n from usage.receipt where workspace_id = $1"),
            unaccounted: await one(
              "select sum(received - stored - duplicate - dead)::int as n from usage.receipt where workspace_id = $1",
            ),
          };
        });
        const n = journal.sent.size;
        expect(told).toEqual({ kept: n, uses: n, summed: n, queued: 0, stored: n, unaccounted: 0 });
        console.log(`${rounds} kills, ${n} events, all there once`);
      });
    });
  });
});
