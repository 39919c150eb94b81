import { openFlagsOn, useFell, useSeries } from "@termwise/core/health";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { HouseRules } from "@termwise/core/people";
import type { QueueHealth } from "@termwise/core/work";
import { type Standing, standingsToday } from "../health/list-health.ts";
import { lossChanceOf } from "../health/loss-chance.ts";

import { riskReasons } from "../health/risk-reasons.ts";
import { weeksLookedBack } from "../health/scored.ts";
import type { Termwise } from "../termwise.ts";
import type { BookCase } from "./cases.ts";

/** The last day up to one that a reading of use of anybody ends on; null: none does. */
const usedUntil = ({ readings }: HouseRules, on: Day): Day | null =>
  readings?.days.findLast((day) => day <= on) ?? null;

/** How the health of the customers of a book stands. */
export const standingsOf = (termwise: Termwise, cases: readonly BookCase[]) =>
  standingsToday(
    termwise,
    cases.map(({ account }) => account),
  );

/** The customers of a book with what the queue reads of the health of each. */
export async function withHealth(termwise: Termwise, cases: readonly BookCase[]): Promise<BookCase[]> {
  const on = termwise.today();
  const standings = await standingsOf(termwise, cases);
  const atRisk = [...standings].flatMap(([id, { atRiskSince }]): AccountId[] =>
    atRiskSince === null ? [] : [id],
  );
  const reasons = await riskReasons(termwise, atRisk, weeksLookedBack(on).to);
  const chanceOf = await lossChanceOf(termwise);
  return cases.map((one) => {
    const { record, rules } = one;
    const standing = standings.get(record.accountId);
    if (!standing) return one;
    const health: QueueHealth = {
      score: scoreWords(standing),
      risk: chanceOf(record, standing)?.percent ?? null,
      atRiskSince: standing.atRiskSince,
      reasons: (reasons.get(record.accountId) ?? []).map(({ text }) => text),
      flags: openFlagsOn(record, on).map(({ fact: { entryId, effectiveOn, entry } }) => ({
        entryId,
        on: effectiveOn,
        title: entry.title,
      })),
      fell: fellBy(one, usedUntil(rules, on)),
    };
    return { ...one, health };
  });
}

/** A score in words: "41", or the ends between which it lies; null: no week was measured. */
const scoreWords = ({ score, low, high }: Standing): string | null =>
  score ?? (low === null || high === null ? null : `${low} to ${high}`);

const fellBy = ({ record }: BookCase, until: Day | null): QueueHealth["fell"] =>
  until === null ? null : useFell(useSeries(record.usage), until);
