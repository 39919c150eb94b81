import { cellsOf, type ReadColumn } from "./column-readings.ts";
import { discountMatters } from "./file-questions.ts";
import { mapHeaders, priceFields } from "./map-headers.ts";
import type { Table } from "./read-table.ts";
import type { Remarks } from "./remarks.ts";

/** Says that a column was left unread because its words are not ours. */
export function sayForeign(name: string, table: Table, index: number, remarks: Remarks): void {
  const header = table.headers[index] ?? "";
  const words = [...new Set(cellsOf(table, index))].slice(0, 4).join(", ");
  remarks.say(
    name,
    null,
    header,
    "W_COLUMN_UNUSED",
    `Its words (${words}) are not ones this importer knows; the column is not read. Name it under "columns" and its words under "values" to read it.`,
  );
}

/** Says which lines below the rows were passed over as a report's footer. */
export function sayFooter(name: string, { footer }: Table, remarks: Remarks): void {
  const [first] = footer;
  if (!first) return;
  const text =
    first.cells
      .find((cell) => cell.trim() !== "")
      ?.trim()
      .slice(0, 80) ?? "";
  remarks.say(
    name,
    first.line,
    null,
    "W_SKIPPED",
    `${footer.length} line(s) below the rows were passed over as a report's footer; the first begins "${text}".`,
  );
}

/** A discount that is not taken off is worth a word: it changes every figure. */
export function sayDiscountsLeft(
  name: string,
  table: Table,
  columns: ReadonlyMap<string, ReadColumn>,
  remarks: Remarks,
): void {
  const applied = discountMatters((field) => columns.has(field));
  const read = new Set([...columns.values()].map(({ index }) => index));
  for (const [index, header] of table.headers.entries()) {
    if (!/discount|rabatt|rebate|coupon/i.test(header) || (applied && read.has(index))) continue;
    if (![...cellsOf(table, index)].some((cell) => /[1-9]/.test(cell) || /[a-z]{3}/i.test(cell))) continue;
    const why = read.has(index)
      ? "a price after discount stands beside it"
      : "it is not a field this importer knows";
    remarks.say(name, null, header, "W_COLUMN_UNUSED", `This discount is not taken off any price: ${why}.`);
  }
}

/** Prices in an accounts file say nothing: ARR comes from contract lines. */
export function sayPricesLeft(
  name: string,
  table: Table,
  columns: ReadonlyMap<string, ReadColumn>,
  remarks: Remarks,
): void {
  const read = new Set([...columns.values()].map(({ index }) => index));
  const prices: readonly string[] = priceFields;
  for (const { index, header, field } of mapHeaders(table.headers, "contract_lines", {}).columns)
    if (prices.includes(field.name) && !read.has(index))
      remarks.say(
        name,
        null,
        header,
        "W_COLUMN_UNUSED",
        'ARR comes from contract lines, not from an accounts file. If its rows are contracts: {"kind": "contract_lines"}.',
      );
}
