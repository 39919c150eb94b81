import { z } from "zod";
import { Day, type Period } from "../kernel/index.ts";
import type { SurveyAnswer } from "./answer.ts";
import { type NetPromoterScore, netPromoterScore, promotersOf } from "./nps.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "./policy.ts";

/** What customers do unasked, or for us, because they are more than satisfied. */
export const delightActs = ["praise", "reference_call", "case_study", "public_review", "referral"] as const;

/** A sign of delight: what somebody said or did, and when. */
export const DelightSign = z.strictObject({
  on: Day,
  person: z.string().min(1).max(200),
  act: z.enum(delightActs),
});
/** A sign of delight. */
export type DelightSign = z.infer<typeof DelightSign>;

/** The signs of a period side by side; they are never added up to one number. */
export interface Delight {
  readonly nps: NetPromoterScore;
  readonly praise: number;
  readonly acts: number;
  /** People who answered as promoters, praised or acted, each once: silence counts as nothing. */
  readonly people: number;
}

/** The signs of delight in a period: NPS, praise in words, and acts. Term: delight-metrics. Unit: counts. */
export function delightMetrics(
  { answers, signs }: { readonly answers: readonly SurveyAnswer[]; readonly signs: readonly DelightSign[] },
  { from, to }: Pick<Period, "from" | "to">,
  policy: SurveyPolicy = houseSurveyPolicy,
): Delight {
  const asked = answers.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to);
  const seen = signs.filter(({ on }) => on >= from && on <= to);
  const nps = netPromoterScore(asked, policy);
  const praise = seen.filter(({ act }) => act === "praise").length;
  const acting = new Set(seen.map(({ person }) => person));
  const promoters = promotersOf(asked, policy).filter((person) => !acting.has(person)).length;
  return { nps, praise, acts: seen.length - praise, people: acting.size + promoters };
}
