export { type AccountHealth, accountHealth, healthInWords } from "./account-health.ts";
export { type AreaHealth, type AreaMonth, featureAreaHealth } from "./area-health.ts";
export {
  type AccountAtStake,
  type AccountOnceAtRisk,
  type ArrAtRisk,
  arrAtRisk,
  arrStillAtRisk,
} from "./arr-at-risk.ts";
export { type AtRiskSpan, atRisk, type WeeklyScore } from "./at-risk.ts";
export { type BandOutcome, calibration, concordance, type ScoredRenewal } from "./back-test.ts";
export { bindings as healthBindings } from "./bindings.ts";
export { type HealthComponent, type HealthComponentId, healthComponents } from "./component.ts";
export { bandsByEnds, type HealthBand, healthBand, healthBands, healthDistribution } from "./distribution.ts";
export { engagementScore } from "./engagement-score.ts";
export { callsForAction, type FlagStanding, flagStandingOn, openFlagsOn } from "./flag-handling.ts";
export {
  type FlagDue,
  type FlagRule,
  flagRulesOn,
  flagsDue,
  houseFlagRules,
  rulePolicy,
} from "./flag-rules.ts";
export { type FoundLine, shareOn } from "./found-line.ts";
export type { HealthCase, HealthInput, ToldFrom } from "./health-case.ts";
export { exact, type HealthLine, linePoints, type WeighedComponent } from "./lines.ts";
export { loginsOver } from "./logins.ts";
export { healthOfLines, type MeasuredHealth, type MeasuredPart, measureHealth } from "./measured.ts";
export {
  HealthModel,
  HealthPart,
  healthModels,
  modelPolicy,
  readsSalesContext,
} from "./model.ts";
export { type ModelVersion, modelInForce, modelVersions, overrideOn, redFlagsOn } from "./on-record.ts";
export { type Outreach, outreachHours, outreachOn, outreachRate, outreachStates } from "./outreach.ts";
export { HealthPolicy, houseHealthPolicy } from "./policy.ts";
export { ReadingColumns } from "./reading-columns.ts";
export { conditionHolds, type JudgedOn, RedFlagCondition, raisesRedFlag } from "./red-flag.ts";
export { riskScore } from "./risk-score.ts";
export { lineSubjects, sayingNames } from "./sayings.ts";
export { type HealthPoints, HealthReading, type HealthScore, healthScore, scoreText } from "./score.ts";
export { type MeasuredEnds, ScoreColumns, type ScoreWeek, unmeasured } from "./score-columns.ts";
export { type SeenSign, type SignCase, signsSeen } from "./seen-at.ts";
export { answeredBy, answersOn, csmSentimentOn } from "./sentiment-reading.ts";
export { isOpenOn, ticketsOn } from "./support-reading.ts";
export { terms as healthTerms } from "./terms.ts";
export {
  expansionReady,
  isAbove,
  isBelow,
  needsReview,
  type ScoreRange,
  type Verdict,
} from "./thresholds.ts";
export { UseColumns, type UseOfDay, type UseView } from "./use-columns.ts";
export { type UseFell, useFell } from "./use-fall.ts";
export {
  type HealthCrossing,
  healthCrossings,
  type UseFall,
  type UseLeads,
  usageLeads,
  type WeekOfUse,
} from "./use-leads.ts";
export {
  type AccountDay,
  type AccountUseReading,
  dayRead,
  eventSystem,
  inDayOrder,
  useSeries,
} from "./use-series.ts";
export { lastOfWeek, weekEnds } from "./weeks.ts";
export { type ComponentChange, whyChanged, whyText } from "./why.ts";
