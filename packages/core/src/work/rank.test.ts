import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, Currency } from "../kernel/index.ts";
import { rankOf } from "./rank.ts";
import { inRank } from "./today.ts";

const usd = Currency.parse("USD");

describe("the rank", () => {
  const ranked = fc.record({
    arr: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    days: fc.option(fc.integer({ min: -400, max: 1_200 }), { nil: null }),
  });

  it("orders by the product of the factors that are printed, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(ranked, { maxLength: 30 }), (all) => {
        const cards = inRank(
          all.map(({ arr, days }, index) => ({
            accountId: AccountId.parse(`acc_${index}`),
            name: `Customer ${index}`,
            rank: rankOf({ arr, currency: usd, days }),
          })),
        );
        const printed = cards.map(({ rank }) => Number(rank.arr) * Number(rank.risk) * Number(rank.urgency));
        for (const [index, product] of printed.entries()) {
          const rank = cards[index]?.rank;
          expect(Math.abs(Number(rank?.value) - product)).toBeLessThanOrEqual(product < 10 ? 0.051 : 0.501);
          if (index > 0) expect((printed[index - 1] ?? 0) - product).toBeGreaterThan(-1e-6 * (1 + product));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is as urgent as can be from 30 days on, and never less than half", () => {
    const urgency = (days: number | null) => rankOf({ arr: 0n, currency: usd, days }).urgency;
    expect([-5, 0, 29, 30, 31, 61, 90, 180, 181, 900, null].map(urgency)).toEqual([
      "3.00",
      "3.00",
      "3.00",
      "3.00",
      "2.90",
      "1.48",
      "1.00",
      "0.50",
      "0.50",
      "0.50",
      "0.50",
    ]);
  });

  it("reads currencies without cents as they are", () => {
    const yen = Currency.parse("JPY");
    expect(rankOf({ arr: 6_400_000n, currency: yen, days: 90 })).toMatchObject({
      arr: "6400",
      value: "3200",
    });
  });
});
