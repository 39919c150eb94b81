import { factsOfPlainLines } from "../facts/index.ts";
import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import { day, parsePeriod } from "../kernel/index.ts";
import { adoptionRuleOn } from "./adoption-rule.ts";
import { lossesOn, preventableChurn } from "./churn.ts";
import { openClauses } from "./clause.ts";
import {
  goalExamples,
  implementationExamples,
  journeyExamples,
  type LivesCase,
  momentExamples,
  moveExamples,
  onboardingExamples,
  onboardTimeExamples,
  productivityExamples,
  velocityExamples,
} from "./examples/course.ts";
import { type DueCase, onTimeExamples } from "./examples/renewals.ts";
import {
  adoptedExamples,
  coreExamples,
  type LifeCase,
  onboardedExamples,
  useExamples,
  wonExamples,
} from "./examples/stages.ts";
import { historyOf } from "./history.ts";
import { moveOf } from "./machine.ts";
import { momentsOfTruth } from "./moments.ts";
import { type Gate, stageNames } from "./names.ts";
import { onTimeRenewals } from "./on-time-renewals.ts";
import { lifeOf } from "./plain-life.ts";
import { lifecyclePolicyOn } from "./policy.ts";
import { gatesOn, standingOn } from "./standing.ts";
import { terms } from "./terms.ts";
import { onboardingProductivity, stageVelocity, timeToOnboard } from "./velocity.ts";

const asked = (given: LifeCase) => ({ ...lifeOf(given), on: day(given.day) });

const journeysOf = ({ lives, day: on }: LivesCase) =>
  lives.map((life) => {
    const { record, rules } = lifeOf(life);
    return { record, history: historyOf(record, rules, day(on)) };
  });

const windowOf = ({ from, day: to }: LivesCase) => ({ from: day(from ?? to), to: day(to) });

/** The earned stage, and what keeps a gate shut. */
const earnedBy =
  (gate: Gate) =>
  (given: LifeCase): string[] => {
    const { record, rules, on } = asked(given);
    const { earned, gates } = standingOn(record, rules, on);
    return [
      earned === null ? "Nothing won" : stageNames[earned],
      ...openClauses(gates[gate]).map(({ label, state }) => `${label}: ${state.replaceAll("_", " ")}`),
    ];
  };

const stateOf = (given: LifeCase, gate: Gate, clause: string): string => {
  const { record, rules, on } = asked(given);
  return gatesOn(record, rules, on)[gate].clauses.find(({ id }) => id === clause)?.state ?? "unknown";
};

const onboardingSaid = (given: LifeCase): string => {
  const { record, rules, on } = asked(given);
  const { gates, earned, earnedSince, life } = standingOn(record, rules, on);
  if (earned === null) return "not begun";
  if (earned !== "won") return `over since ${earnedSince}`;
  const { clauses } = gates.onboarded;
  const holding = clauses.length - openClauses(gates.onboarded).length;
  return `under way since ${life?.wonOn}, ${holding} of ${clauses.length} clauses hold`;
};

const coreOf = (given: LifeCase): string[] => {
  const { record, rules, on } = asked(given);
  const { coreFeatures, coreModule } = adoptionRuleOn(record, rules, lifecyclePolicyOn(rules, on), on);
  return coreModule === null
    ? ["Any use of the product, weekly"]
    : [...coreFeatures.map(({ feature, cadence }) => `${feature}, ${cadence}`), `Core module: ${coreModule}`];
};

const journey = (given: LifeCase): string[] => {
  const { record, rules, on } = asked(given);
  return historyOf(record, rules, on).map(({ stage, from }) => `${stageNames[stage]} from ${from}`);
};

const moments = (given: LifeCase): string[] => {
  const { record, on } = asked(given);
  return momentsOfTruth(record, on).map((one) => `${one.on} ${one.what}: ${one.outcome}`);
};

const velocity = (given: LivesCase): Record<string, string | number | null>[] =>
  stageVelocity(
    journeysOf(given).map(({ history }) => history),
    day(given.day),
  ).map(({ stage, closed, medianDays, open, medianOpenDays }) => ({
    stage: stageNames[stage],
    left: closed.length,
    medianDays,
    there: open.length,
    medianDaysSoFar: medianOpenDays,
  }));

const onboardTime = (given: LifeCase): number | null => {
  const { record, rules, on } = asked(given);
  return timeToOnboard(historyOf(record, rules, on));
};

const productivity = (given: LivesCase): string => {
  const { completed, hours, hoursEach } = onboardingProductivity(journeysOf(given), windowOf(given));
  return `${completed} onboarded, ${hours} hours, ${hoursEach ?? "unknown"} each`;
};

const goal = (given: LivesCase): string => {
  const losses = journeysOf(given).flatMap(({ record }) => lossesOn(record, day(given.day)));
  const { lost, preventable, unexplained, met } = preventableChurn(losses, windowOf(given));
  return `${lost} lost, ${preventable} preventable, ${unexplained} unexplained: ${met ? "met" : "missed"}`;
};

const onTime = ({ period, lines }: DueCase) =>
  answerOf(onTimeRenewals(factsOfPlainLines(lines).lines, parsePeriod(period)).rate, shareText);

const bound = binderOf(terms, "@termwise/core/lifecycle");

/** The lifecycle's terms, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("won", "standingOn", earnedBy("won"), wonExamples),
  ...bound("onboarded", "standingOn", earnedBy("onboarded"), onboardedExamples),
  ...bound("adopted", "standingOn", earnedBy("adopted"), adoptedExamples),
  ...bound("core-features", "adoptionRuleOn", coreOf, coreExamples),
  ...bound(
    "active-use",
    "gatesOn",
    ({ feature, ...given }: LifeCase & { feature: string }) =>
      stateOf(given, "adopted", `feature:${feature}`),
    useExamples,
  ),
  ...bound(
    "lifecycle-management",
    "moveOf",
    ({ from, event }: (typeof moveExamples)[number]["given"]): string => moveOf(from, event) ?? "refused",
    moveExamples,
  ),
  ...bound("customer-journey", "historyOf", journey, journeyExamples),
  ...bound("moments-of-truth", "momentsOfTruth", moments, momentExamples),
  ...bound("velocity-metrics", "stageVelocity", velocity, velocityExamples),
  ...bound("time-to-onboard", "timeToOnboard", onboardTime, onboardTimeExamples),
  ...bound("onboarding", "standingOn", onboardingSaid, onboardingExamples),
  ...bound(
    "implementation",
    "gatesOn",
    (given: LifeCase) => stateOf(given, "onboarded", "technical_completion"),
    implementationExamples,
  ),
  ...bound("onboarding-productivity", "onboardingProductivity", productivity, productivityExamples),
  ...bound("on-time-renewal-rate", "onTimeRenewals", onTime, onTimeExamples),
  ...bound("zero-churn-goal", "preventableChurn", goal, goalExamples),
];
