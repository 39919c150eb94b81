import { type Cell, titleOf } from "../lib/exports/cell.ts";
import { ExportMenu } from "./export-menu.tsx";

interface Props {
  name: string;
  /** What the table shows, as the audit log tells of it. */
  what: string;
  /** Keys of the columns: they stay the same whatever the titles say. */
  headers: readonly string[];
  titles?: readonly string[];
  /** All rows, not only those in sight. */
  rows: () => Promise<readonly (readonly Cell[])[]>;
  /** The terms whose definitions the figures in it are told by. */
  terms?: readonly string[];
}

/** Saves everything a list stands for as CSV or as a workbook. */
export function TableExport({ name, what, headers, titles, rows, terms = [] }: Props) {
  const table = async () => ({
    keys: headers,
    titles: titles ?? headers.map(titleOf),
    rows: await rows(),
  });
  return <ExportMenu exported={{ name, what, table, terms }} />;
}
