import { count, dayText, money } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { type Account, sourceText } from "./account.ts";
import { lineStateOf, termsText } from "./line-text.ts";

type Line = Account["lines"][number];

/** The account's contract lines, the newest first, with the row each came from. */
export function ContractLines({ account, today }: { account: Account; today: string }) {
  const columns: Column<Line>[] = [
    {
      key: "product",
      header: "Product",
      cell: (row) => (
        <span className="inline-flex items-center gap-2 font-medium">
          {row.product}
          {row.lineKind !== "recurring" && <Chip>{row.lineKind === "usage" ? "usage" : "one-time"}</Chip>}
        </span>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: (row) => {
        const { word, tone } = lineStateOf(row, today);
        return <Chip tone={tone}>{word}</Chip>;
      },
    },
    { key: "arr", header: "ARR", numeric: true, cell: (row) => money(row.arr, row.currency) },
    { key: "terms", header: "Terms", className: "text-muted num", cell: (row) => termsText(row) },
    { key: "starts", header: "Starts", numeric: true, cell: (row) => dayText(row.startsOn) },
    {
      key: "ends",
      header: "Last day",
      numeric: true,
      cell: (row) => (row.endsOn ? dayText(row.endsOn) : "Open"),
    },
    {
      key: "renews",
      header: "Renews",
      className: "text-muted",
      cell: (row) => (row.autoRenew === null ? "not said" : row.autoRenew ? "by itself" : "by signature"),
    },
    { key: "source", header: "Source", className: "text-muted", cell: (row) => sourceText(row.source) },
  ];
  return (
    <section id="lines" className="card min-w-0" aria-labelledby="lines-title">
      <div className="px-4 pt-3 pb-1">
        <h2 id="lines-title" className="text-sm font-semibold">
          Contract lines
        </h2>
        <p className="mt-0.5 text-2xs text-subtle">
          {count(account.lines.length)} lines, the newest start first
        </p>
      </div>
      {account.lines.length === 0 ? (
        <p className="px-4 py-8 text-xs text-muted">No contract line has been imported for this account.</p>
      ) : (
        <DataTable
          caption="Contract lines"
          columns={columns}
          rows={account.lines}
          rowKey={(row) => row.lineId}
        />
      )}
    </section>
  );
}
