import type { ReportedPoint } from "../../charts/reported-points.tsx";
import { niceScale, type Scale } from "../../charts/ticks.ts";
import type { TrendRow } from "../../charts/trend-chart.tsx";
import { monthText, percent, percentNumber, shortMonth } from "../../lib/format.ts";
import { monthIndex } from "../../lib/months.ts";
import type { Overview } from "./overview.ts";

type Point = Overview["trend"]["points"][number];

/** NRR and GRR by month as rows of the chart, in per cent. */
export function trendRows(points: readonly Point[]): TrendRow[] {
  const axis = (share: string | null) => (share === null ? null : Number(share) * 100);
  const text = (share: string | null) => (share === null ? "not computable" : percent(share));
  return points.map((point) => ({
    x: point.month,
    open: point.open,
    values: { nrr: axis(point.nrr), grr: axis(point.grr) },
    texts: { nrr: text(point.nrr), grr: text(point.grr) },
  }));
}

/** What was reported of the months a close froze, in per cent. */
export function reportedPoints(points: readonly Point[]): ReportedPoint[] {
  return points.flatMap(({ month, reported }) =>
    (["nrr", "grr"] as const).flatMap((key): ReportedPoint[] => {
      const share = reported?.[key] ?? null;
      return share === null ? [] : [{ x: month, key, value: Number(share) * 100, text: percent(share) }];
    }),
  );
}

/** How far from the figures a target still stretches their axis: as far again as they reach, and ten points at the least. */
function stretches(figures: readonly number[], aim: number): boolean {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const reach = Math.max(10, high - low);
  return aim >= low - reach && aim <= high + reach;
}

/** The axis of the trend: round, with every value and 100 % in it, and the targets that are not far off. */
export function trendScale(
  rows: readonly TrendRow[],
  reported: readonly { value: number }[] = [],
  aims: readonly { value: number }[] = [],
): Scale {
  const values = rows.flatMap((row) => Object.values(row.values)).filter((value) => value !== null);
  const flat = values.every((value) => Math.abs(value - 100) < 2.5);
  const figures = [...values, ...reported.map(({ value }) => value), 100, ...(flat ? [95, 105] : [])];
  return niceScale([...figures, ...aims.map(({ value }) => value).filter((aim) => stretches(figures, aim))]);
}

/** How long the windows of the trend are, in words: the period's own length in whole months. */
export function windowText(period: { from: string; to: string }): string {
  const months = monthIndex(period.to.slice(0, 7)) - monthIndex(period.from.slice(0, 7)) + 1;
  return months === 1 ? "month" : `${months} months`;
}

/** A month on the axis: the year is said at the ends and in January. */
export function trendTick(month: string, { first, last }: { first: boolean; last: boolean }): string {
  return shortMonth(month, first || last || month.endsWith("-01"));
}

/** What the trend shows, in one sentence: first, last, lowest and direction. */
export function trendSummary(points: readonly Point[]): string {
  const closed = points.filter((point) => !point.open);
  const said = (["nrr", "grr"] as const).flatMap((key) => {
    const known = closed.flatMap((point) =>
      point[key] === null ? [] : [{ month: point.month, value: point[key] }],
    );
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return [];
    const low = known.reduce((a, b) => (Number(b.value) < Number(a.value) ? b : a));
    const change = Number(last.value) - Number(first.value);
    const verb = Math.abs(change) < 0.0005 ? "held at" : change > 0 ? "rose from" : "fell from";
    const range =
      verb === "held at" ? percent(last.value) : `${percentNumber(first.value)} to ${percent(last.value)}`;
    return [`${key.toUpperCase()} ${verb} ${range} (low ${percent(low.value)} in ${monthText(low.month)})`];
  });
  if (said.length === 0) return "No month of this window has an opening to compare with.";
  const open = points.find((point) => point.open);
  return `${said.join("; ")}.${open ? ` ${monthText(open.month)} is still open.` : ""}`;
}
