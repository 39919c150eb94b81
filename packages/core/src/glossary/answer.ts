import { decimalText, type Known, type Rational } from "../kernel/index.ts";

/** What a worked example answers: a value as text, or why there is none. */
export type Answer = string | { readonly unknown: string };

/** A value as text; where it is not known, the reason. */
export function answerOf<Value>(of: Known<Value>, text: (value: Value) => string): Answer {
  return of.reason === null ? text(of.value) : { unknown: of.reason };
}

/** A share as figures carry it: a plain decimal with six places. */
export const shareText = (of: Rational): string => decimalText(of, 6);
