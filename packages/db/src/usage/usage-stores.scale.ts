// Both stores of usage are asked the same and must answer the same. ClickHouse runs inside this process, as chDB, which
// `npm run test:scale` brings: the statements are those a cluster is sent.

import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AccountId, addDays, type Day, type WorkspaceId } from "@termwise/core/kernel";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withUsage } from "../client.ts";
import type { Database } from "../database.ts";
import {
  addDailyUse,
  createWorkspace,
  inWorkspace,
  loadAccountUse,
  loadDailyUse,
  loadMainUsers,
  loadWeeklyUse,
  type StoredUse,
  sealMonths,
  sendOutbox,
  transferUsage,
} from "../index.ts";
import { testEngine } from "../testing.ts";
import type { ClickHouse } from "./clickhouse/clickhouse.ts";
import { clickhouseStore } from "./clickhouse/clickhouse-store.ts";
import type { UsageStore } from "./usage-store.ts";

interface Session {
  query(statement: string, format?: string): string;
  queryBind(statement: string, values: object, format?: string): string;
  cleanup(): void;
}
interface ChdbModule {
  readonly Session: new (path: string) => Session;
}

/** ClickHouse in this process, in a folder of its own. */
function chdb(): ClickHouse & { folder: string } {
  const brought = process.env["TERMWISE_CHDB"];
  if (brought === undefined) throw new Error("Run `npm run test:scale`: it brings chDB.");
  const { Session } = createRequire(join(brought, "package.json"))("chdb") as ChdbModule;
  const folder = mkdtempSync(join(tmpdir(), "termwise-chdb-"));
  const session = new Session(folder);
  session.query("create database if not exists termwise");
  session.query("use termwise");
  return {
    folder,
    select: async (statement, values) =>
      session
        .queryBind(statement, values, "JSONCompactEachRow")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown[]),
    insert: async (table, rows) => {
      session.query(
        `insert into ${table} format JSONEachRow ${rows.map((row) => JSON.stringify(row)).join("\n")}`,
      );
    },
    run: async (statement, values) => {
      if (values === undefined) session.query(statement);
      else session.queryBind(statement, values);
    },
    close: async () => session.cleanup(),
  };
}

const first = "2026-01-28" as Day;
const anyUse: fc.Arbitrary<StoredUse> = fc.record({
  accountId: fc.constantFrom("acc_a", "acc_b", "acc_B", "acc_é").map((id) => id as AccountId),
  userId: fc.constantFrom("", "ada", "Ben", "zoë", 'it\'s \\ "one"', "🦊"),
  feature: fc.constantFrom(null, "reports", "Reports", "a\tb", "{x:String}"),
  activity: fc.constantFrom("use", "login"),
  on: fc.integer({ min: 0, max: 9 }).map((days) => addDays(first, days)),
  uses: fc.integer({ min: 1, max: 2 ** 40 }),
});
const anyQuestion = fc.record({
  accountIds: fc.option(
    fc.subarray(["acc_a", "acc_b", "acc_é", "acc_nobody"]).map((ids) => ids as AccountId[]),
  ),
  from: fc.integer({ min: -2, max: 9 }).map((days) => addDays(first, days)),
  to: fc.integer({ min: 0, max: 12 }).map((days) => addDays(first, days)),
});

describe("the database and ClickHouse as stores of usage", () => {
  const on = testEngine("postgres");
  let own: Database;
  let apart: Database;
  let usage: UsageStore;
  let engine: ReturnType<typeof chdb>;
  beforeAll(async () => {
    own = await on.open();
    engine = chdb();
    usage = await clickhouseStore(engine);
    apart = withUsage(await on.open(), usage);
  });
  afterAll(async () => {
    await usage.close();
    rmSync(engine.folder, { recursive: true, force: true });
  });
  const workspace = async (db: Database) => (await createWorkspace(db, { name: `W ${Math.random()}` })).id;
  const answers = (db: Database, id: WorkspaceId, question: Parameters<typeof loadDailyUse>[1]) =>
    inWorkspace(db, id, async (tx) => [
      await loadDailyUse(tx, question),
      await loadAccountUse(tx, question),
      await loadWeeklyUse(tx, question),
      [...(await loadMainUsers(tx, question))],
    ]);

  it("P12: answer the same, whatever was counted in whatever batches, also when batches are sent again", async () => {
    const batches = fc.array(fc.array(anyUse, { minLength: 1, maxLength: 12 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        batches,
        fc.array(anyQuestion, { minLength: 1, maxLength: 3 }),
        async (counted, asked) => {
          const [here, there] = [await workspace(own), await workspace(apart)];
          for (const uses of counted) {
            await inWorkspace(own, here, (tx) => addDailyUse(tx, uses));
            await inWorkspace(apart, there, (tx) => addDailyUse(tx, uses));
            // January is packed, and what comes to it later joins it there.
            await inWorkspace(own, here, (tx) => sealMonths(tx, addDays(first, 5)));
          }
          const held = await inWorkspace(apart, there, (tx) =>
            tx.run("select id, rows as uses from usage.outbox where workspace_id = $1", [there], "objects"),
          );
          // As if a server had died after each batch was sent and before it left the outbox.
          await usage.add(there, held as { id: string; uses: StoredUse[] }[]);
          expect(await sendOutbox(apart, there)).toBe(counted.length);
          for (const question of asked)
            expect(await answers(apart, there, question)).toEqual(await answers(own, here, question));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("hand over what was counted before, as often as they like, and forget a workspace", async () => {
    const id = await workspace(own);
    const uses = fc.sample(anyUse, { numRuns: 200, seed: 7 });
    await inWorkspace(own, id, (tx) => addDailyUse(tx, uses));
    const everything = { accountIds: null, from: first, to: addDays(first, 30) };
    const before = await answers(own, id, everything);
    expect(await inWorkspace(own, id, (tx) => sealMonths(tx, addDays(first, 5)))).toBeGreaterThan(0);
    expect(await answers(own, id, everything)).toEqual(before);
    await transferUsage(own, id, usage);
    await transferUsage(own, id, usage);
    expect(await answers(withUsage(own, usage), id, everything)).toEqual(before);
    await usage.drop(id);
    expect(await answers(withUsage(own, usage), id, everything)).toEqual([[], [], [], []]);
  });
});
