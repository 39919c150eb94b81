import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import { day } from "../kernel/index.ts";
import { ahaMoments } from "./aha-moment.ts";
import { ahaExamples, pqlExamples, type UseCase } from "./examples.ts";
import { usesOf } from "./plain-use.ts";
import { UsagePolicy } from "./policy.ts";
import { productQualified } from "./product-qualified.ts";
import { terms } from "./terms.ts";

const aha = (given: UseCase) => {
  const policy = UsagePolicy.parse(given.policy ?? {});
  const { share, medianDay, reached } = ahaMoments(usesOf(given), "share", day(given.on), policy);
  return {
    share: answerOf(share, shareText),
    medianDay: answerOf(medianDay, String),
    reached: reached.size,
  };
};

const qualified = (given: UseCase) =>
  productQualified(usesOf(given), "limit", day(given.on), UsagePolicy.parse(given.policy ?? {})).map(
    ({ accountId, users, limitHits }) => `${accountId}: ${users} users, ${limitHits} limits met`,
  );

const bound = binderOf(terms, "@termwise/core/usage");

/** The words for what single uses tell, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("aha-moment", "ahaMoments", aha, ahaExamples),
  ...bound("pql", "productQualified", qualified, pqlExamples),
];
