import { coverageOn, touchState } from "@termwise/core/coverage";
import { addDays, type Day, decimalText, type Instant } from "@termwise/core/kernel";
import { type LifecyclePolicy, lifecyclePolicyOn } from "@termwise/core/lifecycle";
import { byDue, seatShares, type Task, tasksOn } from "@termwise/core/work";
import { type Card, cardOf, columnsOf } from "../derive/board.ts";
import { gapsOfAccount } from "../derive/coverage-of-account.ts";
import type { BookCase } from "./cases.ts";
import { eventsOf, nextMilestone } from "./events.ts";

/** Weeks a line of seats in use goes back. */
const weeks = 13;

/** Renewals this near are told of above the list. */
const renewalsWithin = 90;

interface Asked {
  readonly now: Instant;
  readonly today: Day;
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

function rowOf(one: BookCase, policy: LifecyclePolicy, { now, today }: Asked) {
  const { account, record, rules, roles, standing } = one;
  const card: Card | null = cardOf(account, standing, { policy, lost: 0n });
  if (card === null) return null;
  const coverage = coverageOn(record, rules, { on: today, arr: account.arr });
  const shares = seatShares(record, today, weeks).map(({ share }) => share && decimalText(share, 4));
  const open = tasksOn(record, today)
    .filter(({ due }) => due !== "closed")
    .sort(byDue);
  const { csm, am, ae } = account;
  return {
    ...card,
    roles,
    holders: { csm, am, ae },
    renewalOn: account.status === "customer" ? account.renewalOn : null,
    next: nextMilestone(eventsOf(one, { now, today })),
    touch: touchState(record, coverage, today),
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
    quiet: rows.filter(({ touch }) => touch.overdue).length,
    gaps: rows.filter(({ gaps }) => gaps.length > 0).length,
  };
}
