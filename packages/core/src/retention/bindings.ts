import { factTerms } from "../facts/index.ts";
import { answerOf, type Binding, defineMetric, type Example, type Term } from "../glossary/index.ts";
import { Currency, decimalText, parsePeriod, rational, times } from "../kernel/index.ts";
import { ledgerTerms } from "../ledger/index.ts";
import { bridgeOf } from "./bridge.ts";
import { cohortsOf } from "./cohorts.ts";
import { contributorsOf } from "./contributors.ts";
import { amountExamples } from "./examples/amounts.ts";
import { type BridgeText, bridgeExamples, cohortExamples, vintageExamples } from "./examples/book.ts";
import { churnRateExamples } from "./examples/churn-rates.ts";
import { type YearCase, yearExamples } from "./examples/comparisons.ts";
import { netAndGrossExamples } from "./examples/net-and-gross.ts";
import { currencyExamples, segmentExamples, tileExamples } from "./examples/reading.ts";
import { metricTotal, ratioText } from "./figure.ts";
import { type MetricTerm, metrics } from "./metrics.ts";
import { overviewFigures } from "./overview.ts";
import { amountText, type BookCase, windowOfCase } from "./plain-book.ts";
import { segmentsOf } from "./segments.ts";
import { terms } from "./terms.ts";
import { totalsOf } from "./totals.ts";
import { yearOverYear } from "./year-over-year.ts";

type Examples<Result> = Readonly<Record<string, readonly Example<BookCase, Result>[]>>;

const words = new Map<string, Term>([...factTerms, ...ledgerTerms, ...terms].map((term) => [term.id, term]));

function bound<Result>(
  symbol: string,
  ofTerm: (id: string) => (given: BookCase) => Result,
  examples: Examples<Result>,
): Binding[] {
  return Object.entries(examples).flatMap(([id, own]) => {
    const term = words.get(id);
    const module = "@termwise/core/retention";
    return term ? [defineMetric({ term, module, symbol, of: ofTerm(id), examples: own })] : [];
  });
}

/** A share with six places, or an amount in major units; `null` when there is no base. */
const valueIn =
  (id: MetricTerm) =>
  (given: BookCase): string | null => {
    const window = windowOfCase(given);
    const { numerator, denominator } = metricTotal(window, id);
    return denominator === null ? amountText(window, numerator) : ratioText(numerator, denominator);
  };

const bridgeText = (given: BookCase): BridgeText => {
  const window = windowOfCase(given);
  const { opening, steps, closing } = bridgeOf(window);
  const moved = steps.filter((step) => step.amount !== 0n);
  return {
    opening: amountText(window, opening),
    ...Object.fromEntries(moved.map((step) => [step.kind, amountText(window, step.amount)])),
    closing: amountText(window, closing),
  };
};

const openingCohort = (given: BookCase): string[] =>
  contributorsOf(windowOfCase(given), "opening-arr")
    .map((row) => row.accountId.slice("acc_".length))
    .sort();

const vintages = (given: BookCase): Record<string, string[]> => {
  const window = windowOfCase(given);
  const cohorts = cohortsOf(window.book, { by: "year", through: window.period.to });
  return Object.fromEntries(
    cohorts.map(({ cohort, cells }) => [cohort, cells.map((cell) => amountText(window, cell.arr))]),
  );
};

const closingText = (given: BookCase): string => {
  const window = windowOfCase(given);
  return `${amountText(window, metricTotal(window, "arr").numerator)} ${window.book.currency}`;
};

const tiles = (given: BookCase): string[] => {
  const window = windowOfCase(given);
  return Object.values(overviewFigures).map((id) => {
    const { numerator, denominator, contributors } = metricTotal(window, id);
    const value = denominator === null ? amountText(window, numerator) : ratioText(numerator, denominator);
    return `${id} ${value ?? "unknown"}, ${contributors} accounts`;
  });
};

const against = (given: BookCase): string[] => {
  const { book, period, policy, slice } = windowOfCase(given);
  const { rows, all } = segmentsOf(book, {
    period,
    compare: null,
    by: "segment",
    slice,
    totals: totalsOf(book, policy),
  });
  return [...rows, all].map(({ value, grr }) => `${value || "all"}: GRR ${grr}`);
};

const overYear = ({ term, year, value, before, yearBefore }: YearCase) => {
  const figure = (of: string, told: string | null) => ({
    term,
    unit: metrics[term].unit,
    currency: Currency.parse("USD"),
    period: parsePeriod(of),
    value: told,
    reason: told === null ? "no facts reach that far back" : null,
  });
  const earlier = yearBefore ?? String(Number(year) - 1);
  return answerOf(yearOverYear(figure(year, value), figure(earlier, before)), (change) =>
    change.in === "points"
      ? `${decimalText(change.by, 2)} points`
      : `${decimalText(times(change.by, rational(100n)), 2)} %`,
  );
};

const isMetric = (id: string): id is MetricTerm => id in metrics;

/** The terms that figures of retention compute, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound(
    "figureOf",
    (id) => {
      if (!isMetric(id)) throw new Error(`${id} is not a metric`);
      return valueIn(id);
    },
    { ...netAndGrossExamples, ...churnRateExamples, ...amountExamples },
  ),
  ...bound("bridgeOf", () => bridgeText, bridgeExamples),
  ...bound("contributorsOf", () => openingCohort, cohortExamples),
  ...bound("windowOf", () => closingText, currencyExamples),
  ...bound("overviewFigures", () => tiles, tileExamples),
  ...bound("segmentsOf", () => against, segmentExamples),
  ...bound("cohortsOf", () => vintages, vintageExamples),
  ...terms
    .filter(({ id }) => id === "year-over-year")
    .map((term) =>
      defineMetric({
        term,
        module: "@termwise/core/retention",
        symbol: "yearOverYear",
        of: overYear,
        examples: yearExamples,
      }),
    ),
];
