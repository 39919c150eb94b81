import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { count, momentText } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoImport } from "./undo-import.tsx";

type Past = Outputs["imports"]["list"][number];
const number = (value: number | undefined) => (value === undefined ? "—" : count(value));

const columns: Column<Past>[] = [
  { key: "at", header: "Imported", cell: (row) => <span className="num">{momentText(row.createdAt)}</span> },
  {
    key: "files",
    header: "Files",
    cell: (row) => (
      <Link
        to="/data/imports/$id"
        params={{ id: row.id }}
        className="inline-block max-w-96 truncate align-bottom font-medium text-link"
      >
        {row.files.map((file) => file.name).join(", ") || "Its report"}
      </Link>
    ),
  },
  { key: "by", header: "By", className: "text-muted", cell: (row) => row.byName ?? "—" },
  { key: "new", header: "New", numeric: true, cell: (row) => number(row.counts?.new) },
  { key: "changed", header: "Changed", numeric: true, cell: (row) => number(row.counts?.changed) },
  { key: "unchanged", header: "Unchanged", numeric: true, cell: (row) => number(row.counts?.unchanged) },
  { key: "refused", header: "Refused", numeric: true, cell: (row) => number(row.counts?.refused) },
  {
    key: "undo",
    header: <span className="sr-only">Undo</span>,
    cell: (row) => (
      <UndoImport id={row.id} undone={row.undone} name={`Undo the import of ${momentText(row.createdAt)}`} />
    ),
  },
  {
    key: "download",
    header: <span className="sr-only">Refused rows</span>,
    cell: (row) =>
      (row.counts?.refused ?? 0) > 0 && (
        <a
          href={`/api/imports/${row.id}/refused.csv`}
          download
          className="font-medium text-link"
          aria-label={`Download the refused rows of the import of ${momentText(row.createdAt)}`}
        >
          Refused rows
        </a>
      ),
  },
];

/** Every import there was, the newest first. */
export function PastImports() {
  const query = useQuery(trpc.imports.list.queryOptions());
  return (
    <Loaded query={query} what="The list of imports" skeleton={<Skeleton className="h-32" />}>
      {(past) => (
        <section className="card min-w-0" aria-labelledby="past-title">
          <h2 id="past-title" className="px-4 pt-3 pb-1 text-sm font-semibold">
            Past imports
          </h2>
          {past.length === 0 ? (
            <p className="px-4 pt-1 pb-4 text-xs text-muted">Nothing has been imported yet.</p>
          ) : (
            <DataTable caption="Past imports" columns={columns} rows={past} rowKey={(row) => row.id} />
          )}
        </section>
      )}
    </Loaded>
  );
}
