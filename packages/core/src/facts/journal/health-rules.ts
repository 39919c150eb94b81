import { z } from "zod";
import { atRiskExits } from "./health-names.ts";
import { type HealthNumber, healthNumbers } from "./health-numbers.ts";

/** A number health is told by, within its range. */
export function healthNumber(name: HealthNumber) {
  const { min, max } = healthNumbers[name];
  return z.int().min(min).max(max);
}

const own = (name: HealthNumber) => healthNumber(name).optional();

/** Rules a model has of its own: boundaries of bands, at-risk, and for how long a reading is carried. Left out: as the terms have them. */
export const HealthModelRules = z.strictObject({
  healthReviewBelow: own("healthReviewBelow"),
  expansionAbove: own("expansionAbove"),
  atRiskBelow: own("atRiskBelow"),
  atRiskReadings: own("atRiskReadings"),
  atRiskExit: z.enum(atRiskExits).optional(),
  carriedDays: own("carriedDays"),
});
/** Rules a model has of its own. */
export type HealthModelRules = z.infer<typeof HealthModelRules>;

/** Numbers of conditions that a rule about red flags may set for itself alone; those left out are as the policy has them. */
export const FlagThresholds = z.strictObject({
  loginDropPercent: own("loginDropPercent"),
  declinedMeetings: own("declinedMeetings"),
  integrationDays: own("integrationDays"),
  npsFellFrom: own("npsFellFrom"),
  npsFellTo: own("npsFellTo"),
  npsCycleDays: own("npsCycleDays"),
});
/** Numbers of conditions that a rule about red flags may set for itself alone. */
export type FlagThresholds = z.infer<typeof FlagThresholds>;
