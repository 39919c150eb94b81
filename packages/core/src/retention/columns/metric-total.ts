import { rational, round } from "../../kernel/index.ts";
import { type MetricTerm, metrics, type RetentionPolicy } from "../index.ts";
import type { Followed } from "./each-account.ts";
import { at, type Tally } from "./measures.ts";

/** The metrics the columns can tell: all but the one that needs each account's whole history. */
export type ColumnsTerm = Exclude<MetricTerm, "land-and-expand">;

const logoTerms: readonly MetricTerm[] = ["logo-retention", "retention-rate", "logo-churn", "churn-rate"];

/** Whom a metric follows under a policy, hence which scan its tally must come from: all accounts, or those with a line due. */
export function followedBy(term: ColumnsTerm, policy: RetentionPolicy): Followed {
  if (logoTerms.includes(term)) return policy.logoDenominator === "due" ? "due" : "all";
  return policy.nrrMethod === "renewals_due" ? "due" : "all";
}

function winback(t: Tally, policy: RetentionPolicy): number {
  if (policy.winback === "none") return 0;
  return t[at.winback]! + (policy.winback === "all" ? t[at.lostBefore]! : 0);
}

function returns(t: Tally, policy: RetentionPolicy): number {
  if (policy.winback === "all") return t[at.allReactivation]!;
  return t[at.allResumed]! + (policy.winback === "opening_cohort" ? t[at.cohortReturns]! : 0);
}

function net(t: Tally, policy: RetentionPolicy): number {
  const opening = t[at.opening]!;
  if (policy.nrrMethod === "all_movements")
    return opening + t[at.allExpansion]! - t[at.allContraction]! - t[at.allChurn]! + returns(t, policy);
  const flows = t[at.expansion]! - t[at.contraction]! - t[at.churn]! + t[at.reactivation]!;
  return opening + flows + winback(t, policy);
}

function gross(t: Tally, policy: RetentionPolicy, shrank: boolean): number {
  const opening = t[at.opening]!;
  switch (policy.grrMethod) {
    case "all_losses":
      return opening - t[at.allContraction]! - t[at.allChurn]!;
    case "whole_book_min":
      return shrank ? t[at.heldAtClose]! : opening;
    case "running_floor":
      return t[at.floor]!;
    case "per_customer_min":
      return policy.winback === "none" ? t[at.kept]! : t[at.keptReturned]!;
    case "cohort_losses":
      return opening - t[at.contraction]! - t[at.churn]!;
  }
}

function logosKept(t: Tally, policy: RetentionPolicy): number {
  return t[at.retainedAccounts]! + (policy.winback === "none" ? 0 : t[at.returnedAccounts]!);
}

/**
 * The numerator of a metric under a policy, of a tally or of one account's measures; the formulas are those of
 * `metrics`. `shrank` says whether the whole, not the account, {@link hasShrunk}.
 */
export function numeratorOf(t: Tally, term: ColumnsTerm, policy: RetentionPolicy, shrank: boolean): number {
  switch (term) {
    case "arr":
    case "mrr":
      return t[at.closing]!;
    case "opening-arr":
      return t[at.opening]!;
    case "new-arr":
      return t[at.bridgeNew]!;
    case "expansion-arr":
      return t[at.bridgeExpansion]!;
    case "contraction-arr":
      return t[at.bridgeContraction]!;
    case "churned-arr":
      return t[at.bridgeChurn]!;
    case "winback-arr":
      return t[at.bridgeReactivation]!;
    case "closing-cohort-arr":
    case "nrr":
    case "dollar-retention":
      return net(t, policy);
    case "grr":
      return gross(t, policy, shrank);
    case "nrr-grr-gap":
      return net(t, policy) - gross(t, policy, shrank);
    case "net-churn":
      return t[at.opening]! - net(t, policy);
    case "net-expansion-rate":
      return net(t, policy) - t[at.opening]!;
    case "gross-churn":
    case "revenue-churn":
      return t[at.churn]!;
    case "logo-retention":
    case "retention-rate":
      return logosKept(t, policy);
    case "logo-churn":
    case "churn-rate":
      return t[at.openingAccounts]! - logosKept(t, policy);
  }
}

/** Whether a metric is one sum over another. */
export const isRatio = (term: ColumnsTerm): boolean => metrics[term].unit === "ratio";

/** What a metric's numerator is divided by; `null` for what is not a ratio. */
export function denominatorOf(t: Tally, term: ColumnsTerm): number | null {
  if (!isRatio(term)) return null;
  return logoTerms.includes(term) ? t[at.openingAccounts]! : t[at.opening]!;
}

/** Whether a whole holds less at the close than it opened with: what GRR by `whole_book_min` turns on. */
export const hasShrunk = (whole: Tally): boolean => whole[at.heldAtClose]! < whole[at.opening]!;

/**
 * A metric's numerator and denominator from the tally of a group, as the plain fold's `metricTotal` gives them: whole
 * minor units or accounts. The tally must come from a scan that follows {@link followedBy}.
 */
export function totalOf(
  tally: Tally,
  term: ColumnsTerm,
  policy: RetentionPolicy,
): { numerator: bigint; denominator: bigint | null } {
  const whole = BigInt(numeratorOf(tally, term, policy, hasShrunk(tally)));
  const denominator = denominatorOf(tally, term);
  const monthly = "dividedBy" in metrics[term] ? metrics[term].dividedBy : null;
  return {
    numerator: monthly === null ? whole : round(rational(whole, monthly)),
    denominator: denominator === null ? null : BigInt(denominator),
  };
}
