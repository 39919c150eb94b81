import { atOnce, eachInSteps, opensOn, type Period, type Steps } from "../kernel/index.ts";
import { type AccountWindow, accountWindow } from "./account-window.ts";
import { belongs, dimensionsOf, type Slice } from "./attributes.ts";
import type { Book, BookAccount } from "./book.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type WindowRates, windowRates } from "./window-rates.ts";

/** Every account that has anything to say in a window, under one policy and for one slice. */
export interface Window {
  readonly book: Book;
  readonly period: Period;
  readonly policy: RetentionPolicy;
  readonly slice: Slice;
  readonly rates: WindowRates;
  readonly accounts: readonly AccountWindow[];
}

function silent(w: AccountWindow): boolean {
  return (
    w.held.opening === 0n &&
    w.held.closing === 0n &&
    Object.values(w.flows).every((amount) => amount === 0n) &&
    w.cohort === null
  );
}

/** Whether an account is in a slice at the opening of a period or on any day of it. */
function everIn({ attributes }: BookAccount, slice: Slice, period: Period): boolean {
  const opens = opensOn(period);
  const days = [opens, ...attributes.changes(dimensionsOf(slice), opens, period.to)];
  return days.some((day) => belongs(attributes, slice, day));
}

/**
 * A window of the book: what every account held at the opening and at the close of `period`, and what moved between.
 * Accounts without ARR and without movements in the window are left out, and so are those never in the slice. Throws
 * `rate_missing` when an amount in another currency cannot be converted.
 */
export function windowOf(book: Book, period: Period, policy: RetentionPolicy, slice: Slice = {}): Window {
  return atOnce(windowInSteps(book, period, policy, slice));
}

/** {@link windowOf} of a large book: others can be let in between its steps. */
export function* windowInSteps(
  book: Book,
  period: Period,
  policy: RetentionPolicy,
  slice: Slice = {},
): Steps<Window> {
  const rates = windowRates(book, period, policy);
  const accounts: AccountWindow[] = [];
  yield* eachInSteps(book.accounts, (account) => {
    if (!everIn(account, slice, period)) return;
    const own = accountWindow(account, period, rates, slice);
    if (!silent(own)) accounts.push(own);
  });
  return { book, period, policy, slice, rates, accounts };
}
