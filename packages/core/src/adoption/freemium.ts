import { z } from "zod";
import { Day, type Known, type Period, type Rational, shareOf } from "../kernel/index.ts";

/** Somebody who uses the product: on which plan they began and when, and since when they pay (null: they do not). */
export const PlanUser = z
  .strictObject({
    user: z.string().min(1).max(200),
    beganOn: Day,
    plan: z.enum(["free", "paid"]),
    paysSince: Day.nullable(),
  })
  .refine(({ beganOn, paysSince }) => paysSince === null || paysSince >= beganOn, {
    path: ["paysSince"],
    message: "is before they began",
  });
/** Somebody who uses the product. */
export type PlanUser = z.infer<typeof PlanUser>;

/**
 * Of the users who began on the free plan in a period, the share that pays by a day. Term: freemium-conversion. Unit:
 * share.
 */
export function freemiumConversion(
  users: readonly PlanUser[],
  { from, to }: Pick<Period, "from" | "to">,
  on: Day,
): Known<Rational> {
  const cohort = users.filter(
    ({ beganOn, plan }) => plan === "free" && beganOn >= from && beganOn <= to && beganOn <= on,
  );
  const paying = cohort.filter(({ paysSince }) => paysSince !== null && paysSince <= on);
  return shareOf(
    BigInt(paying.length),
    BigInt(cohort.length),
    `Nobody began on a free plan from ${from} to ${to}.`,
  );
}
