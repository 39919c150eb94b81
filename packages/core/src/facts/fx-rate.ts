import { z } from "zod";
import { Currency } from "../kernel/index.ts";
import { retractable, stamp } from "./stamp.ts";

/** From `effectiveOn` until the next rate of the pair, one major unit of `base` is worth `rate` major units of `quote`. */
export const FxRate = z
  .strictObject({
    kind: z.literal("fx_rate"),
    base: Currency,
    quote: Currency,
    rate: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,12})?$/, "is not a decimal number")
      .refine((text) => /[1-9]/.test(text), "must be above 0"),
    ...retractable,
    ...stamp,
  })
  .refine((rate) => rate.base !== rate.quote, {
    path: ["quote"],
    message: "is the base: a rate needs two currencies",
  });
/** A dated exchange rate. */
export type FxRate = z.infer<typeof FxRate>;
