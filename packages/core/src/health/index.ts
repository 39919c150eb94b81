export { type AreaHealth, type AreaMonth, featureAreaHealth } from "./area-health.ts";
export { type AtRiskSpan, atRisk, type WeeklyScore } from "./at-risk.ts";
export { bindings as healthBindings } from "./bindings.ts";
export { type HealthComponent, type HealthComponentId, healthComponents } from "./component.ts";
export { type HealthBand, healthBand, healthBands, healthDistribution } from "./distribution.ts";
export { HealthModel, HealthPart, healthModels, readsSalesContext } from "./model.ts";
export { HealthPolicy, houseHealthPolicy } from "./policy.ts";
export { conditionHolds, type JudgedOn, RedFlagCondition, raisesRedFlag } from "./red-flag.ts";
export { riskScore } from "./risk-score.ts";
export { type HealthPoints, HealthReading, type HealthScore, healthScore } from "./score.ts";
export { terms as healthTerms } from "./terms.ts";
export {
  expansionReady,
  isAbove,
  isBelow,
  needsReview,
  type ScoreRange,
  type Verdict,
} from "./thresholds.ts";
