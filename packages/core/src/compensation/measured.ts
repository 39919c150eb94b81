import {
  type AccountId,
  addDays,
  addMonths,
  type Day,
  later,
  type Period,
  rational,
  round,
} from "../kernel/index.ts";
import { type Book, metrics, type RetentionPolicy, retainedFlows, windowOf } from "../retention/index.ts";

/** What an account began a period with, and what of it is left at its end: whole minor units. */
export interface MeasuredAccount {
  readonly account: string;
  readonly opening: bigint;
  readonly closing: bigint;
}

/**
 * The accounts of a book with ARR at the opening of a period, by the one NRR function there is: their closing parts over
 * their opening parts are the NRR that reports show.
 */
export function measuredAccounts(
  book: Book,
  period: Pick<Period, "from" | "to">,
  policy: RetentionPolicy,
): MeasuredAccount[] {
  const window = windowOf(book, { ...period, text: `${period.from}..${period.to}` }, policy);
  return window.accounts
    .map((one) => ({
      account: one.account.accountId,
      opening: retainedFlows(one, window).opening,
      closing: metrics.nrr.contribution(one, window).numerator,
    }))
    .filter(({ opening, closing }) => opening !== 0n || closing !== 0n);
}

/** One account measured from the end of a day on, some months long; nothing where it had no ARR then. */
export function measuredFrom(
  book: Book,
  account: string,
  on: Day,
  months: number,
  policy: RetentionPolicy,
): MeasuredAccount {
  const own = { ...book, accounts: book.accounts.filter(({ accountId }) => accountId === account) };
  const period = { from: addDays(on, 1), to: addMonths(on, months) };
  return measuredAccounts(own, period, policy)[0] ?? { account, opening: 0n, closing: 0n };
}

/**
 * A deal some months after its credit date: it opens with its own ARR, and closes with the part of it that its account
 * kept, by the NRR function. Measured from the day it took effect where that is later than the credit date, because before
 * it there is nothing to keep.
 */
export function maturedDeal(
  book: Book,
  deal: {
    readonly dealId: string;
    readonly account: AccountId;
    readonly amount: bigint;
    readonly creditedOn: Day;
    readonly effectiveOn: Day;
  },
  months: number,
  policy: RetentionPolicy,
) {
  const began = later(deal.effectiveOn, deal.creditedOn);
  const { opening, closing } = measuredFrom(book, deal.account, began, months, policy);
  const kept = opening === 0n ? 0n : round(rational(deal.amount * closing, opening));
  return {
    dealId: deal.dealId,
    account: deal.account,
    opening: String(deal.amount),
    closing: String(kept),
    measuredOn: addMonths(began, months),
  };
}
