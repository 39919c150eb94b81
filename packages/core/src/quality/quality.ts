import { type QualityCheck, qualityChecks } from "../facts/index.ts";
import { type AccountId, Failure } from "../kernel/index.ts";
import { balancesOn } from "../retention/index.ts";
import {
  duplicateDomains,
  missingRenewal,
  orphans,
  overlappingLines,
  staleSources,
  usageGap,
} from "./account-checks.ts";
import { billingTotal, bridgeCloses, missingRate } from "./ledger-checks.ts";
import type { Check, CheckResult, QualitySubject } from "./subject.ts";

const checks: Readonly<Record<QualityCheck, Check>> = {
  bridge_closes: bridgeCloses,
  missing_rate: missingRate,
  billing_total: billingTotal,
  stale_sources: staleSources,
  orphans,
  overlapping_lines: overlappingLines,
  missing_renewal: missingRenewal,
  duplicate_domains: duplicateDomains,
  usage_gap: usageGap,
};

/** How far a billing total may lie from ours where nobody said otherwise: half a per cent, in hundredths of one. */
export const houseTolerance = 50;

/** The checks whose answer on an earlier day can be told from the same facts: what was late or billed then is not among them. */
export const trackedChecks: readonly QualityCheck[] = qualityChecks.filter(
  (check) => check !== "stale_sources" && check !== "billing_total",
);

/** What the data lacks or says twice, check by check. Pure: the same subject gives the same answer. */
export function qualityOf(
  subject: QualitySubject,
  only: readonly QualityCheck[] = qualityChecks,
): CheckResult[] {
  return only.map((check) => ({ check, ...checks[check](subject) }));
}

/**
 * The ARR of the customers that findings are about, each counted once, on the day and in the currency of the subject's
 * book (minor units). Null where they are about no customer, or it cannot be told as a rate is missing.
 */
export function arrTouched(
  { book, on }: Pick<QualitySubject, "book" | "on">,
  findings: readonly { readonly accountId: AccountId | null }[],
): bigint | null {
  const touched = new Set(findings.flatMap(({ accountId }) => accountId ?? []));
  if (book === null || touched.size === 0) return null;
  const convert = book.rates.on(on);
  let sum = 0n;
  try {
    for (const account of book.accounts) {
      if (!touched.has(account.accountId)) continue;
      for (const { balance, currency } of balancesOn(account, [on]).flat()) sum += convert(balance, currency);
    }
  } catch (error) {
    // Without a rate an amount is unknown, never 0.
    if (error instanceof Failure && error.code === "rate_missing") return null;
    throw error;
  }
  return sum;
}
