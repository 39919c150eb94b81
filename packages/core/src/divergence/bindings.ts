import { type Binding, defineMetric } from "../glossary/index.ts";
import { day } from "../kernel/index.ts";
import { claimsOn, readClaims } from "./claims.ts";
import { comparedOn } from "./divergences.ts";
import {
  claimExamples,
  crmExamples,
  type DivergenceCase,
  divergenceExamples,
  labelExamples,
  numberExamples,
} from "./examples.ts";
import { labelMapOn } from "./label-map.ts";
import { compareReported } from "./numbers/comparison.ts";
import { explanationOf } from "./numbers/explanation.ts";
import { type NumberCase, reportedOfPlain, sideOfPlain } from "./numbers/plain-number.ts";
import { recordOfPlain, rulesOfPlain } from "./plain-divergence.ts";
import { terms } from "./terms.ts";

const module = "@termwise/core/divergence";

const term = (id: (typeof terms)[number]["id"]) => {
  const found = terms.find((one) => one.id === id);
  if (!found) throw new RangeError(`${id} is no term of divergence`);
  return found;
};

function partsOf({ account, mapping, on }: DivergenceCase): string[] {
  const { divergences } = comparedOn(recordOfPlain("A", account), rulesOfPlain(mapping), day(on));
  return divergences.map(({ kind, term: of, age }) => `${kind} ${of}, ${age} days`);
}

function meaningsOf({ account, mapping, on }: DivergenceCase): string[] {
  const claims = claimsOn(recordOfPlain("A", account), day(on));
  return readClaims(claims, labelMapOn(rulesOfPlain(mapping), day(on))).map(
    ({ label, means }) => `${label}: ${means ?? "unknown"}`,
  );
}

const claimed = ({ account, on }: DivergenceCase): string[] =>
  claimsOn(recordOfPlain("A", account), day(on)).map(
    ({ system, field, label, since }) => `${system} ${field}: ${label} since ${since}`,
  );

function differences(given: NumberCase): string[] {
  const [reported, side] = [reportedOfPlain(given), sideOfPlain(given)];
  const compared = compareReported(reported, side);
  if (compared === null) return [];
  const off = `${compared.difference} off`;
  if (compared.list !== null)
    return [
      off,
      ...compared.list.byCause.map(({ cause, difference }) => `${cause} ${difference}`),
      ...(explanationOf(reported, side)?.best ? [] : ["nothing comes nearer"]),
    ];
  const best = explanationOf(reported, side);
  return best?.best
    ? [off, `${best.best.id} explains ${best.explained}`, `${best.unexplained} unexplained`]
    : [off, "nothing to explain"];
}

/** The terms of divergence, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  defineMetric({ term: term("crm"), module, symbol: "comparedOn", of: partsOf, examples: crmExamples }),
  defineMetric({
    term: term("divergence"),
    module,
    symbol: "comparedOn",
    of: partsOf,
    examples: divergenceExamples,
  }),
  defineMetric({
    term: term("label-mapping"),
    module,
    symbol: "labelMapOn",
    of: meaningsOf,
    examples: labelExamples,
  }),
  defineMetric({
    term: term("stage-claim"),
    module,
    symbol: "claimsOn",
    of: claimed,
    examples: claimExamples,
  }),
  defineMetric({
    term: term("reported-value"),
    module,
    symbol: "compareReported",
    of: differences,
    examples: numberExamples,
  }),
];
