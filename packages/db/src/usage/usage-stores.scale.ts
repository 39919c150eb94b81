// Both stores of usage are asked the same and must answer the same. ClickHouse runs inside this process, as chDB, which
// `npm run test:scale` brings, behind its HTTP interface: what is sent comes from ClickHouse's own client.

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
  loadUseDays,
  loadWeeklyUse,
  type StoredUse,
  sealMonths,
  sendOutbox,
  transferUsage,
} from "../index.ts";
import { testEngine } from "../testing.ts";
import { type ChdbBridge, openChdbBridge } from "./clickhouse/chdb-bridge.ts";
import { clickhouseAt } from "./clickhouse/clickhouse-client.ts";
import { clickhouseStore } from "./clickhouse/clickhouse-store.ts";
import type { UsageStore } from "./usage-store.ts";

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
  let bridge: ChdbBridge;
  beforeAll(async () => {
    own = await on.open();
    bridge = await openChdbBridge();
    usage = await clickhouseStore(clickhouseAt(bridge.url));
    apart = withUsage(await on.open(), usage);
  });
  afterAll(async () => {
    await usage.close();
    await bridge.close();
  });
  const workspace = async (db: Database) => (await createWorkspace(db, { name: `W ${Math.random()}` })).id;
  const answers = (db: Database, id: WorkspaceId, question: Parameters<typeof loadDailyUse>[1]) =>
    inWorkspace(db, id, async (tx) => [
      await loadDailyUse(tx, question),
      await loadAccountUse(tx, question),
      await loadUseDays(tx, question),
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
      { numRuns: 25 },
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
    const nothing = [[], new Map(), [], [], []];
    expect(await answers(withUsage(own, usage), id, everything)).toEqual(nothing);
  });

  it("I-5: a batch that was cut off, or whose answer was lost, is sent again from the outbox and counts once", async () => {
    const id = await workspace(apart);
    const [use] = fc.sample(anyUse, { numRuns: 1, seed: 3 }) as [StoredUse];
    const uses = Array.from({ length: 500 }, (_, n) => ({ ...use, userId: `u${n}`, uses: n + 1 }));
    await inWorkspace(apart, id, (tx) => addDailyUse(tx, uses));
    for (const fate of ["cut", "unanswered", "unanswered"] as const) {
      bridge.fates([fate]);
      await expect(sendOutbox(apart, id)).rejects.toMatchObject({ code: "unavailable" });
    }
    expect(await sendOutbox(apart, id)).toBe(1);
    expect(await sendOutbox(apart, id)).toBe(0);
    const question = { accountIds: null, from: use.on, to: use.on };
    const told = await inWorkspace(apart, id, (tx) => loadDailyUse(tx, question));
    expect(told.reduce((sum, one) => sum + one.uses, 0)).toBe((500 * 501) / 2);
    expect(
      bridge.asked.filter((statement) => /^\s*insert into daily_use/i.test(statement)).length,
    ).toBeGreaterThan(3);
  });

  it("a refusal of ClickHouse is told as unavailable, with neither its address nor its password", async () => {
    const wrong = clickhouseAt(bridge.url.replace("s3cret", "guessed"));
    const refused = await wrong.select("select 1", {}).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "unavailable" });
    expect(String(refused)).not.toMatch(/guessed|127\.0\.0\.1/);
    await wrong.close();
    const right = clickhouseAt(bridge.url);
    await expect(right.select("select * from nothing_of_that_name", {})).rejects.toMatchObject({
      code: "unavailable",
      cause: { code: "60" },
    });
    expect(
      await right.select("select {text:String}, {many:Array(String)}", {
        text: "a'\\b\tc",
        many: ["x'y", "é"],
      }),
    ).toEqual([["a'\\b\tc", ["x'y", "é"]]]);
    await right.close();
  });
});
