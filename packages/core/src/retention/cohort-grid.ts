import type { Dimension } from "../facts/index.ts";
import {
  type AccountId,
  type Day,
  earlier,
  type FiscalCalendar,
  groupBy,
  lastDayOf,
  type Month,
  monthIndex,
  monthOf,
  monthOfIndex,
  parsePeriod,
} from "../kernel/index.ts";
import { belongs, type Slice } from "./attributes.ts";
import { balancesOn } from "./balances-on.ts";
import type { Book, BookAccount } from "./book.ts";
import { type CohortGrain, cohortGrains, cohortName, monthsIn } from "./cohorts.ts";

/** What customers are gathered by: when their first ARR fell, their first product, or an attribute on that first day. */
export type CohortKey = CohortGrain | "product" | Dimension;

/** One age of one cohort, of the members that have reached it. Amounts in minor units, at one day's rates. */
export interface CohortGridCell {
  readonly age: number;
  /** The day it stands at; `null` where members reach the age on days of their own. */
  readonly on: Day | null;
  readonly members: number;
  /** What these members held at age 0. */
  readonly base: bigint;
  readonly arr: bigint;
  /** Σ of the smaller of base and present ARR per member: what is left without growth. */
  readonly kept: bigint;
  /** Members with ARR. */
  readonly accounts: number;
  /** The age is not over, or ended after the last closed month: its values can still change. */
  readonly open: boolean;
}

/** Customers that began alike, followed over their ages. */
export interface CohortGridRow {
  /** `2026-Q3`, a product or an attribute's value; `""` where there is none. */
  readonly cohort: string;
  readonly accounts: number;
  readonly cells: readonly CohortGridCell[];
}

/** Which cohorts, followed in which steps through which day. */
export interface CohortGridQuestion {
  readonly by: CohortKey;
  readonly age: CohortGrain;
  readonly through: Day;
  readonly lastClosed: Month;
  /** Also the age that is going on at the end of `through`, as it stands then. Cohorts by an attribute never have it. */
  readonly open?: boolean;
  readonly slice?: Slice;
  readonly calendar?: FiscalCalendar;
  /** The first product of a customer, for cohorts by it: see `firstProducts`. */
  readonly products?: ReadonlyMap<AccountId, string>;
}

/** An age as one account lives it. */
interface Age {
  readonly age: number;
  readonly on: Day;
  readonly open: boolean;
}

/** An account of a cohort with what it held at each of its ages. */
export interface Followed {
  readonly account: BookAccount;
  readonly ages: readonly Age[];
  readonly arr: readonly bigint[];
}

const isGrain = (by: CohortKey): by is CohortGrain => cohortGrains.some((grain) => grain === by);

function nameOf(account: BookAccount, first: Day, asked: CohortGridQuestion): string {
  const { by, calendar = { fiscalYearStart: 1 }, products } = asked;
  if (isGrain(by)) return cohortName(monthOf(first), by, calendar);
  if (by === "product") return products?.get(account.accountId) ?? "";
  return account.attributes.on(by, first) ?? "";
}

/** The ages of an account that began in the period with this name, as far as they have begun. */
function agesFrom(began: string, asked: CohortGridQuestion): Age[] {
  const { by, age: unit, through, open = false, calendar = { fiscalYearStart: 1 } } = asked;
  const length = monthsIn[unit];
  const [ends, last] = [monthIndex(monthOf(parsePeriod(began, calendar).to)), monthIndex(monthOf(through))];
  const [closed, running] = [monthIndex(asked.lastClosed), open && isGrain(by)];
  const ages: Age[] = [];
  for (let age = 0; age === 0 || ends + (age - 1) * length < last; age++) {
    const at = ends + age * length;
    const closes = at > last ? through : lastDayOf(monthOfIndex(at));
    const over = at <= last && closes <= through;
    const settled = over && at <= closed;
    if (!over && !running) break;
    if (!settled && !isGrain(by)) break;
    ages.push({ age, on: earlier(closes, through), open: !settled });
  }
  return ages;
}

/**
 * The customers of every cohort with what they held at each age, by cohort. An account belongs to a cohort for good, by
 * its first ARR; one that left and came back counts again at the ages at which it has ARR.
 */
export function cohortMembers(book: Book, asked: CohortGridQuestion): Map<string, Followed[]> {
  const { by, age, through, slice = {}, calendar = { fiscalYearStart: 1 } } = asked;
  const convert = book.rates.on(through);
  const known = new Map<string, Age[]>();
  const born = book.accounts.flatMap((account) => {
    const first = account.movements[0];
    if (!first || first.on > through || !belongs(account.attributes, slice, first.on)) return [];
    const began = cohortName(monthOf(first.on), isGrain(by) ? by : age, calendar);
    const ages = known.get(began) ?? agesFrom(began, asked);
    known.set(began, ages);
    const arr = balancesOn(
      account,
      ages.map(({ on }) => on),
    ).map((held) => held.reduce((sum, { balance, currency }) => sum + convert(balance, currency), 0n));
    return [{ cohort: nameOf(account, first.on, asked), followed: { account, ages, arr } }];
  });
  return new Map(
    [...groupBy(born, ({ cohort }) => cohort)].map(([cohort, members]) => [
      cohort,
      members.map(({ followed }) => followed),
    ]),
  );
}

/**
 * Cohorts over their ages. Cohorts by time are in order of time, others the largest opening first and "no value" last.
 * An age counts only the members that have reached it: of a cohort by an attribute, whose members began at different
 * times, the later ages have fewer, and `base` is what these held at age 0.
 */
export function cohortGridOf(book: Book, asked: CohortGridQuestion): CohortGridRow[] {
  const byTime = isGrain(asked.by);
  const rows = [...cohortMembers(book, asked)].map(([cohort, members]): CohortGridRow => {
    const longest = Math.max(0, ...members.map(({ ages }) => ages.length));
    const cells = Array.from({ length: longest }, (_, age): CohortGridCell => {
      const there = members.filter(({ ages }) => age < ages.length);
      let [base, arr, kept, accounts] = [0n, 0n, 0n, 0];
      for (const { arr: held } of there) {
        const [first, now] = [held[0] ?? 0n, held[age] ?? 0n];
        base += first;
        arr += now;
        kept += now < first ? now : first;
        if (now !== 0n) accounts += 1;
      }
      const own = there[0]?.ages[age];
      const on = byTime && own ? own.on : null;
      return { age, on, members: there.length, base, arr, kept, accounts, open: own?.open ?? false };
    });
    return { cohort, accounts: members.length, cells };
  });
  const base = (row: CohortGridRow) => row.cells[0]?.base ?? 0n;
  return rows.sort((a, b) => {
    if (byTime || base(a) === base(b)) return a.cohort < b.cohort ? -1 : 1;
    if (a.cohort === "" || b.cohort === "") return a.cohort === "" ? 1 : -1;
    return base(a) > base(b) ? -1 : 1;
  });
}
