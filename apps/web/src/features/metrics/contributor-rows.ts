import type { Figure } from "@termwise/core/glossary";
import { count, money, points } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** The accounts behind a figure, a page of them, with their sum. */
export type Contributors = Outputs["metrics"]["contributors"];

/** What an account adds to a figure, ready to print: the part, what it is a part of, and its effect. */
export interface Part {
  amount: string;
  of: string | null;
  effect: string | null;
}

/** Prints sums or one account's share of them in the figure's unit. */
export function partOf(
  figure: Pick<Figure, "unit" | "currency" | "denominator">,
  sums: { numerator: string; denominator: string | null; effect: string | null },
  step: string | null,
): Part {
  const print = (minor: string) =>
    figure.currency ? money(minor, figure.currency, { signed: step !== null }) : count(minor);
  return {
    amount: print(sums.numerator),
    of: sums.denominator !== null && step === null ? print(sums.denominator) : null,
    effect: sums.effect === null ? null : points(sums.effect, { digits: 2 }),
  };
}
