import { type Rational, rational } from "./rational.ts";

/** A share or rate of two whole quantities of one unit. `null` when the base is 0: unknown, never 0 and never 100 %. */
export type Ratio = Rational | null;

/** `part / base`, or `null` when the base is 0. */
export function ratio(part: bigint, base: bigint): Ratio {
  return base === 0n ? null : rational(part, base);
}
