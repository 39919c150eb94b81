export { type AccountWindow, accountWindow, type Moved } from "./account-window.ts";
export {
  type Attributes,
  attributesOf,
  attributeValue,
  belongs,
  dimensionsOf,
  type Slice,
} from "./attributes.ts";
export { balancesOn } from "./balances-on.ts";
export { bindings as retentionBindings } from "./bindings.ts";
export { type Book, type BookAccount, bookInSteps, bookOf, leadingCurrency } from "./book.ts";
export { breakdownOf, valuesOf } from "./breakdown.ts";
export {
  type Bridge,
  type BridgeStep,
  type BridgeStepKind,
  bridgeAmount,
  bridgeOf,
  bridgeReasons,
  bridgeSteps,
  type CohortBridgeStepKind,
  cohortBridgeAmount,
  cohortBridgeOf,
  cohortBridgeSteps,
  type SaidOfLoss,
  type StepReason,
} from "./bridge.ts";
export { type BridgeAudit, type BridgeSuspect, bridgeAudit } from "./bridge-audit.ts";
export {
  type CohortMember,
  type CohortOutcome,
  cohortCellMembers,
  cohortOutcomes,
} from "./cohort-cell.ts";
export {
  type CohortGridCell,
  type CohortGridQuestion,
  type CohortGridRow,
  type CohortKey,
  cohortGridOf,
} from "./cohort-grid.ts";
export {
  type CohortMeasure,
  type CohortSummary,
  cohortMeasures,
  cohortParts,
  cohortSummaries,
} from "./cohort-measures.ts";
export {
  type Cohort,
  type CohortCell,
  type CohortGrain,
  cohortGrains,
  cohortName,
  cohortsOf,
  monthsIn,
} from "./cohorts.ts";
export { type Contributor, contributorsOf } from "./contributors.ts";
export { type Part, type PartShift, type RateAndMix, rateAndMix } from "./decomposition.ts";
export { type AccountDifference, type Difference, differenceOf, type Sums } from "./difference.ts";
export { goldenBook } from "./examples/golden-book.ts";
export {
  type FigureContext,
  figureOf,
  type MetricTotal,
  metricTotal,
  ratioText,
  unknownFigure,
} from "./figure.ts";
export { type FigureQuestion, figureOfFacts } from "./figure-of-facts.ts";
export { firstProducts } from "./first-products.ts";
export {
  inCohort,
  type Metric,
  type MetricTerm,
  metrics,
  type RetainedFlows,
  retainedFlows,
} from "./metrics.ts";
export { attributeAt, type Mover, type Movers, moversOf } from "./movers.ts";
export {
  type Overview,
  type OverviewQuestion,
  overviewFigures,
  overviewInSteps,
  overviewOf,
  type SeriesPoint,
  seriesPeriods,
} from "./overview.ts";
export { partitionOf, partSlice, type SlicePart } from "./partition.ts";
export { points } from "./points.ts";
export {
  grrMethods,
  houseRetentionPolicy,
  nrrMethods,
  RetentionChoices,
  RetentionPolicy,
  winbackTreatments,
} from "./policy.ts";
export { policyLines, policyValues } from "./policy-text.ts";
export {
  type PolicyPreset,
  type PolicyPresetId,
  policyPresetIds,
  policyPresets,
  presetPolicy,
} from "./presets.ts";
export { type Convert, type Rates, ratesTowards } from "./rates.ts";
export { type RoundedTogether, roundedTogether } from "./rounded-together.ts";
export {
  type SegmentRate,
  type SegmentShift,
  type SegmentSplit,
  type SplitRate,
  segmentRates,
  splitRates,
} from "./segment-split.ts";
export {
  type SegmentLine,
  type SegmentTable,
  type SegmentTableQuestion,
  type SegmentValue,
  segmentTableOf,
} from "./segment-table.ts";
export { lowCount, type SegmentRow, type Segments, segmentsOf } from "./segments.ts";
export { terms as retentionTerms } from "./terms.ts";
export { type Total, type Totals, totalsOf } from "./totals.ts";
export { type Window, windowOf } from "./window.ts";
export { type WindowRates, windowRates } from "./window-rates.ts";
export { type Change, type Compared, yearOverYear } from "./year-over-year.ts";
