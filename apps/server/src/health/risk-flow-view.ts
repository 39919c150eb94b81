import { addDays, type Day } from "@termwise/core/kernel";
import { isSaving, type RiskMove, riskFlow } from "@termwise/core/plays";
import { arrAtRatesOf, runsOf, type Seen } from "../plays/run-list.ts";
import type { LowAccount, RiskBook } from "./risk-book.ts";

/** How many weeks the flow into the queue and out of it looks back. */
export const flowWeeks = 13;

const moves = ["before", "entered", "recovered", "saved", "lost", "now"] as const satisfies RiskMove[];

/** The day a customer was lost within the time looked at; null: it is one. */
const lostOn = ({ account, record }: LowAccount): Day | null =>
  account.status === "churned"
    ? (record.movements.findLast(({ kind }) => kind === "churn")?.on ?? null)
    : null;

/**
 * How the queue changed in thirteen weeks: for each move how many accounts, which, and their ARR; that of a lost account
 * is what it paid the day before, so that what was there and entered adds up to what left and is there now.
 */
export function riskFlowView({ low, books, on, ends }: RiskBook, seen: Seen) {
  const after = ends.at(-1 - flowWeeks) ?? on;
  const of = new Map(low.map((one) => [one.account.accountId, one]));
  const flow = riskFlow(
    low.map((one) => ({
      accountId: one.account.accountId,
      spans: one.spans,
      lostOn: lostOn(one),
      playsOn: runsOf(books, one.record, seen).flatMap(({ fact, startedOn }) =>
        startedOn !== null && isSaving(fact.entry.use) ? [startedOn] : [],
      ),
    })),
    { after, upTo: on },
  );
  const arrOf = (one: LowAccount): bigint => {
    const lost = lostOn(one);
    if (lost === null) return one.account.arr;
    const before = addDays(lost, -1);
    return arrAtRatesOf(books, one.record, before)(before);
  };
  return {
    after,
    weeks: flowWeeks,
    moves: moves.map((move) => {
      const own = flow[move].flatMap((id) => of.get(id) ?? []);
      return {
        move,
        accounts: own.length,
        arr: own.reduce((sum, one) => sum + arrOf(one), 0n),
        who: own.slice(0, 50).map(({ account: { accountId, name } }) => ({ accountId, name })),
      };
    }),
  };
}
