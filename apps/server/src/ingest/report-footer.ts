import type { RawRecord } from "./read-records.ts";

/** How a footer begins, and hardly a customer's name: "Total Energy" and "Copyright Clearance" may be customers. */
const knownFooter =
  /^((grand |sub)?totals?( ?[(:]|$)|confidential information\b|copyright (©|\(c\)|\d{4})|©|(generated|exported) (by|on|at) )/i;
const isFilled = (cell: string) => cell.trim() !== "";

/**
 * How many of the last records are the footer a report writes below its rows (a grand total, a notice, a copyright): a
 * single cell of words after an empty line, or words that only a footer begins with. A row cut short by a broken
 * download is none: no empty line stands before it.
 */
export function footerLength(records: readonly RawRecord[], width: number): number {
  if (width < 3) return 0;
  let from = records.length;
  let certain = records.length;
  while (from > 1) {
    const [record, above] = [records[from - 1], records[from - 2]];
    const [text, ...more] = record?.cells.filter(isFilled) ?? [];
    if (!record || !above || record.problem !== null || more.length > 0) break;
    from--;
    if (text === undefined) continue;
    const isKnown = record.cells.findIndex(isFilled) === 0 && knownFooter.test(text);
    const isWords = record.cells.length === 1 && /\S\s+\S/.test(text);
    if (!isKnown && !isWords) break;
    const afterGap = above.line + above.lines < record.line || !above.cells.some(isFilled);
    if (isKnown || afterGap) certain = from;
  }
  return records.length - certain;
}
