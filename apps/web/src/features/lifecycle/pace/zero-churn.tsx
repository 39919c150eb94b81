import { Link } from "@tanstack/react-router";
import { churnReasons } from "@termwise/core/facts";
import { lazy, Suspense, useState } from "react";
import { compactMoney, count, dayText, money, monthText, shortMonth } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { churnRows, churnScale, churnText } from "./churn-rows.ts";
import type { Churn } from "./pace.ts";

const TrendChart = lazy(() =>
  import("../../../charts/trend-chart.tsx").then((m) => ({ default: m.TrendChart })),
);

type Loss = Churn["losses"][number];
const height = 220;
const atOnce = 12;

/** Whether customers are lost who could have been kept, month by month, and each loss with its reason. */
export function ZeroChurn({ churn }: { churn: Churn }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[2fr_3fr]">
      <Months churn={churn} />
      <Losses churn={churn} />
    </div>
  );
}

function Months({ churn }: { churn: Churn }) {
  const rows = churnRows(churn.months);
  return (
    <ChartFrame
      name="churn"
      title="Zero churn goal"
      subtitle="Customers lost by month, and those of them who could have been kept; the goal is 0"
      summary={churnText(churn)}
      table={
        <DataTable
          caption="Customers lost by month"
          rows={churn.months}
          rowKey={({ month }) => month}
          columns={[
            { key: "month", header: "Month", cell: ({ month }) => monthText(month) },
            { key: "lost", header: "Lost", numeric: true, cell: ({ lost }) => count(lost) },
            {
              key: "preventable",
              header: "Preventable",
              numeric: true,
              cell: ({ preventable }) => count(preventable),
            },
            {
              key: "unexplained",
              header: "Nobody said why",
              numeric: true,
              cell: ({ unexplained }) => count(unexplained),
            },
          ]}
        />
      }
    >
      <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
        <TrendChart
          label="Customers lost by month. Arrow keys move from month to month."
          rows={rows}
          lines={[
            { key: "lost", name: "Lost", color: "var(--cat-1)", marker: "circle" },
            { key: "preventable", name: "Preventable", color: "var(--mv-churn)", marker: "triangle" },
          ]}
          scale={churnScale(rows)}
          emphasis={{ value: 0, label: "" }}
          unit=""
          height={height}
          tick={(month, { first, last }) => shortMonth(month, first || last || month.endsWith("-01"))}
          full={monthText}
        />
      </Suspense>
    </ChartFrame>
  );
}

const preventableText = (preventable: boolean | null): string =>
  preventable === null ? "Not said" : preventable ? "Yes" : "No";

function Losses({ churn: { losses, currency } }: { churn: Churn }) {
  const [shown, setShown] = useState(atOnce);
  const columns: Column<Loss>[] = [
    {
      key: "name",
      header: "Account",
      cell: ({ accountId, name }) => (
        <Link
          to="/accounts/$accountId/lifecycle"
          params={{ accountId }}
          title={name}
          className="inline-block max-w-36 truncate align-bottom font-medium hover:underline sm:max-w-48"
        >
          {name}
        </Link>
      ),
    },
    { key: "on", header: "Left on", numeric: true, cell: ({ on }) => dayText(on) },
    {
      key: "arr",
      header: "ARR lost",
      numeric: true,
      cell: ({ arr }) => (
        <span title={money(arr, currency ?? "USD")}>{compactMoney(arr, currency ?? "USD")}</span>
      ),
    },
    {
      key: "reason",
      header: "Reason",
      cell: ({ reason }) =>
        reason === null ? <span className="text-warning">Nobody said why</span> : churnReasons[reason].name,
    },
    { key: "preventable", header: "Preventable", cell: ({ preventable }) => preventableText(preventable) },
  ];
  return (
    <section className="card min-w-0 overflow-clip" aria-labelledby="losses">
      <div className="px-4 py-3">
        <h2 id="losses" className="text-sm font-semibold">
          <OpensPanel panel="def:zero-churn-goal" data-definition="" className="term min-h-6">
            Customers lost
          </OpensPanel>{" "}
          <span className="num font-normal text-subtle">{count(losses.length)}</span>
        </h2>
        <p className="text-2xs text-subtle">The reason is put on record on the account's lifecycle</p>
      </div>
      {losses.length === 0 ? (
        <p className="border-t border-line px-4 py-6 text-xs text-muted">Nobody was lost.</p>
      ) : (
        <DataTable
          caption="Customers lost"
          columns={columns}
          rows={losses.slice(0, shown)}
          rowKey={({ accountId, on }) => `${accountId} ${on}`}
          className="border-t border-line"
        />
      )}
      {losses.length > shown && (
        <div className="flex justify-center border-t border-line p-2">
          <Button onClick={() => setShown(losses.length)}>Show all {count(losses.length)}</Button>
        </div>
      )}
    </section>
  );
}
