import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { Currency, day, endOfDayUtc, moneyText, parsePeriod } from "@termwise/core/kernel";
import { houseLedgerPolicy, LedgerPolicy, movementsOf } from "@termwise/core/ledger";
import {
  type Book,
  bookOf,
  bridgeOf,
  cohortBridgeOf,
  cohortsOf,
  type MetricTerm,
  metricTotal,
  RetentionPolicy,
  ratioText,
  windowOf,
} from "@termwise/core/retention";
import { describe, expect, it } from "vitest";
import { goldenCompany } from "./golden-company.ts";
import type { GoldenExpectation } from "./golden-expectations.ts";
import { goldenVector } from "./golden-vector.ts";

const usd = Currency.parse("USD");

function bookKnownAt(facts: FactSet, ledger: Partial<LedgerPolicy> = {}, asOf?: string): Book {
  const policy = LedgerPolicy.parse(ledger);
  const known = factsKnownAt(facts, asOf === undefined ? null : endOfDayUtc(day(asOf)));
  return bookOf(known, movementsOf(known, policy), policy, usd);
}

function check(facts: FactSet, { period, ledger, policy, slice, asOf, figures }: GoldenExpectation): void {
  const book = bookKnownAt(facts, ledger, asOf);
  const window = windowOf(book, parsePeriod(period), RetentionPolicy.parse(policy ?? {}), slice);
  const found = Object.fromEntries(
    Object.entries(figures).map(([term, wanted]) => {
      const { numerator, denominator } = metricTotal(window, term as MetricTerm);
      if (typeof wanted === "bigint") return [term, numerator];
      return [term, [ratioText(numerator, denominator ?? 0n), numerator, denominator]];
    }),
  );
  expect(found).toEqual(figures);
  expect([bridgeOf(window).unexplained, cohortBridgeOf(window).unexplained]).toEqual([0n, 0n]);
}

describe("the golden company, twelve customers worked out by hand", () => {
  const { facts, expected } = goldenCompany();

  it.each(expected.figures)("$title", (expectation) => {
    check(facts, expectation);
  });

  it("has these movements and no others", () => {
    const signed = (amount: bigint, currency: Currency) =>
      `${amount > 0n ? "+" : ""}${moneyText({ minor: amount, currency })}`;
    const found = bookKnownAt(facts).accounts.flatMap(({ movements }) =>
      movements.map(({ accountId, on, kind, currency, amount, balance, parts }) =>
        [
          accountId.replace("acc_golden", ""),
          on,
          kind,
          currency,
          signed(amount, currency),
          "=",
          moneyText({ minor: balance, currency }),
          ...parts.map((part) => `${part.reason} ${signed(part.amount, currency)}`),
        ].join(" "),
      ),
    );
    expect(found).toEqual(expected.movements);
  });

  it("has these cohorts by quarter of first ARR", () => {
    const cohorts = cohortsOf(bookKnownAt(facts), { by: "quarter", through: day("2025-12-31") });
    const found = Object.fromEntries(
      cohorts.map(({ cohort, cells }) => [
        cohort,
        cells.map(({ arr, accounts, kept }) => [Number(arr) / 100, accounts, Number(kept) / 100]),
      ]),
    );
    expect(found).toEqual(expected.cohorts);
  });

  it("knows that Kelp's contract was to run to September until its early end was entered on 10 June", () => {
    const dueAsOf = (asOf: string) =>
      bookKnownAt(facts, {}, asOf).accounts.find(({ name }) => name === "Kelp Energy")?.dueOn;
    expect([dueAsOf("2025-06-09"), dueAsOf("2025-06-10")]).toEqual([["2025-10-01"], ["2025-07-01"]]);
  });

  it("is in force under the house policy: the defaults are the ones these figures were worked out for", () => {
    expect(houseLedgerPolicy).toMatchObject({ graceDays: 30, winbackDays: 90, churnOn: "end", week: "52" });
  });
});

describe("the golden vector: A grows, B dips, C leaves and returns, D comes and goes, E is won back", () => {
  const { facts, expected } = goldenVector();

  it.each(expected)("$title", (expectation) => {
    check(facts, expectation);
  });
});
