import { z } from "zod";
import { Currency, Day, Instant } from "../kernel/index.ts";

/** What a figure's value is counted in. */
export const figureUnits = ["ratio", "money", "count", "days"] as const;
/** Ratio, money, count or days. */
export type FigureUnit = (typeof figureUnits)[number];

/**
 * A number with everything needed to trust it: the same object from the API, the CLI, CSV and every screen.
 *
 * `value` is a plain decimal: a share for `ratio` (`"0.866667"`, six places), whole minor units for `money`, whole
 * numbers for `count` and `days`; `null` means not computable and `reason` says why. A ratio carries its `numerator`
 * and `denominator` (minor units for money, counts for accounts), from which `value` follows exactly; `currency`
 * is `null` where accounts are counted. `contributors` is how many accounts add up to it. `asOf.recorded` is the moment of knowledge asked for (`null`: everything
 * recorded so far); `freshAt` is when the newest fact used was recorded.
 */
export const Figure = z.strictObject({
  term: z.string(),
  name: z.string(),
  version: z.int().positive(),
  unit: z.enum(figureUnits),
  currency: Currency.nullable(),
  value: z.string().nullable(),
  reason: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  period: z.strictObject({ text: z.string(), from: Day, to: Day, opensOn: Day }),
  policy: z.record(z.string(), z.union([z.string(), z.number()])),
  policyText: z.string(),
  notes: z.array(z.string()),
  asOf: z.strictObject({ effective: Day, recorded: Instant.nullable() }),
  freshAt: Instant.nullable(),
  contributors: z.int().min(0),
});
/** A number with everything needed to trust it. */
export type Figure = z.infer<typeof Figure>;
