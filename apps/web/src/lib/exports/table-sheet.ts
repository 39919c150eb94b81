import type { Cell, Sheet } from "./cell.ts";
import { readPrinted } from "./printed.ts";

/**
 * A table on screen as it is saved: its head, and every row with typed values. A cell keeps the value it names (`data-cell`);
 * of the others the printed text is read again, amounts in `currency`. Columns of the class `no-export` say again, for people,
 * what others hold.
 */
export function sheetOf(table: HTMLTableElement, currency: string | null): Sheet {
  const head = table.tHead ? [...table.tHead.rows].at(-1) : undefined;
  const all = head ? spread(head) : [];
  const saved = <Of>(cells: readonly Of[]) =>
    cells.filter((_, index) => !all[index]?.classList.contains("no-export"));
  const heads = saved(all);
  const rows = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap((body) => [...body.rows]);
  return {
    keys: heads.map((cell, index) => cell?.getAttribute("data-key") ?? keyOf(textOf(cell), index)),
    titles: heads.map(textOf),
    rows: rows.map((row) => saved(spread(row)).map((cell) => cellOf(cell, currency))),
  };
}

/** The cells of a row by column; a cell over several columns stands in the first of them. */
const spread = (row: HTMLTableRowElement): (HTMLTableCellElement | null)[] =>
  [...row.cells].flatMap((cell) => [cell, ...Array<null>(Math.max(0, cell.colSpan - 1)).fill(null)]);

function cellOf(cell: HTMLTableCellElement | null, currency: string | null): Cell {
  const typed =
    cell?.getAttribute("data-cell") ?? cell?.querySelector("[data-cell]")?.getAttribute("data-cell");
  if (!typed) return readPrinted(textOf(cell), currency);
  const value = JSON.parse(typed) as Cell;
  return value === null || typeof value === "string" ? value : { ...value, shown: textOf(cell) };
}

/** What a cell says, its parts apart. */
function textOf(cell: HTMLTableCellElement | null): string {
  if (!cell) return "";
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? "");
  return parts
    .join(" ")
    .replaceAll("\u2060", "")
    .replace(/\s+/g, " ")
    .replace(/ ([,.;])/g, "$1")
    .trim();
}

const keyOf = (title: string, index: number): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "_")
    .replace(/^_|_$/g, "") || `column_${index + 1}`;
