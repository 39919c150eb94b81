import { TableExport } from "../../../ui/table-export.tsx";
import { lineCells, lineHeaders } from "./line-cells.ts";
import type { StatementView } from "./view.ts";

/** Saves the lines of a statement with everything they go back to, as CSV or as a workbook; the audit log is told first. */
export function StatementExports({ view }: { view: StatementView }) {
  const { lines, currency, period, status } = view;
  return (
    <TableExport
      name={`statement ${period.text}${status === "draft" ? " draft" : ""}`}
      what={`Statement of ${period.text}`}
      headers={lineHeaders}
      rows={async () => lines.map((line) => lineCells(line, currency))}
    />
  );
}
