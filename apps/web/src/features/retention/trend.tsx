import { lazy, Suspense } from "react";
import { monthText, percent } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { later } from "../../ui/later.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { Overview } from "./overview.ts";
import { trendAims, trendMarks } from "./review/on-trend.ts";
import type { Review } from "./review/review.ts";
import { reportedPoints, trendRows, trendScale, trendSummary, trendTick, windowText } from "./trend-rows.ts";

const TrendChart = lazy(() =>
  import("../../charts/trend-chart.tsx").then((m) => ({ default: m.TrendChart })),
);

const MarkList = later(async () => (await import("./review/mark-list.tsx")).MarkList);

const lines = [
  { key: "nrr", name: "NRR", color: "var(--cat-1)", marker: "circle" },
  { key: "grr", name: "GRR", color: "var(--cat-2)", marker: "triangle" },
] as const;

type Point = Overview["trend"]["points"][number];
const height = 264;

/** The columns of the twin; what was reported stands beside it where a month was closed. */
function columnsOf(window: string, reported: boolean): Column<Point>[] {
  const share = (of: string | null) => (of === null ? "—" : percent(of));
  const value = (of: string | null) => (of === null ? null : { share: of });
  return [
    {
      key: "month",
      header: `The ${window} to`,
      cell: (point) => `${monthText(point.month)}${point.open ? ", to date" : ""}`,
      value: (point) => ({ month: point.month }),
    },
    {
      key: "nrr",
      header: "NRR",
      numeric: true,
      cell: (point) => share(point.nrr),
      value: (point) => value(point.nrr),
    },
    {
      key: "grr",
      header: "GRR",
      numeric: true,
      cell: (point) => share(point.grr),
      value: (point) => value(point.grr),
    },
    ...(reported ? (["nrr", "grr"] as const) : []).map(
      (key): Column<Point> => ({
        key: `${key}-reported`,
        header: `${key.toUpperCase()} reported`,
        numeric: true,
        cell: (point) => (point.reported ? share(point.reported[key]) : ""),
        value: (point) => value(point.reported?.[key] ?? null),
      }),
    ),
  ];
}

/** NRR and GRR over the last year; an open month is dashed and can be left out. */
export function Trend({ view, review }: { view: Overview; review: Review | null }) {
  const { search, change } = useSearchState();
  const complete = search["open"] === "complete";
  const hasOpen = view.trend.points.some((point) => point.open);
  const points = view.trend.points.filter((point) => !(complete && point.open));
  const window = windowText(view.period);
  const known = points.some((point) => point.nrr !== null);
  const rows = trendRows(points);
  const aims = trendAims(review, lines);
  const marks = trendMarks(review, rows);
  const reported = reportedPoints(points);
  const scale = trendScale(rows, reported, aims);
  return (
    <ChartFrame
      name="trend"
      title="NRR and GRR"
      subtitle={`% of opening ARR, trailing ${window}, axis ${scale.from}–${scale.to} %`}
      summary={trendSummary(points)}
      tools={
        hasOpen && (
          <Segmented
            label="Months shown"
            value={complete ? "complete" : "all"}
            options={[
              { value: "all", label: "To date" },
              { value: "complete", label: "Closed months" },
            ]}
            onChange={(next) => change({ open: next === "complete" ? "complete" : undefined })}
          />
        )
      }
      table={
        <DataTable
          caption="NRR and GRR by month"
          columns={columnsOf(window, reported.length > 0)}
          rows={points}
          rowKey={(p) => p.month}
        />
      }
    >
      {known ? (
        <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
          <TrendChart
            label="NRR and GRR over time. Arrow keys move from month to month."
            rows={rows}
            scale={scale}
            lines={lines}
            aims={aims}
            marks={marks.map(({ x }) => x)}
            reported={reported}
            emphasis={{ value: 100, label: "100 % of opening cohort" }}
            unit=" %"
            height={height}
            tick={trendTick}
            full={(month) => `The ${window} to ${monthText(month)}`}
          />
        </Suspense>
      ) : (
        <p className="grid place-items-center text-xs text-muted" style={{ height }}>
          No customer held ARR at the opening of any of these months.
        </p>
      )}
      {reported.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 px-4 text-2xs text-muted">
          <span className="flex items-center gap-1.5">
            <svg width="12" height="12" aria-hidden="true">
              <path d="M6 .5l5.5 5.5l-5.5 5.5l-5.5 -5.5z" fill="var(--surface)" stroke="var(--fg-muted)" />
            </svg>
            As reported when the period was closed
          </span>
          <span className="flex items-center gap-1.5">
            <span aria-hidden className="inline-block h-0.5 w-4 bg-current" />
            Restated: what is told now
          </span>
        </p>
      )}
      {marks.length > 0 && <MarkList marks={marks.map(({ mark }) => mark)} />}
    </ChartFrame>
  );
}
