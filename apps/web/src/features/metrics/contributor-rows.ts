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

/** Ratios read against 100 %: an account's effect is how far it moves them away from it. */
const againstWhole = new Set(["nrr", "dollar-retention", "grr", "logo-retention", "retention-rate"]);

/** Prints sums or one account's share of them in the figure's unit. */
export function partOf(
  figure: Pick<Figure, "term" | "unit" | "currency">,
  sums: { numerator: string; denominator: string | null; effect: string | null },
  step: string | null,
): Part {
  const print = (minor: string) =>
    figure.currency ? money(minor, figure.currency, { signed: step !== null }) : count(minor);
  return {
    amount: print(sums.numerator),
    of: sums.denominator !== null && step === null ? print(sums.denominator) : null,
    effect:
      sums.effect === null || (step === null && !againstWhole.has(figure.term))
        ? null
        : points(sums.effect, { digits: 2 }),
  };
}
