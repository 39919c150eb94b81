import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, addDays, day, rational } from "../kernel/index.ts";
import { bandsByEnds, healthBand } from "./distribution.ts";
import { HealthPolicy } from "./policy.ts";
import { ScoreColumns, unmeasured } from "./score-columns.ts";

const point = fc.integer({ min: 0, max: 100_000 });
const ends = fc.tuple(point, point).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const policy = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
  .map((levels) => {
    const [atRiskBelow, healthReviewBelow, expansionAbove] = levels.sort((a, b) => a - b);
    return HealthPolicy.parse({ atRiskBelow, healthReviewBelow, expansionAbove });
  });

describe("scores of a book as whole numbers", () => {
  it("are those that were put last, week by week, of accounts that come and go", () => {
    const id = fc.integer({ min: 0, max: 12 }).map((n) => AccountId.parse(`acc_${n}`));
    const put = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(fc.tuple(id, ends), { maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(put, { maxLength: 8 }), (puts) => {
        const columns = new ScoreColumns();
        const plain = new Map<string, Map<string, readonly [number, number]>>();
        for (const [number, measured] of puts) {
          const week = addDays(day("2026-11-01"), 7 * number);
          columns.put(
            week,
            measured.map(([of, [low, high]]) => [of, low, high] as const),
          );
          plain.set(week, new Map(measured));
        }
        for (const [week, of] of plain)
          for (let n = 0; n <= 12; n++) {
            const account = AccountId.parse(`acc_${n}`);
            const [place, held] = [columns.placeOf(account), columns.week(day(week))];
            const at = (side: "low" | "high") =>
              place === undefined ? unmeasured : (held?.[side][place] ?? unmeasured);
            expect([at("low"), at("high")]).toEqual(of.get(account) ?? [unmeasured, unmeasured]);
          }
      }),
    );
  });

  it("lie in the bands that the scores themselves lie in, whatever the boundaries", () => {
    fc.assert(
      fc.property(policy, fc.array(ends, { minLength: 1, maxLength: 30 }), (rules, scores) => {
        const bandOf = bandsByEnds(rules);
        const thousandths = (of: number) => rational(BigInt(of), 1000n);
        for (const [low, high] of scores)
          expect(bandOf(low, high)).toBe(
            healthBand({ low: thousandths(low), high: thousandths(high) }, rules),
          );
        expect(bandOf(unmeasured, unmeasured)).toBe(healthBand(null, rules));
      }),
    );
  });
});
