import { type Day, type FiscalCalendar, lastDayOf, type Month, parsePeriod } from "../../kernel/index.ts";
import { type Cohort, type CohortGrain, cohortName, monthsIn, type Slice } from "../index.ts";
import { groupingOf } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { monthNumber, monthNumberOf, monthOfNumber } from "./month-window.ts";

/** Which cohorts: gathered by what, followed through the end of which month, for which slice. */
export interface CohortMatrixQuestion {
  readonly by: CohortGrain;
  readonly through: Month;
  readonly slice?: Slice;
  readonly calendar?: FiscalCalendar;
}

/** One cohort while it is added up: per age ARR, accounts and kept, as differences to the age before. */
interface Row {
  readonly cohort: string;
  readonly ends: number;
  readonly ages: number;
  readonly changes: Float64Array;
  accounts: number;
}

/** The plain fold's `cohortsOf` on the columns, in one pass; amounts at the rates the columns were loaded with. */
export function cohortMatrix(
  columns: LedgerColumns,
  { by, through, slice = {}, calendar = { fiscalYearStart: 1 } }: CohortMatrixQuestion,
): Cohort[] {
  const grain = monthsIn[by];
  const last = monthNumber(through);
  const { groupOf, outside, turning } = groupingOf(columns, { slice });
  const rows = new Map<string, Row>();
  const byMonth: Row[] = [];
  const rowFor = (born: number): Row => {
    const known = byMonth[born];
    if (known) return known;
    const cohort = cohortName(monthOfNumber(born), by, calendar);
    const ends = monthNumberOf(parsePeriod(cohort, calendar).to);
    const ages = Math.max(0, Math.floor((last - ends) / grain) + 1);
    const made = rows.get(cohort) ?? { cohort, ends, ages, changes: new Float64Array(ages * 3), accounts: 0 };
    rows.set(cohort, made);
    byMonth[born] = made;
    return made;
  };
  const { first, rows: rowCount, month, balance } = columns;
  for (let a = 0; a < groupOf.length; a++) {
    const begin = first[a]!;
    const end = begin + rowCount[a]!;
    if (begin === end || month[begin]! > last) continue;
    const turns = turning.get(a);
    const group = turns ? turns.findLast((turn) => turn.row === 0)?.group : groupOf[a]!;
    if (group === outside) continue;
    const row = rowFor(month[begin]!);
    row.accounts += 1;
    addAges(row, grain, month, balance, begin, end);
  }
  return [...rows.values()]
    .sort((a, b) => (a.cohort < b.cohort ? -1 : 1))
    .map((row) => ({ cohort: row.cohort, accounts: row.accounts, cells: cellsOf(row, grain) }));
}

/** Adds one account's balances at the ends of its ages: a step wherever a balance differs from the age before. */
function addAges(
  { ends, ages, changes }: Row,
  grain: number,
  month: Uint16Array,
  balance: Float64Array,
  begin: number,
  end: number,
): void {
  let [held, kept, entry] = [0, 0, 0];
  for (let row = begin; row < end; ) {
    const age = month[row]! <= ends ? 0 : Math.ceil((month[row]! - ends) / grain);
    if (age >= ages) return;
    const closes = ends + age * grain;
    while (row + 1 < end && month[row + 1]! <= closes) row++;
    const arr = balance[row]!;
    if (age === 0) entry = arr;
    const keeps = Math.min(arr, entry);
    changes[age * 3]! += arr - held;
    changes[age * 3 + 1]! += (arr === 0 ? 0 : 1) - (held === 0 ? 0 : 1);
    changes[age * 3 + 2]! += keeps - kept;
    [held, kept] = [arr, keeps];
    row++;
  }
}

function cellsOf({ ends, ages, changes }: Row, grain: number) {
  const lastDayAt = (age: number): Day => lastDayOf(monthOfNumber(ends + age * grain));
  let [arr, accounts, kept] = [0, 0, 0];
  return Array.from({ length: ages }, (_, age) => {
    arr += changes[age * 3]!;
    accounts += changes[age * 3 + 1]!;
    kept += changes[age * 3 + 2]!;
    return { age, on: lastDayAt(age), arr: BigInt(arr), accounts, kept: BigInt(kept) };
  });
}
