import { type Binding, defineMetric } from "../glossary/index.ts";
import { day, money, moneyText } from "../kernel/index.ts";
import { lifecycleTerms } from "../lifecycle/index.ts";
import { dealData } from "./deal-data.ts";
import {
  contextExamples,
  criteriaExamples,
  dataExamples,
  expectationsExamples,
  type HandoffCase,
  kickoffExamples,
  packetExamples,
  peopleExamples,
  processExamples,
  scoreExamples,
  useCaseExamples,
} from "./examples.ts";
import { type Handoff, handoffsOf } from "./handoff.ts";
import { goLiveExamples, milestoneExamples } from "./milestone-examples.ts";
import { momentOf, recordOfPlain, rulesOfPlain } from "./plain-handoff.ts";
import { terms } from "./terms.ts";

const module = "@termwise/core/handoff";

/** What is asked of the latest handoff of a plain record. */
function ofLatest<Answer>(answer: (handoff: Handoff, given: HandoffCase) => Answer) {
  return (given: HandoffCase): Answer | null => {
    const now = momentOf(given.now);
    const asOf = { now, today: day(now.slice(0, 10)) };
    const latest = handoffsOf(recordOfPlain(given), rulesOfPlain(given), asOf).at(-1);
    return latest ? answer(latest, given) : null;
  };
}

const failed = ({ verdict, gates }: Handoff): string[] => [
  verdict,
  ...gates
    .filter(({ state }) => state === "late" || state === "missed")
    .map(({ gate, state }) => `${gate} ${state}`),
];

const dealRows = ({ close }: Handoff, given: HandoffCase): string[] => {
  const data = dealData(recordOfPlain(given), close, null);
  return [
    ...data.arr.map(({ currency, amount }) => `${currency} ${moneyText(money(amount, currency))}`),
    `closed ${data.closedOn}`,
    ...data.lines.map(({ product, startsOn, endsOn }) => `${product} ${startsOn} to ${endsOn ?? "open"}`),
  ];
};

const expected = ({ expectations: { valid, missing, milestones } }: Handoff): string[] => [
  valid ? "valid" : `not valid: ${missing.join(", ")}`,
  ...milestones.map(({ what, dueOn }) => `${what} by ${dueOn}`),
];

const milestoneRows = (milestones: Handoff["expectations"]["milestones"]): string[] =>
  milestones.map(({ what, dueOn, state }) => `${what} by ${dueOn}: ${state.replaceAll("_", " ")}`);

const sectionOf = ({ sections }: Handoff, name: string) => sections.find(({ section }) => section === name);
const known = [...terms, ...lifecycleTerms] as const;
const term = (id: (typeof known)[number]["id"]) => {
  const found = known.find((one) => one.id === id);
  if (!found) throw new RangeError(`${id} is no term of the handoff`);
  return found;
};

/** The handoff's terms, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  defineMetric({
    term: term("handoff-process"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(failed),
    examples: processExamples,
  }),
  defineMetric({
    term: term("handoff-packet"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ gates }): string | null => gates[0]?.state ?? null),
    examples: packetExamples,
  }),
  defineMetric({
    term: term("handoff-scorecard"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ scorecard }) => scorecard.score),
    examples: scoreExamples,
  }),
  defineMetric({
    term: term("kickoff"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ kickoff }) => [
      ...kickoff.before.filter(({ met }) => !met).map(({ item }): string => item),
      ...kickoff.missingOutputs,
    ]),
    examples: kickoffExamples,
  }),
  defineMetric({
    term: term("deal-context"),
    module,
    symbol: "handoffsOf",
    of: ofLatest((handoff) => sectionOf(handoff, "deal_context")?.missing ?? []),
    examples: contextExamples,
  }),
  defineMetric({
    term: term("deal-data"),
    module,
    symbol: "dealData",
    of: ofLatest(dealRows),
    examples: dataExamples,
  }),
  defineMetric({
    term: term("expectations-document"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(expected),
    examples: expectationsExamples,
  }),
  defineMetric({
    term: term("milestone-tracking"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ expectations }) => milestoneRows(expectations.milestones)),
    examples: milestoneExamples,
  }),
  defineMetric({
    term: term("go-live-milestone"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ expectations }) => milestoneRows(expectations.milestones.filter(({ goLive }) => goLive))),
    examples: goLiveExamples,
  }),
  defineMetric({
    term: term("stakeholder-map"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ people }) => people.missing),
    examples: peopleExamples,
  }),
  defineMetric({
    term: term("success-criteria"),
    module,
    symbol: "handoffsOf",
    of: ofLatest(({ kickoff }) => kickoff.held?.successCriteria ?? null),
    examples: criteriaExamples,
  }),
  defineMetric({
    term: term("use-case"),
    module,
    symbol: "handoffsOf",
    of: ofLatest((handoff) => sectionOf(handoff, "use_case")?.text ?? null),
    examples: useCaseExamples,
  }),
];
