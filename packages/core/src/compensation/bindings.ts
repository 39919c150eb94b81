import { answerOf, type Binding, defineMetric, type Example, shareText } from "../glossary/index.ts";
import { attainmentExamples, expansionQuotaExamples } from "./examples.ts";
import { type QuotaCase, quotaOf } from "./plain-credit.ts";
import { expansionAttainment, quotaAttainment } from "./quota.ts";
import { terms } from "./terms.ts";

const growth = (given: QuotaCase) => {
  const { quota, expansions } = quotaOf(given);
  return answerOf(expansionAttainment(quota, expansions).rate, shareText);
};

const attained = (given: QuotaCase) => {
  const { quota, ...credited } = quotaOf(given);
  return answerOf(quotaAttainment(quota, credited).rate, shareText);
};

function bound<Given, Result>(
  id: (typeof terms)[number]["id"],
  symbol: string,
  of: (given: Given) => Result,
  examples: readonly Example<NoInfer<Given>, NoInfer<Result>>[],
): Binding[] {
  return terms
    .filter((term) => term.id === id)
    .map((term) => defineMetric({ term, module: "@termwise/core/compensation", symbol, of, examples }));
}

/** The words for quotas, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("expansion-quota", "expansionAttainment", growth, expansionQuotaExamples),
  ...bound("quota-attainment", "quotaAttainment", attained, attainmentExamples),
];
