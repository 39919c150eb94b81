import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, monthOf } from "../src/kernel/index.ts";
import {
  type CohortGridCell,
  type CohortGridRow,
  type CohortKey,
  cohortCellMembers,
  cohortGrains,
  cohortGridOf,
  cohortsOf,
  firstProducts,
} from "../src/retention/index.ts";
import { bookIn, holds } from "./reading.ts";
import { ledgerPolicies, periods, worlds } from "./worlds.ts";

const cases = fc.record({
  facts: worlds,
  ledger: ledgerPolicies,
  period: periods,
  age: fc.constantFrom(...cohortGrains),
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
});

const amounts = ["members", "base", "arr", "kept", "accounts"] as const;

/** The sums of every age over all cohorts. */
function whole(rows: readonly CohortGridRow[]): Record<string, bigint>[] {
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: ages }, (_, age) => {
    const cells = rows.flatMap(({ cells }): CohortGridCell[] => cells.slice(age, age + 1));
    return Object.fromEntries(
      amounts.map((of) => [of, cells.reduce((sum, cell) => sum + BigInt(cell[of]), 0n)]),
    );
  });
}

it("cohorts by time are those of the cohort table, whose cells the members add up to", () => {
  holds(cases, ({ facts, ledger, period, age, fiscalYearStart }) => {
    const book = bookIn(facts, ledger);
    const through = addDays(period.to, 60);
    const calendar = { fiscalYearStart };
    const asked = { by: age, age, through, lastClosed: monthOf(through), calendar };
    const rows = cohortGridOf(book, asked);
    expect(
      rows.map(({ cohort, accounts, cells }) => ({
        cohort,
        accounts,
        cells: cells.map(({ age: at, on, arr, kept, accounts: there }) => ({
          age: at,
          on,
          arr,
          accounts: there,
          kept,
        })),
      })),
    ).toEqual(cohortsOf(book, { by: age, through, calendar }));
    for (const { cohort, cells } of rows.slice(0, 2))
      for (const cell of cells.slice(-2)) {
        const members = cohortCellMembers(book, asked, { cohort, age: cell.age }) ?? [];
        const sum = (of: "base" | "arr") => members.reduce((total, one) => total + one[of], 0n);
        expect([members.length, sum("base"), sum("arr")]).toEqual([cell.members, cell.base, cell.arr]);
      }
  });
});

it("whatever cohorts are gathered by, together they are the same whole at every age", () => {
  holds(cases, ({ facts, ledger, period, age, fiscalYearStart }) => {
    const book = bookIn(facts, ledger);
    const through = addDays(period.to, 60);
    const asked = {
      age,
      through,
      lastClosed: monthOf(through),
      calendar: { fiscalYearStart },
      products: firstProducts(book, facts),
    };
    const byTime = whole(cohortGridOf(book, { ...asked, by: age }));
    for (const by of ["product", "segment", "csm"] as const satisfies readonly CohortKey[])
      expect(whole(cohortGridOf(book, { ...asked, by }))).toEqual(byTime);
    expect(byTime.every(({ arr, base, kept }, at) => kept! <= base! && (at > 0 || arr === base))).toBe(true);
  });
});
