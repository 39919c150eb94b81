import { niceScale, type Scale } from "../../../charts/ticks.ts";
import type { TrendRow } from "../../../charts/trend-chart.tsx";
import { count, counted, monthText } from "../../../lib/format.ts";
import type { Churn } from "./pace.ts";

/** Losses counted over some days. */
type Counted = Pick<Churn, "lost" | "preventable" | "unexplained">;
/** Losses of one month. */
export type MonthOfLosses = Counted & { month: string };

/** The months as rows of the chart; the last one is not over yet. */
export function churnRows(months: readonly MonthOfLosses[]): TrendRow[] {
  return months.map(({ month, lost, preventable }, index) => ({
    x: month,
    open: index === months.length - 1,
    values: { lost, preventable },
    texts: { lost: count(lost), preventable: count(preventable) },
  }));
}

/** The axis: from zero in whole customers. */
export function churnScale(rows: readonly TrendRow[]): Scale {
  const scale = niceScale([...rows.flatMap(({ values }) => [values["lost"] ?? 0]), 4], {
    wanted: 4,
    fromZero: true,
  });
  return { ...scale, ticks: scale.ticks.filter(Number.isInteger) };
}

/** What the months say of the goal, in one sentence. */
export function churnText({
  lost,
  preventable,
  unexplained,
  months,
}: Counted & { months: readonly MonthOfLosses[] }): string {
  const since = months[0] ? ` since ${monthText(months[0].month)}` : "";
  if (lost === 0) return `Nobody was lost${since}.`;
  const goal =
    preventable > 0
      ? `${count(preventable)} of ${counted(lost, "lost customer")}${since} could have been kept; the goal is none`
      : `None of ${counted(lost, "lost customer")}${since} is known to have been preventable`;
  return unexplained === 0
    ? `${goal}.`
    : `${goal}. Of ${count(unexplained)} nobody has said why: they are not counted as preventable until somebody does.`;
}
