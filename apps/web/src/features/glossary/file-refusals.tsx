import { count, counted } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";

type Refusal = Outputs["glossary"]["checkFile"]["refusals"][number];

const columns: Column<Refusal>[] = [
  { key: "line", header: "Line", cell: (row) => <span className="num">{count(row.line)}</span> },
  {
    key: "term",
    header: "Term",
    cell: (row) => (
      <span className="inline-block max-w-48 truncate align-bottom" title={row.term ?? ""}>
        {row.term ?? "—"}
      </span>
    ),
  },
  { key: "field", header: "Field", className: "text-muted", cell: (row) => row.field ?? "—" },
  {
    key: "reason",
    header: "What is wrong, and what puts it right",
    className: "min-w-80 py-1.5! whitespace-normal!",
    cell: (row) => (
      <>
        {row.reason} <span className="text-muted">{row.remedy}</span>
      </>
    ),
  },
];

/** Why a file is refused, each with its line, its field and a remedy. */
export function FileRefusals({ refusals, refused }: { refusals: readonly Refusal[]; refused: number }) {
  return (
    <section className="card min-w-0" role="alert" aria-labelledby="refusals-title">
      <header className="px-4 pt-3 pb-2">
        <h2 id="refusals-title" className="text-sm font-semibold">
          The file is refused: {counted(refused, "thing is", "things are")} wrong with it
        </h2>
        <p className="mt-1 text-xs text-muted">
          Nothing of it was taken, the rows that are right neither. Correct these and choose the file again.
        </p>
      </header>
      <DataTable
        caption="What is wrong with the file"
        columns={columns}
        rows={refusals}
        rowKey={(row) => `${row.line} ${row.term} ${row.field} ${row.reason}`}
      />
      {refused > refusals.length && (
        <p className="px-4 py-2 text-2xs text-subtle">The first {count(refusals.length)} are shown.</p>
      )}
    </section>
  );
}
