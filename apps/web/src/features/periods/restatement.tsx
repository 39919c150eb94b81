import { lazy, Suspense } from "react";
import { count } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { Restatement } from "./periods.ts";
import { type CauseRow, causeRows, causeSummary, chartRows, type Told } from "./restatement-rows.ts";

const BridgeChart = lazy(() =>
  import("../../charts/bridge-chart.tsx").then((m) => ({ default: m.BridgeChart })),
);

const height = 240;
const names = {
  nrr: "NRR",
  grr: "GRR",
  "logo-retention": "Logo retention",
  closing: "Closing ARR",
} as const satisfies Record<Told, string>;

/** What the page tells the bridge of. */
export function toldOf(search: Record<string, string | undefined>): Told {
  return (Object.keys(names) as Told[]).find((told) => told === search["told"]) ?? "nrr";
}

const columns: Column<CauseRow>[] = [
  {
    key: "cause",
    header: "Cause",
    cell: (row) => (
      <span className="block min-w-28">
        <span className="font-medium">{row.name}</span>
        {row.meaning && <span className="block text-2xs font-normal text-subtle">{row.meaning}</span>}
      </span>
    ),
  },
  {
    key: "accounts",
    header: "Accounts",
    numeric: true,
    cell: (row) => (row.accounts === null ? "" : count(row.accounts)),
  },
  {
    key: "effect",
    header: "Effect",
    numeric: true,
    cell: (row) => <span data-cause={row.key}>{row.amount}</span>,
  },
  {
    key: "exact",
    header: "Exactly",
    numeric: true,
    className: "max-md:hidden",
    cell: (row) => <span className="text-2xs text-muted">{row.exact}</span>,
  },
];

/** From what was reported to what is told now, cause by cause: as a bridge and as a table. */
export function RestatementBridge({ found }: { found: Restatement }) {
  const { search, change } = useSearchState();
  const told = toldOf(search);
  const rows = causeRows(found, told);
  const bars = chartRows(rows);
  const cause = search["cause"];
  return (
    <ChartFrame
      name="restatement"
      title="From reported to now"
      subtitle={
        told === "closing"
          ? `${found.currency}, each cause once those before it are in`
          : "Percentage points, each cause once those before it are in"
      }
      summary={causeSummary(rows, names[told])}
      terms={told === "closing" ? ["arr"] : [told]}
      currency={found.currency}
      tools={
        <Segmented
          label="Told of"
          value={told}
          options={[
            { value: "nrr", label: "NRR" },
            { value: "grr", label: "GRR" },
            { value: "logo-retention", label: "Logo" },
            { value: "closing", label: "ARR" },
          ]}
          onChange={(next) => change({ told: next === "nrr" ? undefined : next })}
        />
      }
      table={
        <DataTable
          caption={`${names[told]}, from reported to now`}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
        />
      }
    >
      {bars.length > 2 ? (
        <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
          <BridgeChart
            label={causeSummary(rows, names[told])}
            rows={bars}
            height={height}
            selected={cause ?? null}
            onSelect={(key) =>
              change({ cause: key === cause || key === "reported" || key === "now" ? undefined : key })
            }
          />
        </Suspense>
      ) : (
        <p className="grid place-items-center px-4 text-center text-xs text-muted" style={{ height: 120 }}>
          {rows.length === 0
            ? (found.reason ?? "It cannot be told now.")
            : `Nothing that was recorded since moves ${names[told]} of this window.`}
        </p>
      )}
    </ChartFrame>
  );
}
