import {
  type Day,
  type FiscalCalendar,
  groupBy,
  lastDayOf,
  type Month,
  monthIndex,
  monthOf,
  parsePeriod,
  quarterOf,
  shiftMonth,
} from "../kernel/index.ts";
import { belongs, type Slice } from "./attributes.ts";
import { balancesOn } from "./balances-on.ts";
import type { Book } from "./book.ts";

/** What first-ARR months are gathered into. */
export const cohortGrains = ["month", "quarter", "year"] as const;
/** Month, quarter or year of first ARR. */
export type CohortGrain = (typeof cohortGrains)[number];

/** One age of one cohort: ARR (minor units) and accounts with ARR at the end of that age. */
export interface CohortCell {
  readonly age: number;
  readonly on: Day;
  readonly arr: bigint;
  readonly accounts: number;
  /** Σ of the smaller of first and present ARR per account: what is left without growth. */
  readonly kept: bigint;
}

/** The accounts whose first ARR fell into one period, followed over their ages. Index 0 is the end of that first period. */
export interface Cohort {
  readonly cohort: string;
  readonly accounts: number;
  readonly cells: readonly CohortCell[];
}

/** How many months a grain has. */
export const monthsIn = { month: 1, quarter: 3, year: 12 } as const satisfies Record<CohortGrain, number>;

/** The cohort an account belongs to whose first ARR fell into this month: `2026-09`, `2026-Q3` or `FY2026`, fiscal. */
export function cohortName(first: Month, by: CohortGrain, calendar: FiscalCalendar): string {
  if (by === "month") return first;
  const quarter = quarterOf(first, calendar);
  return by === "quarter" ? quarter : `FY${quarter.slice(0, 4)}`;
}

/**
 * Cohorts by first ARR: each account belongs to the month, fiscal quarter or year its first movement fell into, for
 * good. A cell of age n stands n grains after the cohort's own period, at the end of its last day; ages end with the
 * period that ends on or before `through`. Accounts are taken by their attributes at first ARR. Amounts are converted
 * at the rates of `through`.
 */
export function cohortsOf(
  book: Book,
  { by, through, slice = {}, calendar = { fiscalYearStart: 1 } }: CohortQuestion,
): Cohort[] {
  const convert = book.rates.on(through);
  const born = book.accounts.flatMap((account) => {
    const first = account.movements[0];
    if (!first || first.on > through || !belongs(account.attributes, slice, first.on)) return [];
    return [{ account, cohort: cohortName(monthOf(first.on), by, calendar) }];
  });
  const groups = groupBy(born, (b) => b.cohort);
  return [...groups.keys()].sort().map((cohort) => {
    const members = (groups.get(cohort) ?? []).map((b) => b.account);
    const ends = monthOf(parsePeriod(cohort, calendar).to);
    const ages = (monthIndex(monthOf(through)) - monthIndex(ends)) / monthsIn[by];
    const cells: CohortCell[] = [];
    for (let age = 0; age <= ages; age++) {
      const on = lastDayOf(shiftMonth(ends, age * monthsIn[by]));
      if (on > through) break;
      cells.push({ age, on, arr: 0n, accounts: 0, kept: 0n });
    }
    const lastOf = cells.map((cell) => cell.on);
    const sums = cells.map(() => ({ arr: 0n, accounts: 0, kept: 0n }));
    for (const account of members) {
      const held = balancesOn(account, lastOf);
      const amounts = held.map((balances) =>
        balances.reduce((sum, { balance, currency }) => sum + convert(balance, currency), 0n),
      );
      const first = amounts[0] ?? 0n;
      amounts.forEach((arr, i) => {
        const sum = sums[i];
        if (!sum || arr === 0n) return;
        sum.arr += arr;
        sum.accounts += 1;
        sum.kept += arr < first ? arr : first;
      });
    }
    return { cohort, accounts: members.length, cells: cells.map((cell, i) => ({ ...cell, ...sums[i] })) };
  });
}

/** Which cohorts: gathered by what, followed through which day, for which slice. */
export interface CohortQuestion {
  readonly by: CohortGrain;
  readonly through: Day;
  readonly slice?: Slice;
  readonly calendar?: FiscalCalendar;
}
