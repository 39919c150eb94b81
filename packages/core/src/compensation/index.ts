export { type BackTest, type BackTested, backTest } from "./back-test.ts";
export { bindings as compensationBindings } from "./bindings.ts";
export { buildStatement, recomputation, type StatementDraft } from "./build-statement.ts";
export { type Clawback, type ClawbackBase, clawbackOf } from "./clawback.ts";
export { type Credit, type CreditQuestion, type CreditState, creditsOf } from "./credits.ts";
export { Deal, Exclusion, Loss, refuseSplit } from "./deal.ts";
export { type EligibleAccount, eligibleAccounts, netRetentionOf } from "./eligibility.ts";
export { exposureOn } from "./exposure.ts";
export type { CarriedForward } from "./lines/clawback-lines.ts";
export { retentionBonus } from "./lines/measure-lines.ts";
export { type MeasuredAccount, maturedDeal, measuredAccounts, measuredFrom } from "./measured.ts";
export { type PayException, payException } from "./pay-exceptions.ts";
export {
  BonusComponent,
  BookNrrComponent,
  ClawbackRule,
  CommissionComponent,
  CompPlan,
  CreditRule,
  clauseOf,
  clawbackExceptions,
  clawbackTriggers,
  creditDays,
  creditGates,
  Draw,
  dealKinds,
  Eligibility,
  Holdback,
  ObjectivesComponent,
  PlanAssignment,
  PlanComponent,
  planStates,
  QuotaComponent,
  releaseEvents,
} from "./plan.ts";
export { type PlanChange, planDiff } from "./plan-diff.ts";
export { overlapFaults, planFaults, refuseFaults } from "./plan-faults.ts";
export { componentReading, planReading } from "./plan-reading.ts";
export { CompensationPolicy, houseCompensationPolicy, nrrPayouts } from "./policy.ts";
export { type AePlan, nrrCompPlan } from "./presets.ts";
export { leadStateOn, QualifiedLead } from "./qualified-lead.ts";
export { type Attainment, expansionAttainment, Quota, quotaAttainment, SignedRenewal } from "./quota.ts";
export type { PlanFault } from "./rate-faults.ts";
export { PayoutCurve, payoutAt, RateBands } from "./rate-table.ts";
export {
  type AccountEffect,
  type NrrDifference,
  type NrrReconciliation,
  type NrrStage,
  nrrDifferences,
  type PayCounting,
  reconcileNrr,
  reconciliationOf,
} from "./reconciliation.ts";
export { type NextThreshold, nextThreshold, type PayPoint, payAt, sensitivityGrid } from "./sensitivity.ts";
export { PayScenario, type SimulatedPart, type Simulation, simulate } from "./simulate.ts";
export { quotaSpan, statementPeriod } from "./spans.ts";
export {
  Achievement,
  BookAccountMeasure,
  type Exposed,
  type LineKind,
  lineKinds,
  MaturedDeal,
  PayDecision,
  RenewedAccount,
  Statement,
  StatementInputs,
  StatementLine,
  sumOf,
  Trace,
} from "./statement.ts";
export { type StatementDiff, statementDiff } from "./statement-diff.ts";
export { terms as compensationTerms } from "./terms.ts";
export { type TraceStep, traceSteps } from "./trace-steps.ts";
