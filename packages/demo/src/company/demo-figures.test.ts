import { factsKnownAt } from "@termwise/core/facts";
import { type Day, day, endOfDayUtc, monthOf, parsePeriod, shiftMonth } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import {
  type Book,
  bookOf,
  bridgeOf,
  houseRetentionPolicy,
  type MetricTerm,
  metricTotal,
  type Slice,
  windowOf,
} from "@termwise/core/retention";
import { describe, expect, it } from "vitest";
import { demoCompany } from "./demo-company.ts";

function bookOn({ facts, workspace }: ReturnType<typeof demoCompany>, asOf: Day | null = null): Book {
  const known = factsKnownAt(facts, asOf === null ? null : endOfDayUtc(asOf));
  const ledger = movementsOf(known, houseLedgerPolicy);
  return bookOf(known, ledger, houseLedgerPolicy, workspace.reportingCurrency);
}

const yearTo = (book: Book, month: string, slice: Slice = {}) =>
  windowOf(book, parsePeriod(`ttm:${month}`), houseRetentionPolicy, slice);

/** A ratio in percent, or an amount in thousands of dollars. */
function value(window: ReturnType<typeof yearTo>, term: MetricTerm): number {
  const { numerator, denominator } = metricTotal(window, term);
  return denominator === null ? Number(numerator) / 100_000 : (Number(numerator) / Number(denominator)) * 100;
}

const within = (found: number, low: number, high: number) => {
  expect(found).toBeGreaterThanOrEqual(low);
  expect(found).toBeLessThanOrEqual(high);
};

describe.each(["2026-11-21", "2026-11-01", "2026-12-31", "2027-03-01", "2028-02-29"])(
  "seen from %s",
  (on) => {
    const today = day(on);
    const book = bookOn(demoCompany({ today }));
    const closed = shiftMonth(monthOf(today), -1);

    it("the demo company retains and grows as promised over the last twelve closed months", () => {
      const window = yearTo(book, closed);
      within(value(window, "arr"), 10_000, 14_000);
      within(value(window, "nrr"), 108, 113);
      within(value(window, "grr"), 90, 94);
      within(value(window, "logo-retention"), 90, 94);
      within(value(window, "arr") / value(window, "opening-arr"), 1.15, 1.45);
      within(bridgeOf(window).closingAccounts, 280, 350);
    });

    it("has segments that each go their own way, one of them too small to publish", () => {
      const of = (segment: string) => yearTo(book, closed, { segment: [segment] });
      within(value(of("Enterprise"), "nrr"), 110, 120);
      within(value(of("Mid-market"), "nrr"), 104, 111);
      within(value(of("Growth"), "nrr"), 99, 107);
      within(value(of("Small business"), "nrr"), 88, 99.9);
      within(bridgeOf(of("Public sector")).closingAccounts, 3, 9);
    });
  },
);

describe("two years of the demo company", () => {
  const today = day("2026-11-21");
  const company = demoCompany({ today });
  const book = bookOn(company);
  const months = Array.from({ length: 25 }, (_, i) => shiftMonth(monthOf(today), i - 25));

  it("move: NRR falls, turns and rises, and no month jumps", () => {
    const nrr = months.map((month) => value(yearTo(book, month), "nrr"));
    const low = nrr.indexOf(Math.min(...nrr));
    within(low, 6, 18);
    expect((nrr[0] ?? 0) - (nrr[low] ?? 0)).toBeGreaterThan(2);
    expect((nrr[24] ?? 0) - (nrr[low] ?? 0)).toBeGreaterThan(3);
    for (const [i, next] of nrr.slice(1).entries()) expect(Math.abs(next - (nrr[i] ?? 0))).toBeLessThan(3);
  });

  it("grow every quarter, with new business, growth and losses in most months", () => {
    const arr = months.map((month) => value(yearTo(book, month), "arr"));
    for (let i = 3; i < arr.length; i += 3) expect(arr[i]).toBeGreaterThan(arr[i - 3] ?? 0);
    const steps = months.map(
      (month) => bridgeOf(windowOf(book, parsePeriod(month), houseRetentionPolicy)).steps,
    );
    for (const kind of ["new", "expansion", "contraction"] as const)
      expect(
        steps.filter((month) => month.some((step) => step.kind === kind && step.amount !== 0n)).length,
      ).toBe(25);
    expect(
      steps.filter((month) => month.some((step) => step.kind === "churn" && step.amount !== 0n)).length,
    ).toBeGreaterThan(18);
  });

  it("read differently as known at the time: at least two of the last twelve closed months were restated", () => {
    const restated = months.slice(-12).filter((month) => {
      const closedOn = parsePeriod(month).to;
      return value(yearTo(bookOn(company, closedOn), month), "nrr") !== value(yearTo(book, month), "nrr");
    });
    expect(restated.length).toBeGreaterThanOrEqual(2);
  });

  it("depend on few large customers: the largest tenth holds over a third of ARR and nobody over a twentieth", () => {
    const held = yearTo(book, months.at(-1) ?? "")
      .accounts.map(({ held: { closing } }) => Number(closing))
      .filter((closing) => closing > 0)
      .sort((a, b) => b - a);
    const total = held.reduce((sum, arr) => sum + arr, 0);
    const tenth = held.slice(0, Math.floor(held.length / 10)).reduce((sum, arr) => sum + arr, 0);
    within(tenth / total, 0.35, 0.65);
    within((held[0] ?? 0) / total, 0.02, 0.05);
  });
});
