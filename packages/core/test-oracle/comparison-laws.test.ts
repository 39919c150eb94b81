import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dimension } from "../src/facts/index.ts";
import { decimalText, minus, plus, type Rational, rational, zero } from "../src/kernel/index.ts";
import { customers, houseLedgerPolicy, type LedgerPolicy } from "../src/ledger/index.ts";
import {
  differenceOf,
  metricTotal,
  partitionOf,
  partSlice,
  policyPresets,
  RetentionPolicy,
  rateAndMix,
  roundedTogether,
  segmentTableOf,
  totalsOf,
  windowOf,
} from "../src/retention/index.ts";
import { bookIn, sums, terms } from "./reading.ts";
import { everyPolicy, ledgerPolicies, periods, retentionPolicies, runs, slices, worlds } from "./worlds.ts";

const cuts = fc.constantFrom<Dimension[]>(
  ["segment"],
  ["region"],
  ["segment", "region"],
  ["csm", "currency"],
);
const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  policy: retentionPolicies,
  period: periods,
  slice: slices,
  by: cuts,
});

/** As the laws of the books, in fewer cases: each looks at many windows. */
function holds<T>(of: fc.Arbitrary<T>, law: (one: T) => void): void {
  fc.assert(
    fc.property(of, (one) => {
      law(one);
    }),
    { numRuns: runs / 2 },
  );
}

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d));
const added = (all: readonly Rational[]) => all.reduce(plus, zero);
/** The sum of printed decimals, as they would be added up on paper. */
const onPaper = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + BigInt(text.replace(".", "")), 0n);

describe("a split of a change into rates and mix", () => {
  const sides = fc.record({
    numerator: fc.bigInt({ min: -1000n, max: 10n ** 9n }),
    denominator: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 10n ** 9n })),
  });
  it("adds up to the change exactly, parts that appear or vanish included", () => {
    holds(fc.array(fc.record({ before: sides, after: sides }), { maxLength: 12 }), (parts) => {
      const split = rateAndMix(parts);
      const total = (of: "before" | "after", sum: "numerator" | "denominator") =>
        parts.reduce((all, part) => all + part[of][sum], 0n);
      if (total("before", "denominator") === 0n || total("after", "denominator") === 0n)
        return expect(split).toBeNull();
      const change = minus(
        rational(total("after", "numerator"), total("after", "denominator")),
        rational(total("before", "numerator"), total("before", "denominator")),
      );
      expect(split?.total).toEqual(change);
      expect(added((split?.parts ?? []).flatMap(({ rate, mix }) => [rate, mix]))).toEqual(change);
      expect(added((split?.parts ?? []).map(({ mix }) => mix))).toEqual(split?.mix);
    });
  });
});

describe("parts rounded together", () => {
  it("print what adds up to the printed sum, none of them off by a whole last digit", () => {
    holds(
      fc.tuple(fc.array(fractions, { minLength: 1, maxLength: 40 }), fc.nat({ max: 4 })),
      ([all, digits]) => {
        const printed = roundedTogether(all, digits);
        expect(printed.total).toBe(decimalText(added(all), digits));
        expect(onPaper(printed.parts)).toBe(onPaper([printed.total]));
        printed.parts.forEach((text, i) => {
          const off = minus(rational(BigInt(text.replace(".", "")), 10n ** BigInt(digits)), all[i] ?? zero);
          expect((off.n < 0n ? -off.n : off.n) * 10n ** BigInt(digits)).toBeLessThan(off.d);
        });
      },
    );
  });
});

