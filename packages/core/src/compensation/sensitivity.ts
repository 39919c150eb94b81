import {
  compare,
  minus,
  type Period,
  plus,
  type Rational,
  rational,
  round,
  times,
  zero,
} from "../kernel/index.ts";
import type { PlanAssignment, PlanComponent } from "./plan.ts";
import { bandsInMinorUnits, commissionOn, payoutAt } from "./rate-table.ts";
import { quotaSpan, targetFor, targetOf } from "./spans.ts";
import { minorUnits, ofPercent } from "./written.ts";

/** Where somebody might come to stand: attainment of every quota, and NRR of the book and of every cohort, in per cent. */
export interface PayPoint {
  readonly attainment: string;
  readonly nrr: string;
}

function paidBy(
  component: PlanComponent,
  assignment: PlanAssignment,
  period: Period,
  at: PayPoint,
): Rational {
  const { plan, quotas } = assignment;
  const [attainment, nrr] = [ofPercent(at.attainment), ofPercent(at.nrr)];
  if (component.kind === "retention_bonus" || component.kind === "objectives") return zero;
  if (component.kind === "commission") {
    const quota = BigInt(quotas[component.id] ?? 0);
    const target = targetOf(component, assignment, quotaSpan(plan, component.quotaPer, period));
    const bands = bandsInMinorUnits(component.rates, quota, plan.currency, target);
    const earned = commissionOn(bands, times(attainment, rational(quota)));
    const later = component.retention === null ? zero : payoutAt(component.retention.payout, nrr);
    const share = plus(ofPercent(component.atClose), times(ofPercent(component.onRetention), later));
    return times(earned, share);
  }
  const target = minorUnits(targetFor(component, assignment, period) ?? 0n);
  return times(target, payoutAt(component.payout, component.kind === "book_nrr" ? nrr : attainment));
}

/**
 * What a plan pays where somebody stands at a point, in whole minor units: commissions for the whole of their quota's
 * span, targets for one period. Retention bonuses and objectives, which pay by accounts and by what people find, are left
 * out. Nothing is rounded before the sum.
 */
export function payAt(assignment: PlanAssignment, period: Period, at: PayPoint): bigint {
  return round(
    assignment.plan.components.reduce(
      (sum, component) => plus(sum, paidBy(component, assignment, period, at)),
      zero,
    ),
  );
}

/** What a plan pays at every pair of some attainments and some NRRs: a row for each NRR, a column for each attainment. */
export function sensitivityGrid(
  assignment: PlanAssignment,
  period: Period,
  { attainments, nrrs }: { readonly attainments: readonly string[]; readonly nrrs: readonly string[] },
): { readonly nrr: string; readonly pays: readonly bigint[] }[] {
  return nrrs.map((nrr) => ({
    nrr,
    pays: attainments.map((attainment) => payAt(assignment, period, { attainment, nrr })),
  }));
}

/** The next step up of a rate table: where it stands in per cent, and how much more has to be credited to reach it. */
export interface NextThreshold {
  readonly at: string;
  /** In whole minor units, rounded up; null where the table goes by a rate and not by an amount. */
  readonly missing: bigint | null;
  /** The rate or the payout from there on, in per cent. */
  readonly pays: string;
}

/** The next point or band that a component reaches above where somebody stands; null beyond the last. */
export function nextThreshold(
  component: PlanComponent,
  assignment: PlanAssignment,
  stands: { readonly credited: bigint } | { readonly nrr: Rational },
): NextThreshold | null {
  if (component.kind === "retention_bonus" || component.kind === "objectives") return null;
  const quota = BigInt(assignment.quotas[component.id] ?? 0);
  if (component.kind === "commission") {
    if (!("credited" in stands)) return null;
    const bands = bandsInMinorUnits(component.rates, quota, assignment.plan.currency);
    const next = bands.findIndex(({ from }) => compare(from, minorUnits(stands.credited)) > 0);
    const [band, told] = [bands[next], component.rates.bands[next]];
    if (!band || !told) return null;
    return { at: told.from, missing: upTo(minus(band.from, minorUnits(stands.credited))), pays: told.rate };
  }
  const at = "nrr" in stands ? stands.nrr : quota === 0n ? null : rational(stands.credited, quota);
  if (at === null) return null;
  const point = component.payout.points.find((one) => compare(ofPercent(one.at), at) > 0);
  if (!point) return null;
  const missing =
    "nrr" in stands
      ? null
      : upTo(minus(times(ofPercent(point.at), rational(quota)), minorUnits(stands.credited)));
  return { at: point.at, missing, pays: point.pays };
}

const upTo = ({ n, d }: Rational): bigint => (n <= 0n ? 0n : (n + d - 1n) / d);
