import { type AccountId, allocate, decimalText, rational } from "../kernel/index.ts";
import { metricTotal } from "./figure.ts";
import { type Metric, type MetricTerm, metrics } from "./metrics.ts";
import type { Window } from "./window.ts";

/** One account behind a figure: what it adds to the numerator and denominator, beside what it held. Minor units. */
export interface Contributor {
  readonly accountId: AccountId;
  readonly name: string;
  readonly opening: bigint;
  readonly closing: bigint;
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  /** How far the account moves a ratio away from 100 %, in percentage points (`"-1.07"`); `null` for amounts. */
  readonly effect: string | null;
}

/**
 * The accounts that add up to a figure, largest part first. Their numerators and denominators sum to the figure's
 * exactly; what is divided once on output (MRR) is shared out by largest remainder.
 */
export function contributorsOf(window: Window, term: MetricTerm): Contributor[] {
  const metric: Metric = metrics[term];
  const total = metricTotal(window, term);
  const own = window.accounts
    .map((w) => ({ w, ...metric.contribution(w, window) }))
    .filter((c) => c.numerator !== 0n || (c.denominator ?? 0n) !== 0n);
  const shares =
    metric.dividedBy && own.length > 0
      ? allocate(
          total.numerator,
          own.map((c) => c.numerator),
        )
      : own.map((c) => c.numerator);
  const rows = own.map((c, i): Contributor => {
    const numerator = shares[i] ?? 0n;
    const { denominator } = c;
    const away = denominator === null ? null : numerator - denominator;
    return {
      accountId: c.w.account.accountId,
      name: c.w.account.name,
      opening: c.w.held.opening,
      closing: c.w.held.closing,
      numerator,
      denominator,
      effect:
        away === null || !total.denominator ? null : decimalText(rational(away * 100n, total.denominator), 4),
    };
  });
  const weight = (row: Contributor): bigint => {
    const part = row.denominator === null ? row.numerator : row.numerator - row.denominator;
    return part < 0n ? -part : part;
  };
  return rows.sort((a, b) =>
    weight(a) === weight(b) ? (a.accountId < b.accountId ? -1 : 1) : weight(a) > weight(b) ? -1 : 1,
  );
}
