import { type Rational, rational } from "./rational.ts";

/** A value, or why there is none. What cannot be computed is never 0. */
export type Known<Value> =
  | { readonly value: Value; readonly reason: null }
  | { readonly value: null; readonly reason: string };

/** A value that is known. */
export function known<Value>(value: Value): Known<Value> {
  return { value, reason: null };
}

/** No value, and why in one sentence. */
export function notKnown(reason: string): Known<never> {
  return { value: null, reason };
}

/** `part / base`, exactly; where the base is 0 there is none, and the reason says what is missing. */
export function shareOf(part: bigint, base: bigint, reason: string): Known<Rational> {
  return base === 0n ? notKnown(reason) : known(rational(part, base));
}

/** What a function makes of a known value; what is not known stays so, with its reason. */
export function whereKnown<Value, Result>(
  of: Known<Value>,
  then: (value: Value) => Known<Result>,
): Known<Result> {
  return of.value === null ? { value: null, reason: of.reason ?? "Not known." } : then(of.value);
}
