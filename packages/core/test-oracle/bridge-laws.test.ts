import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, minus, type Period, plus, rational } from "../src/kernel/index.ts";
import {
  breakdownOf,
  bridgeOf,
  rateAndMix,
  type Slice,
  valuesOf,
  type Window,
  windowOf,
} from "../src/retention/index.ts";
import { bookIn, holds, steps, sums, terms } from "./reading.ts";
import { ledgerPolicies, periods, plain, retentionPolicies, slices, worlds } from "./worlds.ts";

const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  policy: retentionPolicies,
  period: periods,
  slice: slices,
});
/** A period of at least two days, cut in two somewhere. */
const cuts = fc.tuple(periods, fc.nat({ max: 1000 })).map(([whole, at]) => {
  const to = whole.from === whole.to ? addDays(whole.to, 1) : whole.to;
  const middle = addDays(whole.from, at % daysBetween(whole.from, to));
  const part = (from: Period["from"], to: Period["to"]): Period => ({ text: `${from}..${to}`, from, to });
  return {
    whole: part(whole.from, to),
    first: part(whole.from, middle),
    second: part(addDays(middle, 1), to),
  };
});
const added = (windows: readonly Window[]) => {
  const total: Record<string, bigint> = {};
  for (const window of windows)
    for (const [step, amount] of Object.entries(steps(window))) total[step] = (total[step] ?? 0n) + amount;
  return total;
};

describe("the ARR bridge", () => {
  it("1. rolls forward from opening to closing, for every slice, period and account", () => {
    holds(cases, ({ facts, ledger, policy, period, slice }) => {
      const window = windowOf(bookIn(facts, ledger), period, policy, slice);
      const { steps, unexplained } = bridgeOf(window);
      expect(unexplained).toBe(0n);
      for (const { kind, amount, reasons } of steps)
        if (kind === "expansion" || kind === "contraction")
          expect(reasons.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
      for (const { bridge: b } of window.accounts)
        expect(
          b.opening +
            b.new +
            b.reactivation +
            b.expansion -
            b.contraction -
            b.churn +
            b.movedIn -
            b.movedOut +
            b.fx,
        ).toBe(b.closing);
    });
  });

  it("2. closes where the next one opens, at reported rates and in one currency", () => {
    holds(fc.tuple(cases, cuts), ([{ facts, ledger, policy, slice }, { first, second }]) => {
      for (const [world, fx] of [
        [facts, "reported"],
        [plain(facts), "constant"],
      ] as const) {
        const book = bookIn(world, ledger);
        const opened = bridgeOf(windowOf(book, second, { ...policy, fx }, slice));
        const closed = bridgeOf(windowOf(book, first, { ...policy, fx }, slice));
        expect([opened.opening, opened.openingAccounts]).toEqual([closed.closing, closed.closingAccounts]);
      }
    });
  });

  it("3. moves out of some slices what it moves into others", () => {
    holds(cases, ({ facts, ledger, policy, period }) => {
      const parts = breakdownOf(bookIn(facts, ledger), period, policy, "segment");
      const total = added(parts.map((part) => part.window));
      expect((total["moved_in"] ?? 0n) + (total["moved_out"] ?? 0n)).toBe(0n);
    });
  });

  it("4. adds up over the slices of any partition, and so does every metric but the whole-book minimum", () => {
    holds(cases, ({ facts, ledger, policy, period }) => {
      const book = bookIn(facts, ledger);
      const whole = windowOf(book, period, policy);
      const parts = breakdownOf(book, period, policy, "segment").map((part) => part.window);
      expect({ ...steps(whole), ...added(parts), moved_in: 0n, moved_out: 0n }).toEqual(steps(whole));
      const accounts = parts.reduce((sum, part) => sum + bridgeOf(part).openingAccounts, 0);
      expect(accounts).toBe(bridgeOf(whole).openingAccounts);
      if (policy.grrMethod === "whole_book_min") return;
      for (const term of terms) {
        const of = (read: "numerator" | "denominator") =>
          parts.reduce((sum, part) => sum + (sums(part, term)[read] ?? 0n), 0n);
        // A twelfth is rounded once in each part.
        if (term !== "mrr") expect([term, of("numerator")]).toEqual([term, sums(whole, term).numerator]);
        expect([term, of("denominator")]).toEqual([term, sums(whole, term).denominator ?? 0n]);
      }
    });
  });

  it("4. puts the rate of a whole between those of its parts", () => {
    holds(cases, ({ facts, ledger, policy, period }) => {
      if (policy.grrMethod === "whole_book_min") return;
      const book = bookIn(facts, ledger);
      for (const term of ["nrr", "grr"] as const) {
        const whole = sums(windowOf(book, period, policy), term);
        const parts = breakdownOf(book, period, policy, "segment").map((part) => sums(part.window, term));
        const [n, d] = [whole.numerator, whole.denominator ?? 0n];
        // A part without a base has no rate to lie between.
        if (d === 0n || parts.some((p) => p.denominator === 0n && p.numerator !== 0n)) continue;
        const based = parts.filter((p) => p.denominator !== 0n);
        expect(based.some((p) => p.numerator * d <= n * (p.denominator ?? 0n))).toBe(true);
        expect(based.some((p) => p.numerator * d >= n * (p.denominator ?? 0n))).toBe(true);
      }
    });
  });

  it("4. splits a change of NRR into rates and mix of its parts without a remainder", () => {
    holds(fc.tuple(cases, periods), ([{ facts, ledger, policy, period }, compare]) => {
      const book = bookIn(facts, ledger);
      const of = (p: Period, slice: Slice) => {
        const { numerator, denominator } = sums(windowOf(book, p, policy, slice), "nrr");
        return { numerator, denominator: denominator ?? 0n };
      };
      const values = [...new Set([period, compare].flatMap((p) => valuesOf(book, "segment", p)))];
      const split = rateAndMix(
        values.map((value) => ({
          before: of(compare, { segment: [value] }),
          after: of(period, { segment: [value] }),
        })),
      );
      const [then, now] = [of(compare, {}), of(period, {})];
      if (then.denominator === 0n || now.denominator === 0n) return expect(split).toBeNull();
      const change = minus(
        rational(now.numerator, now.denominator),
        rational(then.numerator, then.denominator),
      );
      expect([split?.total, split && plus(split.rate, split.mix)]).toEqual([change, change]);
    });
  });

  it("5. adds up over adjacent periods, step by step", () => {
    holds(fc.tuple(cases, cuts), ([{ facts, ledger, policy, slice }, { whole, first, second }]) => {
      for (const [world, fx] of [
        [facts, "reported"],
        [plain(facts), "constant"],
      ] as const) {
        const book = bookIn(world, ledger);
        const over = (period: Period) => windowOf(book, period, { ...policy, fx }, slice);
        const { opening: _, closing: __, ...ours } = added([over(first), over(second)]);
        const { opening: ___, closing: ____, ...theirs } = steps(over(whole));
        expect(ours).toEqual(theirs);
      }
    });
  });
});
