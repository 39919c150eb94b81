import { UseColumns } from "@termwise/core/health";
import { type AccountId, addDays, type Day, daysBetween, type WorkspaceId } from "@termwise/core/kernel";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import {
  addDailyUse,
  createWorkspace,
  dayStamps,
  exportRows,
  inWorkspace,
  loadAccountUse,
  loadDailyUse,
  loadMainUsers,
  loadUseByDay,
  loadUseDays,
  loadWeeklyUse,
  type StoredUse,
  sealMonths,
} from "../../index.ts";
import { eachEngine } from "../../testing.ts";

/** A Monday: months end within its weeks. */
const first = "2026-01-26" as Day;
const anyUse: fc.Arbitrary<StoredUse> = fc.record({
  accountId: fc.constantFrom("acc_a", "acc_B", "acc_é").map((id) => id as AccountId),
  userId: fc.constantFrom("", "ada", "Ben", "🦊"),
  feature: fc.constantFrom(null, "reports", "Reports", "\uffee"),
  activity: fc.constantFrom("use", "login"),
  on: fc.integer({ min: 0, max: 70 }).map((days) => addDays(first, days)),
  uses: fc.integer({ min: 1, max: 2 ** 40 }),
});
const daysFrom = (from: Day, to: Day) =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n));
const anyDay = fc.integer({ min: 0, max: 13 }).map((weeks) => addDays(first, weeks * 7));

