export { type AdoptionRule, adoptionRuleOn } from "./adoption-rule.ts";
export { bindings as lifecycleBindings } from "./bindings.ts";
export { criteriaWritten, type LifecycleContext, lifecycleChecks } from "./checks.ts";
export { type Loss, lossesOn, preventableByMonth, preventableChurn } from "./churn.ts";
export { type Clause, type Evidence, type GateCheck, openClauses } from "./clause.ts";
export { type ColumnSpan, columnsIn, openExpansions } from "./columns.ts";
export { criterionNames } from "./gate-onboarded.ts";
export { historyOf, type StageSpan } from "./history.ts";
export { type Life, lifeOn, livesOn } from "./lives.ts";
export {
  events,
  type LifecycleEvent,
  machineVersion,
  madeBy,
  moveOf,
  moves,
  type Place,
  places,
  type Target,
} from "./machine.ts";
export { type MomentOfTruth, momentsOfTruth } from "./moments.ts";
export {
  type ClauseState,
  clauseStates,
  type Gate,
  type PassageKind,
  rankOf,
  type Stage,
  stageNames,
  stages,
} from "./names.ts";
export {
  type DueContract,
  type OnTimeRenewals,
  onTimeRenewals,
  type RenewalKept,
} from "./on-time-renewals.ts";
export { customerOf, type PlainCustomer } from "./plain-customer.ts";
export { lifeOf, type PlainLife } from "./plain-life.ts";
export { houseLifecyclePolicy, LifecyclePolicy, lifecyclePolicyOn } from "./policy.ts";
export { type Preparation, type Renewal, renewalDays, renewalOn, termEndOn } from "./renewal.ts";
export { gatesOn, type Standing, standingOn } from "./standing.ts";
export { lifecycleStatechart } from "./statechart.ts";
export { terms as lifecycleTerms } from "./terms.ts";
export { type MoveAnswer, type NextStep, tryMove, waivers } from "./try-move.ts";
export { activeSeats, licensedSeats, readingsUpTo } from "./usage-window.ts";
export {
  type Journey,
  median,
  onboardedOn,
  onboardingProductivity,
  type StageVelocity,
  type Stretch,
  stageVelocity,
  stretchesAt,
  timeToOnboard,
  timeToOnboardByCsm,
} from "./velocity.ts";
