export { type AhaMoments, ahaMoments, type StayedWith, stayedWith } from "./aha-moment.ts";
export { bindings as usageBindings } from "./bindings.ts";
export type { DailyUse } from "./daily-use.ts";
export { type Agreement, agreementOf, entitled, type Feature, featuresOn } from "./feature-catalogue.ts";
export {
  type FeatureStanding,
  type FeatureState,
  featureStanding,
  featureStates,
} from "./feature-standing.ts";
export { houseUsagePolicy, UsagePolicy } from "./policy.ts";
export { type ProductQualified, productQualified } from "./product-qualified.ts";
export { idleDays, loginDrop, type UseReading, useReading } from "./readings.ts";
export { terms as usageTerms } from "./terms.ts";
