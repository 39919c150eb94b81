import { counted } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import type { ImportReport } from "./hand-in.ts";
import { Questions } from "./questions.tsx";

type File = ImportReport["files"][number];
type ReadColumn = File["columns"][number];

/** What each kind of file is called. */
export const kinds = {
  accounts: "Accounts",
  contract_lines: "Contract lines",
  fx_rates: "Exchange rates",
  usage: "Product usage",
  claims: "Stage labels",
  deals: "Deals",
  evidence: "Onboarding evidence",
  support_tickets: "Support tickets",
  survey_answers: "Answers to surveys",
  touchpoints: "Touchpoints",
} as const;
/** What each delimiter is called. */
export const delimiters: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
/** How dates are written, in words. */
export const formats: Record<string, string> = {
  iso: "year-month-day",
  dmy: "day first",
  mdy: "month first",
  ymd: "year first",
  excel: "Excel day numbers",
  excel1904: "Excel day numbers from 1904",
  epoch: "seconds since 1970",
};
const columns: Column<ReadColumn>[] = [
  { key: "header", header: "Column", cell: (row) => row.header },
  {
    key: "field",
    header: "Read as",
    cell: (row) =>
      row.field === null ? (
        <span className="text-subtle">not read</span>
      ) : (
        <code className="font-mono text-2xs">{row.field}</code>
      ),
  },
  {
    key: "format",
    header: "Written",
    className: "text-muted",
    cell: (row) =>
      row.format
        ? (formats[row.format] ?? row.format)
        : row.decimal
          ? row.decimal === "."
            ? "decimal point"
            : "decimal comma"
          : "text",
  },
  {
    key: "samples",
    header: "For example",
    className: "text-muted",
    cell: (row) => (
      <span className="inline-block max-w-96 truncate align-bottom">
        {row.samples.filter((sample) => sample !== "").join(" · ") || "empty"}
      </span>
    ),
  },
];

interface Props {
  file: File;
  onAnswer: ((answer: string) => void) | null;
}

/** One file as it was understood: what it holds, how it is written, each column, and what only a person can say. */
export function FileReport({ file, onAnswer }: Props) {
  return (
    <section className="card min-w-0" aria-label={file.name}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 pt-3 pb-2">
        <h2 className="text-sm font-semibold">{file.name}</h2>
        {file.kind && <Chip tone="info">{kinds[file.kind]}</Chip>}
        <p className="num text-2xs text-subtle">
          {counted(file.rows, "row")}, {file.encoding}, {delimiters[file.delimiter] ?? file.delimiter}
          -separated
          {file.kind === "contract_lines" &&
            `, end days ${file.endDays === "inclusive" ? "are the last day in force" : "are the first day out of force"}`}
        </p>
      </div>
      <Questions questions={file.questions} onAnswer={onAnswer} />
      {file.columns.length > 0 && (
        <DataTable
          caption={`Columns of ${file.name}`}
          columns={columns}
          rows={file.columns}
          rowKey={(row) => row.header}
          className="border-t border-line"
        />
      )}
    </section>
  );
}
