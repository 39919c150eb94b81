import { count, counted } from "../../lib/format.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import type { ImportReport } from "./hand-in.ts";

type Refusal = ImportReport["refusals"][number];
type Warning = ImportReport["warnings"][number];
const shown = 100;

const columns: Column<Refusal>[] = [
  { key: "line", header: "Line", cell: (row) => <span className="num">{count(row.line)}</span> },
  { key: "file", header: "File", className: "text-muted", cell: (row) => row.file },
  { key: "column", header: "Column", cell: (row) => row.column ?? "—" },
  {
    key: "value",
    header: "Value",
    cell: (row) => (
      <span className="inline-block max-w-56 truncate align-bottom" title={row.value ?? ""}>
        {row.value === null || row.value === "" ? <span className="text-subtle">empty</span> : row.value}
      </span>
    ),
  },
  {
    key: "reason",
    header: "What is wrong, and what puts it right",
    className: "min-w-80 py-1.5! whitespace-normal!",
    cell: (row) => (
      <>
        {row.reason} <span className="text-muted">{row.remedy}</span>
        <small className="font-mono">{row.code}</small>
      </>
    ),
  },
];

/** Rows that are handed back, each with its place, its value and a remedy. */
export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null;
  return (
    <section className="card min-w-0" aria-labelledby="refusals-title">
      <h2 id="refusals-title" className="px-4 pt-3 pb-1 text-sm font-semibold">
        {counted(refusals.length, "refused row")}
      </h2>
      <DataTable
        caption="Refused rows"
        columns={columns}
        rows={refusals.slice(0, shown)}
        rowKey={(row) => `${row.file} ${row.line} ${row.column} ${row.code}`}
      />
      {refusals.length > shown && (
        <p className="px-4 py-2 text-2xs text-subtle">
          The first {shown}; all of them are in the file of refused rows after the import.
        </p>
      )}
    </section>
  );
}

/** What is worth knowing about rows that were taken. */
export function Warnings({
  warnings,
  say = (text) => text,
}: {
  warnings: readonly Warning[];
  /** How a page puts a reason. */
  say?: (text: string) => string;
}) {
  if (warnings.length === 0) return null;
  return (
    <section className="card" aria-labelledby="warnings-title">
      <h2 id="warnings-title" className="px-4 pt-3 pb-2 text-sm font-semibold">
        Worth knowing
      </h2>
      <ul className="px-4 pb-3 text-xs">
        {warnings.map((warning) => (
          <li
            key={`${warning.file} ${warning.code} ${warning.line} ${warning.reason}`}
            className="border-t border-line py-1.5"
          >
            {say(warning.reason)}
            <span className="num ml-2 text-2xs text-subtle">
              {warning.file}
              {warning.line !== null && `, from line ${count(warning.line)}`}, {counted(warning.count, "row")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
