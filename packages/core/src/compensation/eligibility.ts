import {
  type Day,
  daysBetween,
  earlier,
  later,
  type Period,
  type Rational,
  rational,
} from "../kernel/index.ts";
import { type Exclusion, exclusionOf } from "./deal.ts";
import type { BookNrrComponent, Eligibility } from "./plan.ts";
import type { BookAccountMeasure } from "./statement.ts";
import { less, ofPercent } from "./written.ts";

/** An account of a book, whether it counts, and why not where it does not. */
export interface EligibleAccount extends BookAccountMeasure {
  readonly counts: boolean;
  readonly why: string | null;
}

/**
 * Which accounts of a book count in a period: held on its snapshot day, for long enough, not within the grace after a
 * takeover, and not left out by somebody who may. Half-open: who takes over on a day holds the account from that day.
 */
export function eligibleAccounts(
  book: readonly BookAccountMeasure[],
  rule: Eligibility,
  period: Pick<Period, "from" | "to">,
  exclusions: readonly Exclusion[] = [],
): EligibleAccount[] {
  return book.map((account) => {
    const why = whyNot(account, rule, period, exclusions);
    return { ...account, counts: why === null, why };
  });
}

function whyNot(
  { account, heldFrom, heldUntil }: BookAccountMeasure,
  { snapshot, minimumHoldDays, graceDays }: Eligibility,
  { from, to }: Pick<Period, "from" | "to">,
  exclusions: readonly Exclusion[],
): string | null {
  const left = exclusionOf({ account }, exclusions);
  if (left) return `Left out by ${left.approver}: ${left.reason}`;
  const on: Day = snapshot === "opening" ? from : to;
  const since = heldFrom ?? from;
  if (since > on || (heldUntil !== null && heldUntil <= on)) return `Not held on ${on}, the snapshot day.`;
  const held = daysBetween(later(since, from), heldUntil === null ? to : earlier(heldUntil, to));
  const days = heldUntil === null || heldUntil > to ? held + 1 : held;
  if (days < minimumHoldDays) return `Held for ${days} days of the period, ${minimumHoldDays} are asked for.`;
  if (heldFrom !== null && graceDays > 0 && daysBetween(heldFrom, from) < graceDays)
    return `Taken over on ${heldFrom}, within ${graceDays} days before ${from}.`;
  return null;
}

/** ARR kept of some accounts, net: closing by opening. Null where there is nothing to keep: unknown, never 0. */
export function netRetentionOf(
  accounts: readonly { readonly opening: string; readonly closing: string }[],
): Rational | null {
  const sum = (of: (one: (typeof accounts)[number]) => string) =>
    accounts.reduce((total, one) => total + BigInt(of(one)), 0n);
  const opening = sum((one) => one.opening);
  return opening === 0n
    ? null
    : rational(
        sum((one) => one.closing),
        opening,
      );
}

/** How a book did by the measure of a plan: NRR, GRR, or the share of its customers kept. Null: unknown, never 0. */
export function bookRate(
  measure: BookNrrComponent["measure"],
  book: readonly BookAccountMeasure[],
): Rational | null {
  if (measure === "nrr") return netRetentionOf(book);
  if (measure === "grr")
    return netRetentionOf(
      book.map(({ opening, closing, kept }) => ({
        opening,
        closing: kept ?? String(less(BigInt(opening), BigInt(closing))),
      })),
    );
  const customers = book.filter(({ opening }) => opening !== "0");
  const still = customers.filter(({ closing }) => closing !== "0").length;
  return customers.length === 0 ? null : rational(BigInt(still), BigInt(customers.length));
}

/** Whether a renewal keeps enough of the first ARR: at or above the floor in per cent. An account not renewed never does. */
export function isKept(first: string, renewed: string | null, floor: string): boolean {
  if (renewed === null) return false;
  const { n, d } = ofPercent(floor);
  return BigInt(renewed) * d >= BigInt(first) * n;
}
