import { counted } from "../../../lib/format.ts";
import { shareText } from "./cells.ts";
import { ageWords, cohortTitle, keyWords, measureNames } from "./cohort-words.ts";
import type { CohortsView, Measure } from "./cohorts.ts";

/** The age that is twelve months after age 0. */
export const ageOfYear: Readonly<Record<string, number>> = { month: 12, quarter: 4, year: 1 };

/** What the cohorts show at one age in a sentence: their mean, the best and the worst. */
export function cohortSentence(view: CohortsView, measure: Measure): string {
  const of = measure === "arr" ? "nrr" : measure;
  const reached = view.summaries[of].filter((summary) => summary.cohorts > 0);
  const at = reached.findLast((summary) => summary.age <= (ageOfYear[view.age] ?? 1)) ?? reached[0];
  const cohorts = `${counted(view.cohorts.length, "cohort")} by ${keyWords(view.by)}`;
  if (!at) return `${cohorts}; none has a closed age with at least ${counted(view.least, "account")} yet.`;
  const there = view.cohorts.flatMap(({ cohort, cells }) => {
    const cell = cells[at.age];
    if (!cell || cell.open || cell.members < view.least || cell[of] === null) return [];
    return [{ name: cohortTitle(cohort, view.by), share: cell[of] }];
  });
  there.sort((a, b) => Number(b.share) - Number(a.share));
  const [best, worst] = [there[0], there.at(-1)];
  const range =
    best && worst && best !== worst
      ? `, from ${shareText(worst.share)}\u00a0% (${worst.name}) to ${shareText(best.share)}\u00a0% (${best.name})`
      : "";
  return `${cohorts}. ${measureNames[of]} ${ageWords(at.age, view.age)}: ${shareText(at.mean)}\u00a0% on weighted mean, ${shareText(at.median)}\u00a0% in the middle${range}.`;
}
