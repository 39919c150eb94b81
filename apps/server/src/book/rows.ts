import { coverageOn, touchState } from "@termwise/core/coverage";
import {
  type AccountId,
  addDays,
  type Day,
  decimalText,
  type Instant,
  over,
  plus,
  rational,
  rationalOf,
  times,
  zero,
} from "@termwise/core/kernel";
import { type LifecyclePolicy, lifecyclePolicyOn } from "@termwise/core/lifecycle";
import { byDue, seatShares, type Task, tasksOn } from "@termwise/core/work";
import { type Card, cardOf, columnsOf } from "../derive/board.ts";
import { gapsOfAccount } from "../derive/coverage-of-account.ts";
import { doneAbout, type Standing } from "../health/list-health.ts";
import type { BookCase } from "./cases.ts";
import { eventsOf, nextMilestone } from "./events.ts";

/** Weeks a line of seats in use goes back. */
const weeks = 13;

/** Renewals this near are told of above the list. */
const renewalsWithin = 90;

interface Asked {
  readonly now: Instant;
  readonly today: Day;
  /** How the health of each customer stands. */
  readonly standings: ReadonlyMap<AccountId, Standing>;
}

/** The accounts of a book that hold ARR or are on their way, as rows, and their sums. */
export function bookRows(cases: readonly BookCase[], asked: Asked) {
  const [first] = cases;
  if (!first) return { rows: [], columns: columnsOf([]), left: 0, totals: totalsOf([], asked.today) };
  const policy = lifecyclePolicyOn(first.rules, asked.today);
  const live = cases.filter(({ standing }) => standing.column !== null && standing.column !== "churn");
  const rows = live.flatMap((one) => rowOf(one, policy, asked) ?? []);
  const left = cases.filter(({ standing }) => standing.column === "churn").length;
  return { rows, columns: columnsOf(rows), left, totals: totalsOf(rows, asked.today) };
}

function rowOf(one: BookCase, policy: LifecyclePolicy, { now, today, standings }: Asked) {
  const { account, record, rules, roles, standing } = one;
  const card: Card | null = cardOf(account, standing, { policy, lost: 0n });
  if (card === null) return null;
  const coverage = coverageOn(record, rules, { on: today, arr: account.arr });
  const shares = seatShares(record, today, weeks).map(({ share }) => share && decimalText(share, 4));
  const open = tasksOn(record, today)
    .filter(({ due }) => due !== "closed")
    .sort(byDue);
  const { csm, am, ae } = account;
  const health = standings.get(account.accountId) ?? null;
  return {
    ...card,
    roles,
    holders: { csm, am, ae },
    renewalOn: account.status === "customer" ? account.renewalOn : null,
    next: nextMilestone(eventsOf(one, { now, today })),
    touch: touchState(record, coverage, today),
    health: health && { ...health, ...doneAbout(record, today) },
    seats: { share: shares.at(-1) ?? null, weeks: shares },
    tasks: { open: open.length, overdue: overdue(open), next: open[0] ? taskOf(open[0]) : null },
    gaps: [...new Set(gapsOfAccount({ record, rules, account, on: today }).map(({ of }) => of))],
  };
}

const overdue = (tasks: readonly Task[]): number => tasks.filter(({ due }) => due === "overdue").length;

function taskOf({ fact: { entryId, entry }, due, daysLate }: Task) {
  const { title, dueOn, assignee } = entry;
  return { entryId, title, dueOn, assignee, due, daysLate };
}

/** The scores of the accounts whose score is known whole, weighted by ARR, and how many they are. */
function weightedHealth(rows: readonly NonNullable<ReturnType<typeof rowOf>>[]) {
  const known = rows.flatMap(({ arr, health }) =>
    health?.score ? [{ arr, score: rationalOf(health.score) }] : [],
  );
  const arr = known.reduce((sum, one) => sum + one.arr, 0n);
  const points = known.reduce((sum, one) => plus(sum, times(rational(one.arr), one.score)), zero);
  return { score: arr === 0n ? null : decimalText(over(points, rational(arr)), 1), accounts: known.length };
}

function totalsOf(rows: readonly NonNullable<ReturnType<typeof rowOf>>[], today: Day) {
  const sum = (some: typeof rows) => some.reduce((all, { arr }) => all + arr, 0n);
  const soon = addDays(today, renewalsWithin);
  const renewing = rows.filter(({ renewalOn }) => renewalOn !== null && renewalOn <= soon);
  const late = rows.filter(({ tasks }) => tasks.overdue > 0);
  return {
    accounts: rows.length,
    arr: sum(rows),
    renewals: { days: renewalsWithin, accounts: renewing.length, arr: sum(renewing) },
    tasks: {
      open: rows.reduce((all, { tasks }) => all + tasks.open, 0),
      overdue: late.reduce((all, { tasks }) => all + tasks.overdue, 0),
      accounts: late.length,
    },
    health: weightedHealth(rows),
    flags: rows.reduce((all, { health }) => all + (health?.flags ?? 0), 0),
    quiet: rows.filter(({ touch }) => touch.overdue).length,
    gaps: rows.filter(({ gaps }) => gaps.length > 0).length,
  };
}
