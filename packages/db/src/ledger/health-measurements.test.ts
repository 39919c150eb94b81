import type { AccountId, Day, Instant, WorkspaceId } from "@termwise/core/kernel";
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
  type Measurement,
  weekStamps,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const measured = (change: Partial<Measurement> = {}): Measurement => ({
  accountId: "acc_a" as AccountId,
  week: "2026-11-15" as Day,
  model: "house",
  version: 1,
  low: "61.250",
  high: "81.250",
  measuredAt: "2026-11-16T09:00:00.000Z" as Instant,
  parts: [{ component: "usage", note: 'a tab\tand a quote "' }],
  ...change,
});
const autumn = { from: "2026-10-01" as Day, to: "2026-11-30" as Day };

eachEngine((on) => {
  describe("measurements of health", () => {
    let db: Database;
    let id: WorkspaceId;
    const added = (...all: Measurement[]) => inWorkspace(db, id, (tx) => addMeasurements(tx, all));
    beforeAll(async () => {
      db = await on.open();
      id = (await createWorkspace(db, { name: "Health" })).id;
    });

    it("are put down once, whoever comes first, and stay as they were", async () => {
      const racing = [added(measured()), added(measured({ low: "10.000" }))];
      expect((await Promise.all(racing)).sort()).toEqual([0, 1]);
      const later = measured({ week: "2026-11-22" as Day, low: "70.000", high: "70.000" });
      expect(await added(measured(), later, measured({ version: 2 }))).toBe(2);
    });

    it("say the last week of each account, and are read as they were given", async () => {
      await added(measured({ accountId: "acc_b" as AccountId }));
      const read = await inWorkspace(db, id, async (tx) => ({
        last: await lastMeasured(tx),
        scores: await loadScores(tx, autumn),
        whole: await loadMeasurements(tx, { ...autumn, accountIds: ["acc_b" as AccountId] }),
      }));
      expect([...read.last].sort()).toEqual([
        ["acc_a", "2026-11-22"],
        ["acc_b", "2026-11-15"],
      ]);
      const { parts: _, ...score } = measured({ accountId: "acc_b" as AccountId });
      expect(read.scores.filter(({ accountId }) => accountId === "acc_b")).toEqual([score]);
      expect(read.scores.length).toBe(4);
      expect(read.whole).toEqual([measured({ accountId: "acc_b" as AccountId })]);
    });

    it("tell the scores of some accounts, or at the end of some weeks", async () => {
      const [a, b, week] = ["acc_a" as AccountId, "acc_b" as AccountId, "2026-11-22" as Day];
      const read = await inWorkspace(db, id, async (tx) => ({
        of: await loadScores(tx, { ...autumn, accountIds: [b] }),
        at: await loadScoresAt(tx, [
          { accountId: a, week },
          { accountId: b, week },
        ]),
      }));
      expect(read.of.map(({ accountId, week: of }) => [accountId, of])).toEqual([[b, "2026-11-15"]]);
      expect(read.at).toEqual([{ accountId: a, week, low: "70.000", high: "70.000" }]);
    });

    it("are read as whole numbers week by week, and the last of each account whole", async () => {
      const [a, b] = ["acc_a" as AccountId, "acc_b" as AccountId];
      const [first, second, none] = ["2026-11-15" as Day, "2026-11-22" as Day, "2026-11-29" as Day];
      const read = await inWorkspace(db, id, async (tx) => ({
        weeks: await loadScoreWeeks(tx, [first, second, none]),
        last: await loadLatestMeasurements(tx, { ...autumn, accountIds: [a, b] }),
      }));
      expect([...read.weeks.keys()].sort()).toEqual([first, second]);
      expect(read.weeks.get(first)?.filter(([of]) => of === b)).toEqual([[b, 61_250, 81_250]]);
      expect(read.weeks.get(first)?.filter(([of]) => of === a).length).toBe(2);
      expect(read.weeks.get(second)).toEqual([[a, 70_000, 70_000]]);
      expect(read.last.map(({ accountId, week }) => [accountId, week])).toEqual([
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
      expect([after.get(first) === before.get(first), after.get(second)]).toEqual([false, before.get(second)]);
    });

    it("are those of their workspace", async () => {
      const other = await createWorkspace(db, { name: "Other" });
      expect(await inWorkspace(db, other.id, (tx) => loadScores(tx, autumn))).toEqual([]);
      expect([...(await inWorkspace(db, other.id, lastMeasured))]).toEqual([]);
      expect([...(await inWorkspace(db, other.id, weekStamps))]).toEqual([]);
      expect((await inWorkspace(db, other.id, (tx) => loadScoreWeeks(tx, ["2026-11-15" as Day]))).size).toBe(0);
    });
  });
});
