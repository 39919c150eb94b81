import { z } from "zod";

/** How the part of a commission that waits is paid by the NRR reached. */
export const nrrPayouts = ["proportional", "at_target"] as const;

const share = (least: number, normal: number) => z.int().min(least).max(100).default(normal);

/** The choices that a plan starts from where it says nothing else; each has a default and is printed with its term. */
export const CompensationPolicy = z.strictObject({
  commissionAtClose: share(0, 80),
  nrrPayout: z.enum(nrrPayouts).default("proportional"),
  clawbackShare: share(0, 50),
  clawbackMonths: z.int().min(1).max(36).default(12),
  retentionBonusShare: share(50, 90),
});
/** The choices that a plan starts from. */
export type CompensationPolicy = z.infer<typeof CompensationPolicy>;

/** The choices as they are where nobody made others. */
export const houseCompensationPolicy: CompensationPolicy = CompensationPolicy.parse({});
