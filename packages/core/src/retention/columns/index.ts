export {
  type AccountBlock,
  type AttributeChange,
  accountBlockOf,
  type BlockRow,
  kindCode,
} from "./account-block.ts";
export type { SeriesRange } from "./account-series.ts";
export { type CohortMatrixQuestion, cohortMatrix } from "./cohort-matrix.ts";
export { type DrillDown, type DrillDownQuestion, drillDown } from "./drill-down.ts";
export type { Followed } from "./each-account.ts";
export { type Grouping, type GroupingQuestion, groupingOf } from "./grouping.ts";
export { LedgerColumns } from "./ledger-columns.ts";
export { columnsOf } from "./load.ts";
export { at, type Measure, measures, pairedMeasures, Tallies, type Tally } from "./measures.ts";
export { type ColumnsTerm, followedBy, totalOf } from "./metric-total.ts";
export {
  type MonthWindow,
  monthNumber,
  monthNumberOf,
  monthOfNumber,
  monthWindowOf,
} from "./month-window.ts";
export { type MovementSums, movementSums, talliesOf } from "./movement-sums.ts";
export { PinnedSeries } from "./pinned-series.ts";
export { scanSeries } from "./scan-series.ts";
export { scanWindow } from "./scan-window.ts";
export { packColumns, unpackColumns } from "./snapshot.ts";
