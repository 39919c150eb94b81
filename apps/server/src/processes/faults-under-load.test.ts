import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asOwner, connect, type Place } from "@termwise/db";
import { openProxy } from "@termwise/db/testing";
import { startPostgres, type ThrowawayPostgres } from "@termwise/test-setup/pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { accountIdOf } from "../ingest/keys.ts";
import { beginImport } from "./begin-import.ts";
import { heldAgainst, type Writing, writing } from "./journal-of-contacts.ts";
import { eventKey, heldEvents, sendingEvents } from "./journal-of-events.ts";
import { endLeftovers, manyLines, type Serving, startServer, until } from "./testing.ts";

endLeftovers();
const deep = process.env["TERMWISE_DEEP"] === "1";
const rounds = Number(process.env["TERMWISE_ROUNDS"] ?? (deep ? 12 : 1));
const clients = deep ? 40 : 12;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a server whose database fails while it is written to, held against what its clients were told", () => {
  let cluster: ThrowawayPostgres;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let direct: Place;
  let server: Serving;
  let forgetting: NodeJS.Timeout;
  const account = accountIdOf("csv", "A0");
  const forgetCalls = async () => {
    const db = await connect(direct);
    await asOwner(db, (tx) => tx.run("delete from identity.rate_limit", [], "objects")).finally(() =>
      db.close(),
    );
  };
  let client: Writing;
  beforeAll(async () => {
    cluster = await startPostgres();
    proxy = await openProxy(cluster.adminUrl);
    direct = { url: cluster.adminUrl, dataDir: mkdtempSync(join(tmpdir(), "termwise-faults-")) };
    server = await startServer({ ...direct, url: proxy.url }, ["--no-demo"]);
    await (await beginImport(server, manyLines(10, 100))).report;
    // How many calls somebody may make in a minute is not what is tried here.
    forgetting = setInterval(() => void forgetCalls().catch(() => {}), 2_000);
  });
  afterAll(async () => {
    clearInterval(forgetting);
    server.kill("SIGKILL");
    await proxy.close();
    await cluster.remove();
  });
  afterEach(async () => {
    await client.end();
  });

  /** Clients write, the fault comes and goes, and they are answered 200 again. */
  async function through(fault: () => Promise<void>): Promise<void> {
    client = writing(() => server, account, clients);
    const name = String(expect.getState().currentTestName);
    const key = await eventKey(server, name.slice(-60));
    const events = sendingEvents(() => server, {
      secret: key.secret,
      clients: Math.ceil(clients / 5),
      groups: ["A0", "A0"],
    });
    const more = async (n: number) => {
      const from = client.acknowledged();
      await until(() => client.acknowledged() >= from + n, server.ended);
    };
    await more(clients);
    for (let round = 0; round < rounds; round++) {
      await fault();
      await more(clients);
    }
    await client.end();
    await events.end();
    const ofEach = [
      [client, client.acknowledged(), "contacts"],
      [events, events.acknowledged.size, "events"],
    ] as const;
    for (const [{ statuses, slowest }, acknowledged, what] of ofEach)
      console.log(
        `${name.split(" > ").at(-1)}: ${acknowledged} ${what} acknowledged, ` +
          `${JSON.stringify(Object.fromEntries(statuses))}, longest ${Math.round(slowest())} ms`,
      );
    // Each event was sent until it was acknowledged: everything is there, once, and counted once.
    expect(events.acknowledged).toEqual(events.sent);
    const n = events.sent.size;
    expect(await heldEvents(direct, { sourceId: key.sourceId, users: events.prefix })).toEqual({
      ...{ kept: n, different: n, uses: n, stored: n, unaccounted: 0, queued: 0 },
    });
    expect(await heldAgainst(direct, client.journal())).toMatchObject({ lost: 0, twice: 0, torn: 0 });
    // A passing fault is never the caller's: 503, or no answer while the process goes on.
    const statuses = [...client.statuses.keys(), ...events.statuses.keys()];
    expect(statuses.filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    // Every connection came back: none is left in a transaction that nobody ends.
    const db = await connect(direct);
    const stuck = await until(async () => {
      const [row] = (await asOwner(db, (tx) =>
        tx.run(
          "select count(*)::int as n from pg_stat_activity where application_name = 'termwise' and pid <> pg_backend_pid() and state <> 'idle'",
          [],
          "objects",
        ),
      )) as { n: number }[];
      return row?.n === 0 ? "none" : null;
    }).finally(() => db.close());
    expect(stuck).toBe("none");
  }

  it("I-3: restarted as by a crash", { timeout: 900_000 }, () =>
    through(async () => {
      await pause(200 * Math.random());
      await cluster.crash();
      await cluster.start();
    }),
  );

  it("I-4: stalled, by the network and by a lock, with nothing restarted", { timeout: 900_000 }, () =>
    through(async () => {
      await proxy.stall(150 + Math.random() * (deep ? 1_850 : 150));
      const holder = await connect(direct);
      await asOwner(holder, async (tx) => {
        await tx.run("lock table people.contact, usage.event in access exclusive mode", [], "objects");
        await pause(150);
      });
      await holder.close();
    }),
  );

  it("FLT-1: cut, cut in the middle of an answer, half open, and slow", { timeout: 900_000 }, () =>
    through(async () => {
      proxy.cut();
      await pause(50);
      proxy.cutAfter(Math.floor(Math.random() * 60));
      await pause(50);
      proxy.delay(deep ? 500 : 60);
      await pause(deep ? 2_000 : 200);
      proxy.delay(0);
    }),
  );

  // Minutes of waiting: statements that write are given up after 60 seconds.
  if (deep)
    it("FLT-1: half open, and a black hole of a minute", { timeout: 3_600_000 }, () =>
      through(async () => {
        proxy.halfOpen();
        await pause(5_000);
        await proxy.stall(60_000);
      }),
    );

  it("has met no fault of its own", () => {
    expect(server.out()).not.toContain('"level":50');
    expect(server.out()).not.toContain('"level":60');
  });
});
