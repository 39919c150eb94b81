import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, addDays, Currency, day, rational } from "../kernel/index.ts";
import { queueRank } from "./at-risk-queue.ts";
import { lossChances } from "./loss-chance.ts";
import { housePlayPolicy } from "./policy.ts";
import { riskFlow, type WatchedAccount } from "./risk-flow.ts";

const [after, upTo] = [day("2026-11-01"), day("2026-11-29")];
const watched = (name: string, of: Partial<WatchedAccount> = {}): WatchedAccount => ({
  accountId: AccountId.parse(`acc_${name}`),
  spans: [],
  lostOn: null,
  playsOn: [],
  ...of,
});
const span = (from: string, until: string | null = null) => ({
  from: day(from),
  until: until === null ? null : day(until),
});

describe("what came into the queue and left it", () => {
  it("tells who got over it alone, who after a play, and who was lost", () => {
    const flow = riskFlow(
      [
        watched("long", { spans: [span("2026-09-06")] }),
        watched("new", { spans: [span("2026-11-15")] }),
        watched("over", { spans: [span("2026-10-04", "2026-11-15")], playsOn: [day("2026-09-01")] }),
        watched("played", { spans: [span("2026-10-04", "2026-11-15")], playsOn: [day("2026-10-06")] }),
        watched("gone", { spans: [span("2026-10-04")], lostOn: day("2026-11-20") }),
        watched("history", { spans: [span("2026-05-03", "2026-06-07"), span("2026-08-02", "2026-11-01")] }),
        watched("well"),
        watched("old", { spans: [span("2026-03-01")], lostOn: day("2026-06-01") }),
      ],
      { after, upTo },
    );
    expect(flow).toEqual({
      before: ["acc_long", "acc_over", "acc_played", "acc_gone"],
      entered: ["acc_new"],
      recovered: ["acc_over"],
      saved: ["acc_played"],
      lost: ["acc_gone"],
      now: ["acc_long", "acc_new"],
    });
  });

  it("adds up for whatever accounts: what was there and entered is what left and is there", () => {
    const account = fc
      .record({
        id: fc.integer({ min: 1, max: 999 }),
        starts: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
        open: fc.boolean(),
        lost: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
      })
      .map(({ id, starts, open, lost }) => {
        const at = (week: number) => addDays(after, 7 * (week - 10));
        const sorted = [...starts].sort((a, b) => a - b);
        const spans = sorted.map((week, n) => ({
          from: at(week),
          until: n === sorted.length - 1 && open ? null : at(sorted[n + 1] ?? week + 2),
        }));
        return watched(String(id), { spans, lostOn: lost === null ? null : addDays(after, lost - 30) });
      });
    fc.assert(
      fc.property(
        fc.uniqueArray(account, { selector: ({ accountId }) => accountId, maxLength: 8 }),
        (all) => {
          const { before, entered, recovered, saved, lost, now } = riskFlow(all, { after, upTo });
          expect([...before, ...entered].sort()).toEqual([...recovered, ...saved, ...lost, ...now].sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what an account at risk is worth turning to", () => {
  const score = (of: number) => ({
    score: { low: rational(BigInt(of)), high: rational(BigInt(of)) },
    flags: [],
  });

  it("is told by the renewals within so many points, counted one by one", () => {
    const renewal = fc.record({
      score: fc.integer({ min: 0, max: 1_000 }).map((tenths) => rational(BigInt(tenths), 10n)),
      renewed: fc.boolean(),
    });
    const ends = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(renewal, { maxLength: 60 }), fc.array(ends, { maxLength: 5 }), (past, asked) => {
        const chanceOf = lossChances(past);
        for (const [low, high] of asked) {
          const own = (low + high) / 2;
          const near = past.filter(
            ({ score: { n, d } }) => Math.abs(Number(n) / Number(d) - own) <= housePlayPolicy.lossNear,
          );
          const of = { low: rational(BigInt(low)), high: rational(BigInt(high)) };
          expect(chanceOf({ score: of, flags: [] })).toMatchObject({
            renewals: near.length,
            lost: near.filter(({ renewed }) => !renewed).length,
          });
        }
      }),
    );
  });

  it("lies between what is assumed and what became of others, and nearer to these the more there are", () => {
    const share = fc.record({ lost: fc.nat({ max: 40 }), kept: fc.nat({ max: 40 }) });
    fc.assert(
      fc.property(share, ({ lost, kept }) => {
        const past = [...Array(lost).fill(false), ...Array(kept).fill(true)].map((renewed: boolean) => ({
          score: rational(30n),
          renewed,
        }));
        const { percent } = lossChances(past)(score(30));
        const seen = lost + kept === 0 ? 70 : (100 * lost) / (lost + kept);
        expect(Number(percent)).toBeGreaterThanOrEqual(Math.floor(Math.min(70, seen)));
        expect(Number(percent)).toBeLessThanOrEqual(Math.ceil(Math.max(70, seen)));
      }),
      { numRuns: 40 },
    );
  });

  it("expects to save what is likely lost, by how plays went; without any half of it", () => {
    const chance = lossChances([])(score(25));
    const of = { arr: 8_400_000n, currency: Currency.parse("USD"), days: 45, chance };
    expect(queueRank({ ...of, saveShare: null })).toMatchObject({
      expectedLoss: 6_300_000n,
      saveShare: 50n,
      expectedSave: 3_150_000n,
    });
    expect(queueRank({ ...of, chance: null, saveShare: null })).toMatchObject({
      rank: { risk: "0.50" },
      expectedLoss: 4_200_000n,
    });
    expect(queueRank({ ...of, saveShare: { told: 6, saved: 6 } }).saveShare).toBe(80n);
  });
});
