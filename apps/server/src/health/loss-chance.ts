import { HealthPolicy, openFlagsOn, type ScoreRange } from "@termwise/core/health";
import { rationalOf } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { type LossChance, lossChances, PlayPolicy } from "@termwise/core/plays";
import { agreedChoices } from "../definitions/agreed.ts";
import type { Termwise } from "../termwise.ts";
import { lossHistory } from "./loss-history.ts";

/** The two ends of a score as they are told; null: no week was measured. */
export interface ToldEnds {
  readonly low: string | null;
  readonly high: string | null;
}

/** The ends of a score as they are told, to compute with; null: there is none. */
function rangeOf({ low, high }: ToldEnds): ScoreRange | null {
  return low === null || high === null ? null : { low: rationalOf(low), high: rationalOf(high) };
}

/** How likely the loss of a customer is taken to be, from its last score as it is told and its open red flags: on every screen the same. */
export async function lossChanceOf(
  termwise: Termwise,
): Promise<(record: CustomerRecord, told: ToldEnds) => LossChance | null> {
  const books = await termwise.books();
  const on = termwise.today();
  const chanceOf = lossChances(await lossHistory(termwise), {
    plays: agreedChoices(PlayPolicy, books, on),
    health: agreedChoices(HealthPolicy, books, on),
  });
  return (record, told) => {
    const score = rangeOf(told);
    const flags = openFlagsOn(record, on).map(({ standing }) => standing.severity);
    return score && chanceOf({ score, flags });
  };
}
