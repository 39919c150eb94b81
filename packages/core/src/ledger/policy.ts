import { z } from "zod";

/**
 * How contract lines become ARR movements. Each choice is printed beside every figure it shapes.
 *
 * - `graceDays`: a renewal that starts at most this many days late is back-filled: the gap carries the renewed ARR and
 *   nothing is booked as churn.
 * - `churnOn`: when the loss of what nothing continues is booked: the day after the last day in force (`end`), the day
 *   notice is given (`notice`), or once the grace has run out (`end_plus_grace`, where the account is left with nothing;
 *   what lapses beside other lines is contraction at its end).
 * - `identity`: who the customer is: each account, or its ultimate parent.
 * - `discount`: ARR at net prices, or at list where a list price is known.
 * - `usage`: whether usage lines carry ARR.
 * - `week`: weekly prices times 52, or times 365/7.
 * - `winbackDays`: a return at most this many days after churn continues the account's life; later it is a win-back.
 */
export const LedgerPolicy = z.strictObject({
  graceDays: z.int().min(0).max(365).default(30),
  churnOn: z.enum(["end", "notice", "end_plus_grace"]).default("end"),
  identity: z.enum(["account", "parent"]).default("account"),
  discount: z.enum(["net", "list"]).default("net"),
  usage: z.enum(["out", "in"]).default("out"),
  week: z.enum(["52", "365/7"]).default("52"),
  winbackDays: z.int().min(0).max(3650).default(90),
});
/** How contract lines become ARR movements. */
export type LedgerPolicy = z.infer<typeof LedgerPolicy>;

/** The house policy: every default. */
export const houseLedgerPolicy: LedgerPolicy = LedgerPolicy.parse({});
