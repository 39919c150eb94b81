import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, lastDay } from "../src/kernel/index.ts";
import { cohortGrains, cohortsOf } from "../src/retention/index.ts";
import { book, facts, line } from "./build.ts";
import { cohortTable } from "./cohort-oracle.ts";
import { numberOf } from "./day-numbers.ts";
import { bookIn, holds } from "./reading.ts";
import { replay } from "./replay.ts";
import { horizon, ledgerPolicies, periods, worlds } from "./worlds.ts";

const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  period: periods,
  by: fc.constantFrom(...cohortGrains),
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
});

it("cohort tables are what every member holds at the end of every age", () => {
  holds(cases, ({ facts, ledger, period, by, fiscalYearStart }) => {
    const through = addDays(period.to, 60);
    const ours = cohortsOf(bookIn(facts, ledger), { by, through, calendar: { fiscalYearStart } });
    const replayed = replay(facts, ledger, horizon);
    expect(ours).toEqual(cohortTable(replayed, facts, "USD", by, numberOf(through), fiscalYearStart));
  });
});

it("cohorts can be followed to the last day there is", () => {
  const cohorts = cohortsOf(book(facts([line("1", { from: "9999-10-05" })])), {
    by: "month",
    through: lastDay,
  });
  expect(cohorts.map(({ cohort, cells }) => [cohort, cells.map((cell) => cell.on)])).toEqual([
    ["9999-10", ["9999-10-31", "9999-11-30", "9999-12-31"]],
  ]);
});
