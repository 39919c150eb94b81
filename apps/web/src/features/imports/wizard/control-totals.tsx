import { useState } from "react";
import { count, majorOf, money } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Term } from "../../../ui/term.tsx";
import type { Checked } from "./use-draft.ts";

type Total = NonNullable<Checked["details"]>["totals"][number];

/** ARR of the files' lines in force today, to hold against the ledger they came from. */
export function ControlTotals({ totals }: { totals: readonly Total[] }) {
  const [stated, setStated] = useState<Readonly<Record<string, string>>>({});
  if (totals.length === 0) return null;
  const columns: Column<Total>[] = [
    { key: "currency", header: "Currency", cell: ({ currency }) => currency },
    { key: "lines", header: "Lines in force", numeric: true, cell: ({ lines }) => count(lines) },
    {
      key: "arr",
      header: "ARR of the files",
      numeric: true,
      cell: ({ currency, arr }) => <span data-total={currency}>{money(arr, currency)}</span>,
    },
    {
      key: "stated",
      header: "Your ledger says",
      cell: ({ currency }) => (
        <input
          aria-label={`ARR in ${currency} by your ledger`}
          inputMode="decimal"
          placeholder={majorOf("0", currency)}
          value={stated[currency] ?? ""}
          onChange={(event) => setStated({ ...stated, [currency]: event.target.value })}
          className="num h-7 w-36 rounded-control border border-input bg-surface px-2 text-right text-xs pointer-coarse:h-10"
        />
      ),
    },
    {
      key: "difference",
      header: "Difference",
      numeric: true,
      cell: ({ currency, arr }) => {
        const text = (stated[currency] ?? "").replaceAll(/[\s,_']/g, "");
        if (text === "") return "";
        const other = Number(text);
        if (!Number.isFinite(other)) return <span className="text-negative">no number</span>;
        const difference = Number(majorOf(arr, currency)) - other;
        return Math.abs(difference) < 0.005 ? (
          <span className="text-positive">none</span>
        ) : (
          <span className="text-negative">
            {difference.toLocaleString("en", { signDisplay: "always", maximumFractionDigits: 2 })}
          </span>
        );
      },
    },
  ];
  return (
    <section className="card min-w-0" aria-labelledby="totals-title">
      <h3 id="totals-title" className="px-4 pt-3 text-sm font-semibold">
        Control totals
      </h3>
      <p className="px-4 pt-0.5 pb-2 text-2xs text-subtle">
        <Term id="arr">ARR</Term> of the lines these files state that are in force today, whether new or
        known.
      </p>
      <DataTable
        caption="Control totals"
        columns={columns}
        rows={totals}
        rowKey={({ currency }) => currency}
      />
    </section>
  );
}
