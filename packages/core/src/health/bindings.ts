import type { FlagSeverity } from "../facts/index.ts";
import { answerOf, type Binding, binderOf } from "../glossary/index.ts";
import { AccountId, addDays, day, known, notKnown, type Rational, rational } from "../kernel/index.ts";
import { featureAreaHealth } from "./area-health.ts";
import { arrAtRisk } from "./arr-at-risk.ts";
import { atRisk } from "./at-risk.ts";
import type { HealthComponentId } from "./component.ts";
import { healthDistribution } from "./distribution.ts";
import { engagementExamples } from "./engagement-examples.ts";
import { engagementScore } from "./engagement-score.ts";
import {
  type AreaCase,
  type AreaText,
  areaExamples,
  atRiskExamples,
  distributionExamples,
  expansionExamples,
  type HealthCase,
  type HealthText,
  type PlainScore,
  reviewExamples,
  riskExamples,
  salesContextExamples,
  scoreExamples,
  trueExamples,
  type WeeksCase,
} from "./examples.ts";
import { type FlagCase, flagExamples } from "./flag-examples.ts";
import { type LeadCase, type LeadText, leadExamples } from "./lead-examples.ts";
import { healthModels, readsSalesContext } from "./model.ts";
import { HealthPolicy } from "./policy.ts";
import { RedFlagCondition, raisesRedFlag } from "./red-flag.ts";
import { riskScore } from "./risk-score.ts";
import { HealthReading, healthScore, scoreText } from "./score.ts";
import { type StakeCase, type StakeText, stakeExamples } from "./stake-examples.ts";
import { terms } from "./terms.ts";
import { expansionReady, needsReview, type ScoreRange } from "./thresholds.ts";
import { usageLeads } from "./use-leads.ts";

const today = day("2026-06-09");
const points = (of: number) => rational(BigInt(of));

const rangeOf = (score: PlainScore): ScoreRange => {
  const [low, high] = typeof score === "number" ? [score, score] : score;
  return { low: points(low), high: points(high) };
};

const read = ({ model: id, readings }: HealthCase) => {
  const model = healthModels.find((one) => one.id === id);
  if (!model) throw new RangeError(`no model is called ${id}`);
  const told = (Object.keys(readings) as HealthComponentId[]).map((component) => {
    const [got, of, daysAgo = 0] = readings[component] ?? [0, 1];
    return HealthReading.parse({ component, on: addDays(today, -daysAgo), got, of });
  });
  return { model, score: healthScore(model, told, today) };
};

const scored = (given: HealthCase): HealthText => {
  const { model, score } = read(given);
  return {
    score: answerOf(score.score, scoreText),
    low: scoreText(score.low),
    high: scoreText(score.high),
    salesContext: readsSalesContext(model),
    review: needsReview(score),
    expansion: expansionReady(score),
  };
};

const engagement = (given: HealthCase) => answerOf(engagementScore(read(given).score), scoreText);

const weekly = (weeks: WeeksCase["weeks"]) =>
  weeks.map((score, at) => ({
    week: addDays(day("2026-01-04"), 7 * at),
    score: score === null ? null : rangeOf(score),
  }));

const spans = ({ weeks, policy = {} }: WeeksCase): readonly string[] =>
  atRisk(weekly(weeks), HealthPolicy.parse(policy)).map(({ from, until }) =>
    until ? `from ${from} until ${until}` : `from ${from}`,
  );

const stake = ({ accounts, policy = {} }: StakeCase): StakeText => {
  const of = Object.entries(accounts).map(([name, [arr, weeks]]) => ({
    accountId: AccountId.parse(`acc_${name}`),
    name,
    arr: BigInt(arr),
    weeks: weekly(weeks),
  }));
  const { sum, contributors } = arrAtRisk(of, HealthPolicy.parse(policy));
  return { sum: String(sum), contributors: contributors.map(({ name, arr }) => `${name} ${arr}`) };
};

const risk = ({ health, flags }: { health: PlainScore; flags: readonly FlagSeverity[] }) => {
  const of =
    typeof health === "number"
      ? known(points(health))
      : notKnown(`Health lies between ${health[0]} and ${health[1]}.`);
  return answerOf(riskScore(of, flags), scoreText);
};

const area = ({ months }: AreaCase): AreaText => {
  const { months: means, flagged } = featureAreaHealth(
    months.map((scores, at) => ({ month: `2026-0${at + 1}`, scores: scores.map(points) })),
  );
  return { means: means.map(({ mean }) => answerOf<Rational>(mean, scoreText)), flagged };
};

const flag = ({ seen, on = today }: FlagCase) =>
  raisesRedFlag(
    seen.map((condition) => RedFlagCondition.parse(condition)),
    { on: day(on), workingDays: [1, 2, 3, 4, 5] },
  );

const leads = ({ use, weeks, policy = {} }: LeadCase): LeadText => {
  const scores = weekly(weeks);
  const weekOf = (at: number) => addDays(day("2026-01-04"), 7 * at);
  const told = usageLeads(
    use.map((one, at) => ({ week: weekOf(at), use: one })),
    scores,
    HealthPolicy.parse(policy),
  );
  return {
    falls: told.falls.map(({ week, usual, use: left, fell, crossing, days, outcome }) => {
      const after = crossing ? `below ${crossing.below} on ${crossing.week}, ${days} days later` : outcome;
      return `${week} from ${scoreText(usual)} to ${left}, −${scoreText(fell)} %: ${after.replace("not_yet", "not yet")}`;
    }),
    unled: told.unled.map(({ week, below }) => `${week} below ${below}`),
    median: answerOf<Rational>(told.median, scoreText),
  };
};

const plain =
  (of: (range: ScoreRange) => string) =>
  ({ score }: { score: PlainScore }) =>
    of(rangeOf(score));

const counted = ({ scores }: { scores: readonly (PlainScore | null)[] }) =>
  healthDistribution(scores.map((score) => (score === null ? null : rangeOf(score))));

const bound = binderOf(terms, "@termwise/core/health");

/** The words for health, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("health-score", "healthScore", scored, scoreExamples),
  ...bound("engagement-score", "engagementScore", engagement, engagementExamples),
  ...bound("sales-context-inputs", "healthScore", scored, salesContextExamples),
  ...bound("true-score", "healthScore", scored, trueExamples),
  ...bound("health-review-trigger", "needsReview", plain(needsReview), reviewExamples),
  ...bound("expansion-ready-flag", "expansionReady", plain(expansionReady), expansionExamples),
  ...bound("at-risk", "atRisk", spans, atRiskExamples),
  ...bound("arr-at-risk", "arrAtRisk", stake, stakeExamples),
  ...bound("health-score-distribution", "healthDistribution", counted, distributionExamples),
  ...bound("risk-score", "riskScore", risk, riskExamples),
  ...bound("feature-area-health", "featureAreaHealth", area, areaExamples),
  ...bound("early-warning-system", "usageLeads", leads, leadExamples),
  ...bound("red-flag", "raisesRedFlag", flag, flagExamples),
];
