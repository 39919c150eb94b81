import { factTerms } from "../facts/index.ts";
import { type Binding, defineMetric, type Example } from "../glossary/index.ts";
import { Currency, day, minorOf, round } from "../kernel/index.ts";
import { recordOf } from "../people/index.ts";
import { readBy } from "./book-measures.ts";
import { reviewStates, touchState } from "./cadence.ts";
import { type Coverage, coverageOn } from "./coverage.ts";
import { type Answerable, coveredBy } from "./coverage-model.ts";
import {
  type BookCase,
  bookExamples,
  type CoverageCase,
  coverageExamples,
  fitExamples,
  gapExamples,
  ownerExamples,
  touchExamples,
} from "./examples.ts";
import { icpFitOn } from "./icp-fit.ts";
import { type OwnershipGap, ownershipGaps } from "./ownership-gaps.ts";
import { rulesOf } from "./plain-rules.ts";
import { reviewExamples } from "./review-examples.ts";
import { terms } from "./terms.ts";

const dollar = Currency.parse("USD");

function asked({ record, on, arr = "0", rules = {}, renewalOn, since }: CoverageCase) {
  const own = recordOf(record);
  const measured = { on: day(on), arr: round(minorOf(arr, dollar)) };
  const house = rulesOf(rules);
  return {
    record: own,
    rules: house,
    measured,
    coverage: coverageOn(own, house, measured),
    renewalOn: renewalOn === undefined ? null : day(renewalOn),
    since: since === undefined ? null : day(since),
  };
}

const coverageText = ({ segment, tier, touch, everyDays, strategic }: Coverage): string =>
  [
    segment ?? "no segment",
    tier.value ?? "no tier",
    `${touch.value} every ${everyDays} days`,
    ...(strategic.value ? ["strategic"] : []),
  ].join(", ");

const touched = (given: CoverageCase): string => {
  const { record, coverage, measured } = asked(given);
  const { days, everyDays, overdue } = touchState(record, coverage, measured.on);
  return `${days} days of ${everyDays}${overdue ? ", overdue" : ""}`;
};

const fit = (given: CoverageCase): string | null => {
  const { record, rules, measured } = asked(given);
  const share = icpFitOn(record, rules, measured)?.fit ?? null;
  return share && `${share.n}/${share.d}`;
};

const owner = (of: Answerable | null): string => (of ? `${of.role} ${of.name}` : "nobody");

const covered = (given: CoverageCase): string => {
  const { record, measured } = asked(given);
  const { relationship, renewal, expansion, support, bothModes } = coveredBy(record, measured.on);
  return [
    owner(relationship),
    `renewal ${owner(renewal)}`,
    `expansion ${owner(expansion)}`,
    `support ${support}`,
    ...(bothModes ? ["both modes"] : []),
  ].join("; ");
};

const readAs = ({ role, book, on }: BookCase): string[] => {
  const { accounts, primary, secondary, duties } = readBy(
    role,
    book.flatMap(({ times = 1, record }) =>
      Array.from({ length: times }, () => coveredBy(recordOf(record), day(on))),
    ),
  );
  return [
    `${accounts} ${accounts === 1 ? "account" : "accounts"}`,
    ...primary,
    ...secondary.map((one) => `beside it ${one}`),
    `duties: ${duties.join(", ")}`,
  ];
};

const gaps = (given: CoverageCase): string[] => {
  const { record, measured, coverage, renewalOn } = asked(given);
  return ownershipGaps(record, { on: measured.on, coverage, renewalOn }).map(gapText);
};

function gapText(gap: OwnershipGap): string {
  const role = "role" in gap && gap.role !== null ? `, ${gap.role}` : "";
  const due =
    gap.of === "renewal_owner" && gap.renewalInDays !== null ? `, renewal in ${gap.renewalInDays} days` : "";
  return `${gap.of}${role}${due}`;
}

const reviews = (given: CoverageCase): string[] => {
  const { record, measured, coverage, since } = asked(given);
  return reviewStates(record, coverage, { on: measured.on, since }).map(
    ({ type, state, dueBy, without }) =>
      `${type} ${state}, by ${dueBy}${without.map((who) => `, without ${who}`).join("")}`,
  );
};

function bound<Result>(
  symbol: string,
  of: (given: CoverageCase) => Result,
  examples: Readonly<Record<string, readonly Example<CoverageCase, Result>[]>>,
): Binding[] {
  return [...factTerms, ...terms].flatMap((term) => {
    const own = examples[term.id];
    return own ? [defineMetric({ term, module: "@termwise/core/coverage", symbol, of, examples: own })] : [];
  });
}

/** The words for how customers are looked after that something computes, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("coverageOn", (given) => coverageText(asked(given).coverage), coverageExamples),
  ...bound("touchState", touched, touchExamples),
  ...bound("icpFitOn", fit, fitExamples),
  ...bound("coveredBy", covered, ownerExamples),
  ...factTerms
    .filter(({ id }) => id === "csm")
    .map((term) =>
      defineMetric({
        term,
        module: "@termwise/core/coverage",
        symbol: "readBy",
        of: readAs,
        examples: bookExamples,
      }),
    ),
  ...bound("ownershipGaps", gaps, gapExamples),
  ...bound("reviewStates", reviews, reviewExamples),
];