eachEngine((on) => {
  describe("usage of which some is packed", () => {
    let db: Database;
    beforeAll(async () => {
      db = await on.open();
    });
    let n = 0;
    const workspace = async () => (await createWorkspace(db, { name: `W ${n++}` })).id;
    const seal = (id: WorkspaceId, before: Day) => inWorkspace(db, id, (tx) => sealMonths(tx, before));
    const add = (id: WorkspaceId, uses: readonly StoredUse[]) =>
      inWorkspace(db, id, (tx) => addDailyUse(tx, uses));
    const held = (id: WorkspaceId) =>
      inWorkspace(db, id, (tx) =>
        tx.run(
          `select (select count(*)::int from usage.daily_use where workspace_id = $1) as rows,
            (select count(*)::int from usage.packed_month where workspace_id = $1) as packed,
            (select count(*)::int from usage.account_day where workspace_id = $1) as days`,
          [id],
          "objects",
        ),
      );
    const answers = (id: WorkspaceId, from: Day, to: Day) =>
      inWorkspace(db, id, async (tx) => {
        const some = { accountIds: ["acc_é", "acc_B", "acc_none"] as AccountId[], from, to };
        const all = { accountIds: null, from, to };
        const sums = await loadAccountUse(tx, all);
        const days = await loadUseDays(tx, { from, to });
        const columns = new UseColumns();
        for (const use of await loadUseByDay(tx, daysFrom(from, to))) columns.put(use);
        const view = columns.view({ from, to });
        for (const [accountId, own] of sums) expect(view.of(accountId)).toEqual(own);
        expect(days).toEqual(
          [...new Set([...sums.values()].flatMap((own) => own.map(({ on }) => on)))].sort(),
        );
        return [
          days,
          await loadDailyUse(tx, all),
          await loadDailyUse(tx, some),
          sums,
          await loadAccountUse(tx, some),
          await loadWeeklyUse(tx, { from, to }),
          [...(await loadMainUsers(tx, { from, to }))].sort(),
        ];
      });

    it("P12: answers as if nothing were, whatever comes late and whenever months are packed", async () => {
      const steps = fc.array(fc.record({ uses: fc.array(anyUse, { maxLength: 25 }), before: anyDay }), {
        minLength: 1,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(steps, anyDay, anyDay, async (counted, a, b) => {
          const [plain, packed] = [await workspace(), await workspace()];
          for (const { uses, before } of counted) {
            await add(plain, uses);
            await add(packed, uses);
            await seal(packed, before);
          }
          const [from, to] = a < b ? [a, addDays(b, -1)] : [b, addDays(a, 6)];
          expect(await answers(packed, from, to)).toEqual(await answers(plain, from, to));
        }),
        { numRuns: 12 },
      );
    });

    it("I-5: a late use adds to its day in its packed month, and to no other", async () => {
      const id = await workspace();
      const use = (on: string, accountId = "acc_a"): StoredUse => ({
        accountId: accountId as AccountId,
        userId: "ada",
        feature: "reports",
        activity: "use",
        on: on as Day,
        uses: 1,
      });
      await add(id, [use("2026-01-30"), use("2026-01-31"), use("2026-02-01"), use("2026-01-31", "acc_b")]);
      expect(await seal(id, "2026-02-28" as Day)).toBe(2);
      expect(await seal(id, "2026-02-28" as Day)).toBe(0);
      expect(await held(id)).toEqual([{ rows: 1, packed: 2, days: 1 }]);
      const stamps = () =>
        inWorkspace(db, id, (tx) => dayStamps(tx, { from: "2026-01-30" as Day, to: "2026-02-02" as Day }));
      const before = await stamps();
      await add(id, [use("2026-01-31"), use("2026-02-02", "acc_b")]);
      expect(await held(id)).toEqual([{ rows: 2, packed: 2, days: 2 }]);
      const after = await stamps();
      expect([...after.keys()].sort().filter((day) => after.get(day) !== before.get(day))).toEqual([
        "2026-01-31",
        "2026-02-02",
      ]);
      expect(await seal(id, "2026-03-01" as Day)).toBe(2);
      expect(await held(id)).toEqual([{ rows: 0, packed: 4, days: 0 }]);
      const told = await inWorkspace(db, id, (tx) =>
        loadAccountUse(tx, { accountIds: null, from: "2026-01-01" as Day, to: "2026-12-31" as Day }),
      );
      const usesOf = (id: string) => told.get(id as AccountId)?.map(({ on: day, uses }) => [day, uses]);
      expect(usesOf("acc_a")).toEqual([
        ["2026-01-30", 1],
        ["2026-01-31", 2],
        ["2026-02-01", 1],
      ]);
      expect(usesOf("acc_b")).toEqual([
        ["2026-01-31", 1],
        ["2026-02-02", 1],
      ]);
    });

    it("is exported as the rows it was", async () => {
      const [plain, packed] = [await workspace(), await workspace()];
      const uses = fc.sample(anyUse, { numRuns: 60, seed: 3 });
      await add(plain, uses);
      await add(packed, uses);
      await seal(packed, "2026-03-01" as Day);
      const told = async (id: WorkspaceId) => {
        const rows: string[] = [];
        await inWorkspace(db, id, (tx) =>
          exportRows(tx, ({ table, json }) => {
            const row = JSON.stringify({ ...JSON.parse(json), workspace_id: null, xid: null });
            if (table.startsWith("usage.")) rows.push(`${table} ${row}`);
          }),
        );
        return rows.sort();
      };
      expect((await told(plain)).length).toBeGreaterThan(60);
      expect(await told(packed)).toEqual(await told(plain));
    });

    it("SEC-2: shows none of another workspace's, and a number means an account of its own workspace alone", async () => {
      const [one, other] = [await workspace(), await workspace()];
      const use = { userId: "u", feature: "f", activity: "use", on: first, uses: 1 } as const;
      await add(one, [{ ...use, accountId: "acc_one" as AccountId }]);
      await add(other, [{ ...use, accountId: "acc_other" as AccountId, uses: 5 }]);
      await seal(one, "2026-03-01" as Day);
      await seal(other, "2026-03-01" as Day);
      const told = await inWorkspace(db, one, (tx) =>
        loadDailyUse(tx, { accountIds: null, from: first, to: first }),
      );
      expect(told).toEqual([{ ...use, accountId: "acc_one" }]);
    });
  });
});
