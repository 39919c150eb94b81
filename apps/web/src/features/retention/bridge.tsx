import { lazy, Suspense } from "react";
import type { Cell } from "../../lib/exports/cell.ts";
import { count, majorOf, money, percent, points } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { bridgeRows, bridgeSummary, shownSteps } from "./bridge-rows.ts";
import type { Overview } from "./overview.ts";

const BridgeChart = lazy(() =>
  import("../../charts/bridge-chart.tsx").then((m) => ({ default: m.BridgeChart })),
);

const height = 264;

interface TableRow {
  key: string;
  name: string;
  accounts: number | null;
  amount: string;
  share: string;
  panel: string | null;
  /** The amount and its part of the opening, exactly. */
  exact: { amount: Cell; share: Cell };
}

const columns: Column<TableRow>[] = [
  {
    key: "step",
    header: "Step",
    cell: (row) =>
      row.panel === null ? (
        <span className="pl-4 text-muted">{row.name}</span>
      ) : (
        <OpensPanel panel={row.panel} className="link">
          {row.name}
        </OpensPanel>
      ),
  },
  {
    key: "accounts",
    header: "Accounts",
    numeric: true,
    cell: (row) => (row.accounts === null ? "" : count(row.accounts)),
  },
  {
    key: "amount",
    header: "Amount",
    numeric: true,
    cell: (row) => <span data-step={row.key}>{row.amount}</span>,
    value: (row) => row.exact.amount,
  },
  {
    key: "share",
    header: "Of opening",
    numeric: true,
    cell: (row) => row.share,
    value: (row) => row.exact.share,
  },
];

/** The larger part first, whichever its sign. */
function bySize(a: { amount: string }, b: { amount: string }): number {
  return Math.abs(Number(b.amount)) - Math.abs(Number(a.amount));
}

const amountCell = (minor: string, currency: string): Cell => ({ money: majorOf(minor, currency), currency });

function exactPart({ amount, pp }: { amount: string; pp: string | null }, currency: string) {
  return {
    amount: amountCell(amount, currency),
    share: pp === null ? null : { share: (Number(pp) / 100).toFixed(6) },
  };
}

function tableRows(view: Overview, currency: string): TableRow[] {
  const { bridge, figures } = view;
  const total = (
    key: "opening" | "closing",
    minor: string,
    accounts: number,
    share: string | null,
  ): TableRow => ({
    key,
    name: key === "opening" ? "Opening" : "Closing",
    accounts,
    amount: money(minor, currency),
    share: share === null ? "—" : percent(share),
    panel: `drill:${figures[key].figure.term}`,
    exact: { amount: amountCell(minor, currency), share: share === null ? null : { share } },
  });
  return [
    total("opening", bridge.opening, bridge.openingAccounts, bridge.opening === "0" ? null : "1"),
    ...shownSteps(bridge).flatMap((step): TableRow[] => [
      {
        key: step.step,
        name: step.name,
        accounts: step.accounts,
        amount: money(step.amount, currency, { signed: true }),
        share: step.pp === null ? "—" : points(step.pp),
        panel: `drill:${step.step}`,
        exact: exactPart(step, currency),
      },
      ...[...step.reasons].sort(bySize).map((part) => ({
        key: `${step.step}:${part.reason}`,
        name: part.name,
        accounts: null,
        amount: money(part.amount, currency, { signed: true }),
        share: part.pp === null ? "—" : points(part.pp),
        panel: null,
        exact: exactPart(part, currency),
      })),
    ]),
    total("closing", bridge.closing, bridge.closingAccounts, figures.nrr.figure.value),
  ];
}

/** How the opening cohort's ARR became what NRR counts at the close. */
export function CohortBridge({ view }: { view: Overview }) {
  const { search, change } = useSearchState();
  const { figure } = view.figures.opening;
  const currency = figure.currency ?? "USD";
  const rows = bridgeRows(view.bridge, currency, {
    opensOn: view.period.opensOn,
    closesOn: view.period.to,
    closingShare: view.figures.nrr.figure.value,
  });
  const target = (key: string) =>
    key === "opening" || key === "closing" ? `drill:${view.figures[key].figure.term}` : `drill:${key}`;
  return (
    <ChartFrame
      name="bridge"
      title="Opening-cohort ARR bridge"
      subtitle={`${currency}, zoomed to the movements`}
      summary={bridgeSummary(view.bridge, currency)}
      table={
        <DataTable
          caption="Opening-cohort ARR bridge"
          columns={columns}
          rows={tableRows(view, currency)}
          rowKey={(row) => row.key}
        />
      }
    >
      <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
        <BridgeChart
          label={`Opening-cohort ARR bridge. ${bridgeSummary(view.bridge, currency)}`}
          rows={rows}
          height={height}
          selected={rows.find((row) => target(row.key) === search["panel"])?.key ?? null}
          onSelect={(key) => change({ panel: target(key) }, { push: true })}
        />
      </Suspense>
    </ChartFrame>
  );
}
