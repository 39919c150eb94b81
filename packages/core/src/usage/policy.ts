import { z } from "zod";

/** The choices of what is read off single uses; each has a default and is printed with its term. */
export const UsagePolicy = z.strictObject({
  ahaUses: z.int().min(1).max(100).default(1),
  ahaDays: z.int().min(1).max(365).default(14),
  pqlUsers: z.int().min(1).max(1000).default(5),
  pqlLimitHits: z.int().min(0).max(100).default(2),
  pqlDays: z.int().min(1).max(365).default(30),
});
/** The choices of what is read off single uses. */
export type UsagePolicy = z.infer<typeof UsagePolicy>;

/** The choices as they are where nobody made others. */
export const houseUsagePolicy: UsagePolicy = UsagePolicy.parse({});
