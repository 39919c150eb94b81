import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { count, dayText, shortMonth } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { useMeant } from "./report.ts";
import { TeamTotals } from "./team-totals.tsx";
import { convergenceScale, convergenceText, shareRows } from "./time-rows.ts";
import { amountText, kinds, kindWords } from "./words.ts";

const TrendChart = lazy(() =>
  import("../../charts/trend-chart.tsx").then((m) => ({ default: m.TrendChart })),
);

type Series = Outputs["divergence"]["series"];
type Point = Series["points"][number];
const height = 240;

/** Whether what is claimed and what evidence shows come closer: the same report asked for the ends of past months. */
export function TimeTab() {
  const meant = useMeant();
  const query = useQuery(
    trpc.divergence.series.queryOptions(
      { ...meant, months: 13 } as Parameters<typeof trpc.divergence.series.queryOptions>[0],
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <Loaded query={query} what="The series" skeleton={<Skeleton className="h-[360px]" />}>
        {(series) => <Chart series={series} />}
      </Loaded>
      <TeamTotals />
    </>
  );
}

function Chart({ series }: { series: Series }) {
  const { search, change } = useSearchState();
  const basis = search["basis"] === "accounts" ? "accounts" : "arr";
  const { points, currency } = series;
  const rows = shareRows(points, basis);
  const scale = convergenceScale(rows);
  const known = rows.some(({ values }) => values["share"] !== null);
  const columns: Column<Point>[] = [
    { key: "on", header: "On", cell: ({ on }) => dayText(on) },
    ...kinds.map(
      (kind): Column<Point> => ({
        key: kind,
        header: kindWords[kind].name,
        numeric: true,
        cell: ({ byKind }) => count(byKind[kind].lines),
      }),
    ),
    {
      key: "accounts",
      header: "Accounts",
      numeric: true,
      cell: ({ total, compared }) => `${count(total.accounts)} of ${count(compared.accounts)}`,
    },
    { key: "arr", header: "ARR", numeric: true, cell: ({ total }) => amountText(total.arr, currency) },
    {
      key: "compared",
      header: "Compared ARR",
      numeric: true,
      cell: ({ compared }) => amountText(compared.arr, currency),
    },
  ];
  return (
    <ChartFrame
      name="convergence"
      title="Is the company converging?"
      subtitle={`Diverging ${basis === "arr" ? "ARR" : "accounts"}, % of what can be compared, at the end of each month`}
      summary={convergenceText(series)}
      tools={
        <Segmented
          label="Share of"
          value={basis}
          options={[
            { value: "arr", label: "ARR" },
            { value: "accounts", label: "Accounts" },
          ]}
          onChange={(next) => change({ basis: next === "accounts" ? "accounts" : undefined })}
        />
      }
      table={
        <DataTable caption="Divergence by month" columns={columns} rows={points} rowKey={({ on }) => on} />
      }
    >
      {known ? (
        <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
          <TrendChart
            label="Share that diverges. Arrow keys move from month to month."
            rows={rows}
            lines={[{ key: "share", name: "Share", color: "var(--cat-1)", marker: "circle" }]}
            scale={scale}
            emphasis={{ value: 0, label: "" }}
            unit=" %"
            height={height}
            tick={(on, { first, last }) => shortMonth(on, first || last || on.slice(5, 7) === "01")}
            full={dayText}
          />
        </Suspense>
      ) : (
        <p className="py-8 text-xs text-muted">
          In none of these months was there a claim with a known meaning to compare.
        </p>
      )}
    </ChartFrame>
  );
}