describe("a slice cut into parts", () => {
  it("has the windows of the narrowed slices, which add up to it", () => {
    holds(cases, ({ facts, ledger, policy, period, slice, by }) => {
      const book = bookIn(facts, ledger);
      const parts = partitionOf(book, period, policy, by, slice);
      const whole = windowOf(book, period, policy, slice);
      for (const term of terms) {
        for (const { values, window } of parts)
          expect(metricTotal(window, term)).toEqual(
            metricTotal(windowOf(book, period, policy, partSlice(slice, by, values)), term),
          );
        if (term === "mrr" || policy.grrMethod === "whole_book_min") continue;
        const sum = (of: "numerator" | "denominator") =>
          parts.reduce((all, part) => all + (sums(part.window, term)[of] ?? 0n), 0n);
        expect([term, sum("numerator")]).toEqual([term, sums(whole, term).numerator]);
        expect([term, sum("denominator")]).toEqual([term, sums(whole, term).denominator ?? 0n]);
      }
    });
  });

  it("tells rows that add up to the whole, and a change that adds up as it is printed", () => {
    holds(fc.tuple(cases, periods), ([{ facts, ledger, policy, period, slice, by }, compare]) => {
      const book = bookIn(facts, ledger);
      const asked = {
        period,
        compare,
        by,
        slice,
        series: [compare, period],
        lastClosed: "2026-01" as never,
        over: () => ({ book, policy }),
      };
      const table = segmentTableOf(asked);
      const quick = segmentTableOf({
        ...asked,
        totals: totalsOf(book, policy),
      });
      expect(quick).toEqual(table);
      for (const row of [...table.rows, table.all]) expect(row.series.at(-1)).toBe(row.rates.nrr.value);
      const total = <Of>(read: (row: (typeof table.rows)[number]) => Of) => table.rows.map(read);
      expect(total((row) => row.opening).reduce((a, b) => a + b, 0n)).toBe(table.all.opening);
      expect(total((row) => row.accounts).reduce((a, b) => a + b, 0)).toBe(table.all.accounts);
      for (const [of, term] of [
        ["nrr", "nrr"],
        ["grr", "grr"],
        ["logo", "logo-retention"],
      ] as const) {
        const split = table.splits[of];
        if (of === "grr" && policy.grrMethod === "whole_book_min") continue;
        const [now, then] = [period, compare].map((p) => sums(windowOf(book, p, policy, slice), term));
        const [base, earlier] = [now?.denominator ?? 0n, then?.denominator ?? 0n];
        if (base === 0n || earlier === 0n) {
          expect(split).toBeNull();
          continue;
        }
        const change = minus(rational(now?.numerator ?? 0n, base), rational(then?.numerator ?? 0n, earlier));
        expect(split?.total).toBe(decimalText(rational(change.n * 100n, change.d), 2));
        expect(onPaper([split?.rate ?? "", split?.mix ?? ""])).toBe(onPaper([split?.total ?? ""]));
        for (const side of ["rate", "mix"] as const)
          expect(onPaper(split?.parts.map((part) => part[side]) ?? [])).toBe(onPaper([split?.[side] ?? ""]));
      }
    });
  });
});

describe("a figure counted two ways", () => {
  it("differs by what the accounts do to it, to the last digit", () => {
    holds(fc.tuple(cases, ledgerPolicies, retentionPolicies), ([one, ledger, policy]) => {
      const a = windowOf(bookIn(one.facts, one.ledger), one.period, one.policy, one.slice);
      const b = windowOf(bookIn(one.facts, ledger), one.period, policy, one.slice);
      const parents: LedgerPolicy = { ...houseLedgerPolicy, identity: "parent" };
      const { ofAccount } = customers(one.facts, parents);
      for (const term of ["nrr", "grr", "logo-retention", "opening-arr", "closing-cohort-arr"] as const)
        for (const customerOf of [undefined, ofAccount]) {
          const { difference, accounts } = differenceOf(a, b, term, customerOf);
          const [x, y] = [sums(a, term), sums(b, term)];
          if (x.denominator === 0n || y.denominator === 0n) {
            expect(difference).toBeNull();
            continue;
          }
          expect(difference).toEqual(
            minus(rational(y.numerator, y.denominator ?? 1n), rational(x.numerator, x.denominator ?? 1n)),
          );
          const effects = accounts.map(({ effect }) => effect ?? zero);
          expect(added(effects)).toEqual(difference);
          const printed = roundedTogether(effects, 6);
          expect(onPaper(printed.parts)).toBe(onPaper([decimalText(difference ?? zero, 6)]));
        }
    });
  });

  it("is never asked for an illegal pair of methods by a preset, whatever the house counts by", () => {
    for (const house of everyPolicy("constant"))
      for (const { policy } of policyPresets) {
        const { churnOn: _, identity: __, ...retention } = policy;
        expect(RetentionPolicy.safeParse({ ...house, ...retention }).error).toBeUndefined();
      }
  });
});
