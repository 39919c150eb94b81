export { type AhaMoments, ahaMoments, type StayedWith, stayedWith } from "./aha-moment.ts";
export { bindings as usageBindings } from "./bindings.ts";
export type { DailyUse } from "./daily-use.ts";
export {
  type Agreement,
  agreementOf,
  entitled,
  type Feature,
  featuresOn,
  isTakenUp,
  signalsOf,
} from "./feature-catalogue.ts";
export { type CourseOfUse, featureCourse } from "./feature-course.ts";
export {
  type FeatureStanding,
  type FeatureState,
  featureStanding,
  featureStates,
} from "./feature-standing.ts";
export { type FeatureUses, usesOfFeatures } from "./feature-uses.ts";
export type { WeekOfUse } from "./feature-weeks.ts";
export { type LossBeside, lossesOfOthers } from "./losses-beside.ts";
export { newUsers } from "./new-users.ts";
export { houseUsagePolicy, UsagePolicy } from "./policy.ts";
export { type ProductQualified, productQualified } from "./product-qualified.ts";
export { idleDays, loginDrop, type UseReading, useReading } from "./readings.ts";
export { terms as usageTerms } from "./terms.ts";
export {
  type DecidedRenewal,
  type KeptShare,
  type PrecedingUse,
  usePreceding,
} from "./what-precedes.ts";
