import type { ContractLine, FactSet } from "../facts/index.ts";
import {
  type AccountId,
  addDays,
  type Currency,
  type Day,
  daysBetween,
  groupBy,
  lastDay,
  minus,
  plus,
  type Rational,
  round,
  zero,
} from "../kernel/index.ts";
import { customers } from "./customer.ts";
import { type InForce, linesInForce } from "./in-force.ts";
import type { AccountLedger, Movement, MovementKind } from "./movement.ts";
import type { LedgerPolicy } from "./policy.ts";
import { bySize, type Change, lineIdsOf, reasonParts } from "./reasons.ts";

interface DayChange {
  readonly ended: InForce[];
  readonly started: InForce[];
}

function changesByDay(spans: readonly InForce[]): [Day, DayChange][] {
  const days = new Map<Day, DayChange>();
  const on = (day: Day): DayChange => {
    const held = days.get(day) ?? { ended: [], started: [] };
    days.set(day, held);
    return held;
  };
  for (const span of spans) {
    on(span.from).started.push(span);
    if (span.to < lastDay) on(addDays(span.to, 1)).ended.push(span);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Where an account stands while its days are folded, one after the other. */
class Standing {
  readonly exact = new Map<Currency, Rational>();
  readonly balances = new Map<Currency, bigint>();
  lifeBegan: Day | null = null;
  lostOn: Day | null = null;

  active(): boolean {
    for (const balance of this.balances.values()) if (balance > 0n) return true;
    return false;
  }
}

function kindOf(before: boolean, after: boolean, everHeld: boolean, amount: bigint): MovementKind {
  if (!before) return everHeld ? "reactivation" : "new";
  if (!after) return "churn";
  return amount > 0n ? "expansion" : "contraction";
}

/** Who sourced the largest of the lines that started and say so. */
function sourceOf(started: readonly InForce[]): string | null {
  const named = started.filter((span) => span.line.sourcedBy !== null);
  return named.sort(bySize)[0]?.line.sourcedBy ?? null;
}

function foldDay(
  standing: Standing,
  accountId: AccountId,
  on: Day,
  change: DayChange,
  inForce: readonly InForce[],
  policy: LedgerPolicy,
): Movement[] {
  const before = standing.active();
  const currencies = [
    ...new Set([...change.ended, ...change.started].map((span) => span.line.currency)),
  ].sort();
  const moved: { currency: Currency; amount: bigint; balance: bigint; change: Change }[] = [];
  // What is held beside the change says whether it is more of the same, in whatever currency that is billed.
  const kept = inForce.filter((span) => span.from < on && span.to >= on);
  for (const currency of currencies) {
    const of = (spans: readonly InForce[]) => spans.filter((span) => span.line.currency === currency);
    const [ended, started] = [of(change.ended), of(change.started)];
    let exact = standing.exact.get(currency) ?? zero;
    for (const span of ended) exact = minus(exact, span.arr);
    for (const span of started) exact = plus(exact, span.arr);
    standing.exact.set(currency, exact);
    const balance = round(exact);
    const amount = balance - (standing.balances.get(currency) ?? 0n);
    standing.balances.set(currency, balance);
    if (amount !== 0n) moved.push({ currency, amount, balance, change: { ended, started, kept } });
  }
  if (moved.length === 0) return [];
  const after = standing.active();
  const everHeld = standing.lifeBegan !== null;
  if (!before && after) {
    const gap = standing.lostOn === null ? 0 : daysBetween(standing.lostOn, on);
    if (standing.lifeBegan === null || gap > policy.winbackDays) standing.lifeBegan = on;
  }
  if (before && !after) standing.lostOn = on;
  const lifeBegan = standing.lifeBegan ?? on;
  return moved.map(({ currency, amount, balance, change: what }) => {
    const kind = kindOf(before, after, everHeld, amount);
    const whole = kind === "churn" ? "end" : kind === "new" || kind === "reactivation" ? "start" : null;
    return {
      accountId,
      on,
      kind,
      currency,
      amount,
      balance,
      lifeBegan,
      parts:
        whole === null ? reasonParts(what, amount) : [{ reason: whole, amount, lineIds: lineIdsOf(what) }],
      sourcedBy: sourceOf(what.started),
    };
  });
}

/**
 * One customer's ARR movements, in day order, from all of its contract lines: booked on the day they happen, same-day
 * changes netted per currency, never netted over a period. The balance after each movement is never negative.
 */
export function movementsOfCustomer(
  accountId: AccountId,
  lines: readonly ContractLine[],
  policy: LedgerPolicy,
): AccountLedger {
  const ordered = [...lines].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  const spans = linesInForce(ordered, policy);
  const standing = new Standing();
  const movements = changesByDay(spans).flatMap(([on, change]) =>
    foldDay(standing, accountId, on, change, spans, policy),
  );
  const dueOn = new Set<Day>();
  for (const { line } of spans)
    if (line.endsOn !== null && line.endsOn < lastDay) dueOn.add(addDays(line.endsOn, 1));
  return { accountId, movements, dueOn: [...dueOn].sort() };
}

/**
 * Every customer's ARR movements, by account id. Pure and independent of the order of the facts; customers do not
 * influence one another, so a change recomputes only the customers it touches.
 */
export function movementsOf(facts: FactSet, policy: LedgerPolicy): AccountLedger[] {
  const { ofLine } = customers(facts, policy);
  const groups = groupBy(facts.lines, ofLine);
  return [...groups.keys()]
    .sort()
    .map((accountId) => movementsOfCustomer(accountId, groups.get(accountId) ?? [], policy));
}
