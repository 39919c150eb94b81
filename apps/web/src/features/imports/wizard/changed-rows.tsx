import { ArrowRight } from "lucide-react";
import { count, counted } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import type { Checked } from "./use-draft.ts";

type Changed = NonNullable<Checked["details"]>["changed"][number];

const columns: Column<Changed>[] = [
  { key: "line", header: "Line", cell: (row) => <span className="num">{count(row.line)}</span> },
  { key: "file", header: "File", className: "text-muted", cell: (row) => row.file },
  { key: "key", header: "What", cell: (row) => row.sourceKey ?? row.cells.slice(0, 2).join(", ") },
  {
    key: "changes",
    header: "Changes",
    className: "min-w-80 py-1.5! whitespace-normal!",
    cell: ({ changes }) => (
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            <code className="font-mono text-2xs">{field}</code>{" "}
            <del className="text-muted no-underline">{from ?? "none"}</del>{" "}
            <ArrowRight size={12} strokeWidth={1.5} aria-label="becomes" className="inline text-subtle" />{" "}
            <ins className="font-medium no-underline">{to ?? "none"}</ins>
          </li>
        ))}
        {changes.length === 0 && <li className="text-muted">An id, or the account it names</li>}
      </ul>
    ),
  },
];

/** Rows that change what is known: what each field was and would be. */
export function ChangedRows({ changed, all }: { changed: readonly Changed[]; all: number }) {
  if (changed.length === 0) return null;
  return (
    <section className="card min-w-0" aria-labelledby="changed-title">
      <h3 id="changed-title" className="px-4 pt-3 pb-1 text-sm font-semibold">
        {counted(all, "update")}
        {changed.length < all && `, the first ${count(changed.length)}`}
      </h3>
      <DataTable
        caption="Updates, field by field"
        columns={columns}
        rows={changed}
        rowKey={(row) => `${row.file} ${row.line}`}
      />
    </section>
  );
}
