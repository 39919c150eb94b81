export { usageGapDays } from "./account-checks.ts";
export { qualityCheckNames, type Severity, severities } from "./check-names.ts";
export { type Arrivals, type Freshness, freshnessOf, lateFor, ledgerKinds } from "./freshness.ts";
export { arrTouched, houseTolerance, qualityOf, trackedChecks } from "./quality.ts";
export type { BillingTotal, CheckResult, QualityFinding, QualitySubject } from "./subject.ts";
