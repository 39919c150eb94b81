import { z } from "zod";

/** From which day time to first value is counted. */
export const valueStarts = ["onboarding_start", "onboarded"] as const;

/** The choices of the adoption figures; each has a default and is printed with its term. */
export const AdoptionPolicy = z.strictObject({
  adoptionDays: z.int().min(1).max(92).default(7),
  adoptionTarget: z.int().min(1).max(100).default(60),
  featureAdoptionDays: z.int().min(1).max(365).default(90),
  featureUsesAWeek: z.int().min(1).max(100).default(1),
  featureWeeks: z.int().min(1).max(52).default(2),
  ttfvStart: z.enum(valueStarts).default("onboarding_start"),
});
/** The choices of the adoption figures. */
export type AdoptionPolicy = z.infer<typeof AdoptionPolicy>;

/** The choices as they are where nobody made others. */
export const houseAdoptionPolicy: AdoptionPolicy = AdoptionPolicy.parse({});
