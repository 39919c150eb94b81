import {
  addDays,
  addMonths,
  type Currency,
  compare,
  type Day,
  daysBetween,
  type Rational,
  rational,
  round,
  times,
  zero,
} from "../kernel/index.ts";
import type { ClawbackRule, Span } from "./plan.ts";
import { spanWords } from "./plan-faults.ts";
import { amountWords, less, minorUnits, ofPercent, percentWords, smaller } from "./written.ts";

/** The first day outside a span that begins on a day. */
export function endOf(on: Day, { count, unit }: Span): Day {
  return unit === "days" ? addDays(on, count) : addMonths(on, count);
}

/** What commission may be taken back of, and when its window began. */
export interface ClawbackBase {
  /** Minor units paid that the rule goes by. */
  readonly paid: bigint;
  readonly began: Day;
  readonly currency: Currency;
}

/** What a loss takes back: whole minor units, the exact amount, and the arithmetic in words. */
export interface Clawback {
  readonly amount: bigint;
  readonly exact: Rational;
  readonly arithmetic: string;
}

const whole = rational(1n);

/** The share of what was paid that a rule takes back for a loss on a day, 0 outside its window. */
function shareBack(
  { window, method }: ClawbackRule,
  began: Day,
  on: Day,
): { share: Rational; words: string } {
  const end = endOf(began, window);
  if (on < began || on >= end) return { share: zero, words: `outside the ${spanWords(window)}` };
  if (method.kind === "full") return { share: whole, words: "100 %" };
  if (method.kind === "share") return { share: ofPercent(method.percent), words: `${method.percent} %` };
  if (method.kind === "tiers") {
    const tier = method.tiers.find(({ before }) => on < endOf(began, before));
    if (!tier) return { share: zero, words: "after the last tier" };
    return {
      share: ofPercent(tier.percent),
      words: `${tier.percent} % (before ${spanWords(tier.before)})`,
    };
  }
  const [all, held] =
    method.per === "months"
      ? [wholeMonths(began, end), wholeMonths(began, on)]
      : [daysBetween(began, end), daysBetween(began, on)];
  return {
    share: rational(BigInt(all - held), BigInt(all)),
    words: `${all - held}/${all} (held for ${held} of ${all} ${method.per})`,
  };
}

/** Months that are over from one day to another. */
function wholeMonths(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

/**
 * What a loss takes back of a commission that was paid. `lost` is the share of the deal's ARR that went: 1 for a customer
 * lost. Never more than was paid, and nothing outside the window. Term: clawback. Unit: money.
 */
export function clawbackOf(
  rule: ClawbackRule,
  { paid, began, currency }: ClawbackBase,
  loss: { readonly on: Day; readonly lost?: Rational },
): Clawback {
  const lost = smaller(loss.lost ?? whole, whole);
  const { share, words } = shareBack(rule, began, loss.on);
  const exact = paid <= 0n ? zero : times(times(minorUnits(paid), lost), share);
  const amount = less(round(exact), paid > 0n ? paid : 0n);
  const part = compare(lost, whole) === 0 ? "" : ` × ${percentWords(lost)} of the ARR lost`;
  return {
    amount,
    exact,
    arithmetic: `${amountWords(paid, currency)} paid${part} × ${words} = ${amountWords(amount, currency)}`,
  };
}
