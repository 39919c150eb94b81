import { z } from "zod";
import { AccountId, Currency, Day, LineId } from "../kernel/index.ts";

/** What a movement does to an account's ARR. Each is a term of the glossary. */
export const movementKinds = ["new", "expansion", "contraction", "churn", "reactivation"] as const;
/** New, expansion, contraction, churn or reactivation. */
export type MovementKind = (typeof movementKinds)[number];

/**
 * Why ARR moved:
 * - `seats` more or fewer units of a product held; `price` another price at a renewal or re-price; `escalator` a rise
 *   signed ahead with the line before it; `tier` one core product in place of another; `cross_sell` a further core
 *   product or service; `module` an add-on; `region` the same product sold into another region;
 * - `start` and `end` an account's first ARR (or its return) and its loss.
 */
export const movementReasons = [
  "seats",
  "price",
  "escalator",
  "tier",
  "cross_sell",
  "module",
  "region",
  "start",
  "end",
] as const;
/** Why ARR moved. */
export type MovementReason = (typeof movementReasons)[number];

const minor = z.bigint();

/** The part of a movement that has one reason; parts add up to the movement. `amount` is signed, in minor units. */
export const MovementPart = z.strictObject({
  reason: z.enum(movementReasons),
  amount: minor,
  lineIds: z.array(LineId),
});
/** The part of a movement that has one reason. */
export type MovementPart = z.infer<typeof MovementPart>;

/**
 * A change of one account's ARR on one day in one currency, booked on the day it happened and never netted over a
 * period. `amount` is signed and never 0; `balance` is the ARR at the end of the day; both are integer minor units.
 * `lifeBegan` is the day the account's present life as a customer began: a return within the win-back window keeps it.
 * `sourcedBy` names who brought the business in (`null`: unknown, an ownership gap).
 */
export const Movement = z.strictObject({
  accountId: AccountId,
  on: Day,
  kind: z.enum(movementKinds),
  currency: Currency,
  amount: minor,
  balance: minor,
  lifeBegan: Day,
  parts: z.array(MovementPart).min(1),
  sourcedBy: z.string().nullable(),
});
/** A change of one account's ARR on one day in one currency. */
export type Movement = z.infer<typeof Movement>;

/**
 * One account's ARR, as movements in day order (currencies in code order within a day), and the days its contract
 * lines were due to end or renew (the first day after each line's last day in force).
 */
export interface AccountLedger {
  readonly accountId: AccountId;
  readonly movements: readonly Movement[];
  readonly dueOn: readonly Day[];
}
