import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import { day, parsePeriod } from "../kernel/index.ts";
import { lifeOf } from "../lifecycle/index.ts";
import { activation, NewUser } from "./activation.ts";
import { adoptionRate } from "./adoption-rate.ts";
import {
  type ActivationCase,
  activationExamples,
  type FeatureCase,
  type FreemiumCase,
  featureExamples,
  freemiumExamples,
  timeToAdoptionExamples,
} from "./examples/cohorts.ts";
import {
  adoptionRateExamples,
  type CustomerCase,
  type FeaturesCase,
  firstValueExamples,
  productAdoptionExamples,
  timeToValueExamples,
} from "./examples/customers.ts";
import { featureAdoption, timeToAdoption } from "./feature-adoption.ts";
import { firstValueOn, timeToFirstValue } from "./first-value.ts";
import { freemiumConversion, PlanUser } from "./freemium.ts";
import { featureUseOf } from "./plain-use.ts";
import { AdoptionPolicy } from "./policy.ts";
import { productAdoption } from "./product-adoption.ts";
import { terms } from "./terms.ts";

const asked = ({ life, on, policy = {} }: CustomerCase) => ({
  ...lifeOf(life),
  on: day(on),
  policy: AdoptionPolicy.parse(policy),
});

const rate = (given: CustomerCase) => {
  const { record, rules, on, policy } = asked(given);
  const { breadth, daysToTarget } = adoptionRate(record, rules, on, policy);
  return { breadth: answerOf(breadth, shareText), daysToTarget: answerOf(daysToTarget, String) };
};

const firstValue = (given: CustomerCase): string | null => {
  const { record, on } = asked(given);
  return firstValueOn(record, on);
};

const timeToValue = (given: CustomerCase) => {
  const { record, rules, on, policy } = asked(given);
  return answerOf(timeToFirstValue(record, rules, on, policy), String);
};

const product = ({ advanced, ...given }: FeaturesCase) => {
  const { record, rules, on } = asked(given);
  const shares = productAdoption(record, rules, { advanced, on });
  return { core: answerOf(shares.core, shareText), advanced: answerOf(shares.advanced, shareText) };
};

const activated = ({ keyActions, users, on }: ActivationCase) => {
  const all = users.flatMap(({ times = 1, began = "2026-05-01", did }, group) =>
    Array.from({ length: times }, (_, n) =>
      NewUser.parse({
        user: `${group}.${n}`,
        beganOn: began,
        did: did.map((action) => ({ action, on: began })),
      }),
    ),
  );
  const { rate, steps } = activation(all, keyActions, { on: day(on) });
  return {
    rate: answerOf(rate, shareText),
    steps: steps.map(({ action, reached }) => `${action} ${reached}`),
  };
};

const converted = ({ users, month, on }: FreemiumCase) => {
  const all = users.flatMap(({ times, began, plan, paysSince = null }, group) =>
    Array.from({ length: times }, (_, n) =>
      PlanUser.parse({ user: `${group}.${n}`, beganOn: began, plan, paysSince }),
    ),
  );
  return answerOf(freemiumConversion(all, parsePeriod(month), day(on)), shareText);
};

const feature = (given: FeatureCase) => {
  const { tried, adopted } = featureAdoption(featureUseOf(given), AdoptionPolicy.parse(given.policy ?? {}));
  return { tried: answerOf(tried, shareText), adopted: answerOf(adopted, shareText) };
};

const soon = (given: FeatureCase) => {
  const { medianDays, notYet } = timeToAdoption(featureUseOf(given), day("2026-12-31"));
  return { medianDays: answerOf(medianDays, String), notYet };
};

const bound = binderOf(terms, "@termwise/core/adoption");

/** The words for adoption, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("adoption-rate", "adoptionRate", rate, adoptionRateExamples),
  ...bound("activation-rate", "activation", activated, activationExamples),
  ...bound("product-adoption", "productAdoption", product, productAdoptionExamples),
  ...bound("feature-adoption-rate", "featureAdoption", feature, featureExamples),
  ...bound("time-to-adoption", "timeToAdoption", soon, timeToAdoptionExamples),
  ...bound("fvd", "firstValueOn", firstValue, firstValueExamples),
  ...bound("ttfv", "timeToFirstValue", timeToValue, timeToValueExamples),
  ...bound("freemium-conversion", "freemiumConversion", converted, freemiumExamples),
];
