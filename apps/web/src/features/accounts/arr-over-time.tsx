import { lazy, Suspense } from "react";
import { dayText, tickNumber } from "../../lib/format.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import type { Account } from "./account.ts";
import { arrRows, arrSummary, monthTicks } from "./arr-rows.ts";

const StepChart = lazy(() => import("../../charts/step-chart.tsx").then((m) => ({ default: m.StepChart })));
const height = 220;

const columns: Column<{ on: string; text: string }>[] = [
  { key: "on", header: "From", cell: (row) => dayText(row.on), value: (row) => ({ day: row.on }) },
  { key: "arr", header: "ARR", numeric: true, cell: (row) => row.text },
];

/** What the account was worth, day by day, from zero. */
export function ArrOverTime({ account, through }: { account: Account; through: string }) {
  const { currency } = account;
  const rows = arrRows(account.series, currency, through);
  return (
    <ChartFrame
      name="arr"
      title="ARR over time"
      currency={currency}
      subtitle={`${currency}, at the rates of the newest change`}
      summary={arrSummary(rows)}
      table={<DataTable caption="ARR over time" columns={columns} rows={rows} rowKey={(row) => row.on} />}
    >
      {rows.length === 0 ? (
        <p className="py-8 text-xs text-muted">No contract line of this account carries ARR yet.</p>
      ) : (
        <Suspense fallback={<div style={{ height }} aria-busy="true" />}>
          <StepChart
            label="ARR over time. Arrow keys move from change to change."
            rows={rows}
            height={height}
            xTicks={monthTicks(rows)}
            yText={tickNumber}
            dayText={dayText}
          />
        </Suspense>
      )}
    </ChartFrame>
  );
}
