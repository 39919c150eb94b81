import { z } from "zod";
import { atRiskExits } from "../facts/index.ts";

const score = (normal: number) => z.int().min(0).max(100).default(normal);

/** The choices of health: thresholds, how long a reading is believed, what raises a red flag, and what counts as a fall of use. */
export const HealthPolicy = z
  .strictObject({
    healthReviewBelow: score(70),
    expansionAbove: score(85),
    atRiskBelow: score(45),
    atRiskReadings: z.int().min(1).max(8).default(2),
    atRiskExit: z.enum(atRiskExits).default("two_readings"),
    carriedDays: z.int().min(0).max(92).default(14),
    redFlagWeight: z.int().min(0).max(50).default(15),
    areaHealthBelow: score(60),
    areaReadings: z.int().min(1).max(12).default(3),
    idleUserDays: z.int().min(1).max(90).default(14),
    unansweredEmails: z.int().min(1).max(10).default(2),
    loginDropPercent: z.int().min(1).max(100).default(50),
    loginDropDays: z.int().min(7).max(92).default(30),
    declinedMeetings: z.int().min(1).max(10).default(2),
    integrationDays: z.int().min(0).max(60).default(5),
    npsFellFrom: z.int().min(1).max(10).default(8),
    npsFellTo: z.int().min(0).max(9).default(5),
    npsCycleDays: z.int().min(7).max(366).default(100),
    useFallPercent: z.int().min(1).max(100).default(30),
    leadWeeks: z.int().min(1).max(52).default(13),
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
