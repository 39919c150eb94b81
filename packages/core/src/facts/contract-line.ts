import { z } from "zod";
import { AccountId, Currency, Day, LineId } from "../kernel/index.ts";
import { stamp } from "./stamp.ts";

/** What is sold: the product itself, an add-on module to it, or a service. */
export const productKinds = ["core", "add_on", "service"] as const;
/** Core product, add-on module or service. */
export type ProductKind = (typeof productKinds)[number];

/** How a line is charged. Only `recurring` lines carry ARR by default; `usage` joins them by policy; `one_time` never. */
export const lineKinds = ["recurring", "usage", "one_time"] as const;
/** Recurring, usage or one-time. */
export type LineKind = (typeof lineKinds)[number];

/** Whether the line's invoices are paid. Kept and shown; no figure depends on it by default. */
export const paymentStates = ["paid", "open", "overdue", "failed"] as const;
/** Paid, open, overdue or failed. */
export type PaymentState = (typeof paymentStates)[number];

/** Units a charge can recur in. */
export const intervalUnits = ["day", "week", "month", "year"] as const;
/** Day, week, month or year. */
export type IntervalUnit = (typeof intervalUnits)[number];

/** How often a charge recurs: every `count` `unit`s. A quarter is 3 months, a half-year 6 months. */
export const BillingInterval = z.strictObject({
  unit: z.enum(intervalUnits),
  count: z.int().min(1).max(120),
});
/** How often a charge recurs. */
export type BillingInterval = z.infer<typeof BillingInterval>;

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "is not a decimal number of 0 or more");

/**
 * What a line costs, in major units of its currency as an exact decimal:
 * - `unit`: `net` per unit of quantity per `per`; `list` is the price before discount, when known;
 * - `amount`: `net` for the whole line per `per`; `list` likewise;
 * - `total`: the total contract value over the line's term (`startsOn` to `endsOn`, which must be set).
 */
export const Price = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("unit"), net: decimal, list: decimal.nullable(), per: BillingInterval }),
  z.strictObject({ of: z.literal("amount"), net: decimal, list: decimal.nullable(), per: BillingInterval }),
  z.strictObject({ of: z.literal("total"), net: decimal, list: decimal.nullable() }),
]);
/** What a line costs: per unit, per interval, or in total. */
export type Price = z.infer<typeof Price>;

/**
 * One line of a contract: what an account bought, how much of it, at what price, from when to when.
 *
 * `startsOn` is the first and `endsOn` the last day in force (`null`: open ended); ARR changes on the day after the
 * last. `signedOn` is when it was signed, `noticeOn` when notice of its end was given. `renews` is the line it
 * continues: that line is superseded from `startsOn` on. `sourcedBy` names who brought the business in; unknown
 * (`null`) shows as an ownership gap and is never refused. `withdrawn` takes the line back as if never recorded.
 * `totalContractValue` and `payment` are kept as stated by the source. `effectiveOn` is `startsOn`.
 */
export const ContractLine = z
  .strictObject({
    kind: z.literal("line"),
    lineId: LineId,
    accountId: AccountId,
    product: z.string().min(1),
    productKind: z.enum(productKinds),
    lineKind: z.enum(lineKinds),
    region: z.string().min(1).nullable(),
    quantity: decimal,
    price: Price,
    currency: Currency,
    billing: BillingInterval.nullable(),
    startsOn: Day,
    endsOn: Day.nullable(),
    signedOn: Day.nullable(),
    noticeOn: Day.nullable(),
    autoRenew: z.boolean().nullable(),
    renews: LineId.nullable(),
    totalContractValue: decimal.nullable(),
    payment: z.enum(paymentStates).nullable(),
    sourcedBy: z.string().min(1).nullable(),
    withdrawn: z.boolean(),
    ...stamp,
  })
  .refine((line) => line.endsOn === null || line.endsOn >= line.startsOn, {
    path: ["endsOn"],
    message: "is before startsOn",
  })
  .refine((line) => line.price.of !== "total" || line.endsOn !== null, {
    path: ["endsOn"],
    message: "is needed to spread a total contract value over its term",
  });
/** One line of a contract. */
export type ContractLine = z.infer<typeof ContractLine>;
