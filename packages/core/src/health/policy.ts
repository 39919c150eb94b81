import { z } from "zod";
import { atRiskExits, type HealthNumber, healthNumber } from "../facts/index.ts";

const usual = (name: HealthNumber, value: number) => healthNumber(name).default(value);

/** The choices of health: thresholds, how long a reading is believed, what raises a red flag, and what counts as a fall of use. */
export const HealthPolicy = z
  .strictObject({
    healthReviewBelow: usual("healthReviewBelow", 70),
    expansionAbove: usual("expansionAbove", 85),
    atRiskBelow: usual("atRiskBelow", 45),
    atRiskReadings: usual("atRiskReadings", 2),
    atRiskExit: z.enum(atRiskExits).default("two_readings"),
    carriedDays: usual("carriedDays", 14),
    redFlagWeight: usual("redFlagWeight", 15),
    areaHealthBelow: usual("areaHealthBelow", 60),
    areaReadings: usual("areaReadings", 3),
    idleUserDays: usual("idleUserDays", 14),
    unansweredEmails: usual("unansweredEmails", 2),
    loginDropPercent: usual("loginDropPercent", 50),
    loginDropDays: usual("loginDropDays", 30),
    declinedMeetings: usual("declinedMeetings", 2),
    integrationDays: usual("integrationDays", 5),
    npsFellFrom: usual("npsFellFrom", 8),
    npsFellTo: usual("npsFellTo", 5),
    npsCycleDays: usual("npsCycleDays", 100),
    useFallPercent: usual("useFallPercent", 30),
    leadWeeks: usual("leadWeeks", 13),
  })
  .refine(({ atRiskBelow, healthReviewBelow }) => atRiskBelow <= healthReviewBelow, {
    path: ["atRiskBelow"],
    message: "is above the score under which an account is looked into",
  })
  .refine(({ healthReviewBelow, expansionAbove }) => healthReviewBelow <= expansionAbove, {
    path: ["expansionAbove"],
    message: "is below the score under which an account is looked into",
  })
  .refine(({ npsFellFrom, npsFellTo }) => npsFellTo < npsFellFrom, {
    path: ["npsFellTo"],
    message: "is not below the answer it falls from",
  });
/** The choices of health. */
export type HealthPolicy = z.infer<typeof HealthPolicy>;

/** The choices as they are where nobody made others. */
export const houseHealthPolicy: HealthPolicy = HealthPolicy.parse({});
