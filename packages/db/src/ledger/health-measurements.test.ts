import type { MeasuredHealth } from "@termwise/core/health";
import { type AccountId, type Day, epochDay, type Instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import {
  addMeasurements,
  createWorkspace,
  inWorkspace,
  lastMeasured,
  loadLatestMeasurements,
  loadMeasurements,
  loadScores,
  loadScoresAt,
  loadScoreWeeks,
  type NewMeasurement,
  weekStamps,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

/** A measurement of usage alone, half of which is not known. */
const measured = (
  change: Partial<Omit<NewMeasurement, "health">> & Partial<Pick<MeasuredHealth, "on" | "low" | "high">> = {},
): NewMeasurement => {
  const { on = "2026-11-15" as Day, low = 61_250, high = 81_250, ...rest } = change;
  const line = {
    what: "seats",
    says: "active_users",
    numbers: [3075, 40],
    quote: null,
    until: null,
  } as const;
  const judged = { what: "csm_sentiment", says: "judges", numbers: [0], quote: 'a tab\tand a "' } as const;
  const lines = [
    { ...line, on: epochDay(on) - 2, share: 769, weight: 3 },
    { ...judged, on: epochDay(on) - 9, until: epochDay(on) + 30, share: null, weight: 1 },
  ];
  const parts = [
    { component: "usage", weight: 60, fullAt: 80, low, high, lines },
    { component: "support_load", weight: 40, fullAt: undefined, low: 0, high: 40_000, lines: null },
  ] as const;
  return {
    ...{ accountId: "acc_a" as AccountId, version: 1, measuredAt: "2026-11-16T09:00:00.000Z" as Instant },
    ...rest,
    health: { on, model: "house", carriedDays: 14, parts, low, high },
  };
};
/** As it is read. */
const read = ({ accountId, version, measuredAt, health }: NewMeasurement) => {
  const points = (of: number) => (of / 1000).toFixed(3);
  const { on: week, model, low, high } = health;
  return {
    accountId,
    week,
    model,
    version,
    low: points(low),
    high: points(high),
    measuredAt,
    health,
    parts: [],
  };
};
const autumn = { from: "2026-10-01" as Day, to: "2026-11-30" as Day };

eachEngine((on) => {
  describe("measurements of health", () => {
    let db: Database;
    let id: WorkspaceId;
    const added = (...all: NewMeasurement[]) => inWorkspace(db, id, (tx) => addMeasurements(tx, all));
    beforeAll(async () => {
      db = await on.open();
      id = (await createWorkspace(db, { name: "Health" })).id;
    });

    it("are put down once, whoever comes first, and stay as they were", async () => {
      const racing = [added(measured()), added(measured({ low: 10_000 }))];
      expect((await Promise.all(racing)).sort()).toEqual([0, 1]);
      const later = measured({ on: "2026-11-22" as Day, low: 70_000, high: 70_000 });
      expect(await added(measured(), later, measured({ version: 2 }))).toBe(2);
    });

    it("say the last week of each account, and are read as they were given", async () => {
      await added(measured({ accountId: "acc_b" as AccountId }));
      const all = ["acc_a", "acc_b", "acc_never"].map((of) => of as AccountId);
      const found = await inWorkspace(db, id, async (tx) => ({
        // Looked for by week, and of those without a week since then one by one.
        last: await lastMeasured(tx, { accountIds: all, recent: "2026-11-22" as Day }),
        apart: await lastMeasured(tx, { accountIds: all, recent: "2026-12-06" as Day }),
        scores: await loadScores(tx, autumn),
        whole: await loadMeasurements(tx, { ...autumn, accountIds: ["acc_b" as AccountId] }),
      }));
      for (const last of [found.last, found.apart])
        expect([...last].sort()).toEqual([
          ["acc_a", "2026-11-22"],
          ["acc_b", "2026-11-15"],
        ]);
      const { parts: _, health: __, ...score } = read(measured({ accountId: "acc_b" as AccountId }));
      expect(found.scores.filter(({ accountId }) => accountId === "acc_b")).toEqual([score]);
      expect(found.scores.length).toBe(4);
      expect(found.whole).toEqual([read(measured({ accountId: "acc_b" as AccountId }))]);
    });

    it("tell the scores of some accounts, or at the end of some weeks", async () => {
      const [a, b, week] = ["acc_a" as AccountId, "acc_b" as AccountId, "2026-11-22" as Day];
      const found = await inWorkspace(db, id, async (tx) => ({
        of: await loadScores(tx, { ...autumn, accountIds: [b] }),
        at: await loadScoresAt(tx, [
          { accountId: a, week },
          { accountId: b, week },
        ]),
      }));
      expect(found.of.map(({ accountId, week: of }) => [accountId, of])).toEqual([[b, "2026-11-15"]]);
      expect(found.at).toEqual([{ accountId: a, week, low: "70.000", high: "70.000" }]);
    });

    it("are read as whole numbers week by week, and the last of each account whole", async () => {
      const [a, b] = ["acc_a" as AccountId, "acc_b" as AccountId];
      const [first, second, none] = ["2026-11-15" as Day, "2026-11-22" as Day, "2026-11-29" as Day];
      const found = await inWorkspace(db, id, async (tx) => ({
        weeks: await loadScoreWeeks(tx, [first, second, none]),
        last: await loadLatestMeasurements(tx, { ...autumn, accountIds: [a, b] }),
      }));
      expect([...found.weeks.keys()].sort()).toEqual([first, second]);
      expect(found.weeks.get(first)?.filter(([of]) => of === b)).toEqual([[b, 61_250, 81_250]]);
      expect(found.weeks.get(first)?.filter(([of]) => of === a).length).toBe(2);
      expect(found.weeks.get(second)).toEqual([[a, 70_000, 70_000]]);
      expect(found.last.map(({ accountId, week }) => [accountId, week])).toEqual([
        [a, second],
        [b, first],
      ]);
    });

    it("say of each week when more was measured for it, and of no other", async () => {
      const stamps = () => inWorkspace(db, id, weekStamps);
      const [first, second] = ["2026-11-15" as Day, "2026-11-22" as Day];
      const before = await stamps();
      expect([...before.keys()].sort()).toEqual([first, second]);
      await added(measured());
      expect(await stamps()).toEqual(before);
      await added(measured({ accountId: "acc_c" as AccountId }));
      const after = await stamps();
      expect([after.get(first) === before.get(first), after.get(second)]).toEqual([
        false,
        before.get(second),
      ]);
    });

    it("that an earlier version made are read as it made them", async () => {
      const parts = [{ component: "usage", note: 'a tab\tand a quote "' }];
      await inWorkspace(db, id, (tx) =>
        tx.query(sql`insert into ledger.health_measurement
          (workspace_id, account_id, week, model, version, low, high, measured_at, parts)
          values (${id}::uuid, 'acc_old', '2026-10-04', 'house', 0, 50, 60, '2026-10-05T00:00:00Z', ${JSON.stringify(parts)}::json)`),
      );
      const asked = { ...autumn, accountIds: ["acc_old" as AccountId] };
      const [found] = await inWorkspace(db, id, (tx) => loadMeasurements(tx, asked));
      expect(found).toMatchObject({ low: "50.000", health: null, parts });
    });

    it("are those of their workspace", async () => {
      const other = await createWorkspace(db, { name: "Other" });
      expect(await inWorkspace(db, other.id, (tx) => loadScores(tx, autumn))).toEqual([]);
      const asked = { accountIds: ["acc_a" as AccountId], recent: "2026-11-22" as Day };
      expect((await inWorkspace(db, other.id, (tx) => lastMeasured(tx, asked))).size).toBe(0);
      expect([...(await inWorkspace(db, other.id, weekStamps))]).toEqual([]);
      expect((await inWorkspace(db, other.id, (tx) => loadScoreWeeks(tx, ["2026-11-15" as Day]))).size).toBe(
        0,
      );
    });
  });
});
