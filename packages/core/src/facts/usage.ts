import { z } from "zod";
import { AccountId } from "../kernel/index.ts";
import { retractable, stamp } from "./stamp.ts";

/** What a reading counts: work done with the product, or merely signing in, which is not use. */
export const usageActivities = ["use", "login"] as const;
/** Use or login. */
export type UsageActivity = (typeof usageActivities)[number];

const count = z.int().min(0).max(1_000_000_000).nullable();

/**
 * How much an account used a feature (`null`: the product as a whole) in the `days` days that end on `effectiveOn`:
 * distinct `users`, `uses`, and on how many of the days (`activeDays`). `seats` are the licensed seats as the source
 * knows them. What the source does not tell is null. Its source key names account, feature, activity and last day.
 */
export const UsageFact = z
  .strictObject({
    kind: z.literal("usage"),
    accountId: AccountId,
    feature: z.string().min(1).max(200).nullable(),
    activity: z.enum(usageActivities),
    days: z.int().min(1).max(366),
    users: count,
    uses: z.int().min(0).nullable(),
    activeDays: count,
    seats: count,
    ...retractable,
    ...stamp,
  })
  .refine((reading) => reading.activeDays === null || reading.activeDays <= reading.days, {
    path: ["activeDays"],
    message: "is more than the days of the reading",
  });
/** A reading of product usage. */
export type UsageFact = z.infer<typeof UsageFact>;
