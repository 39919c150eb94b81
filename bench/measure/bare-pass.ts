import type { Grouping, LedgerColumns } from "@termwise/core/retention/columns";

/** Reads every array the movement scan reads, once, and adds it up: the least a scan in JavaScript can cost. */
export function barePass(columns: LedgerColumns, { groupOf }: Grouping): number {
  const { first, rows, gapped, month, life, kind, balance } = columns;
  let sum = 0;
  for (let a = 0; a < groupOf.length; a++) sum += groupOf[a]! + first[a]! + rows[a]! + gapped[a]!;
  for (let row = 0; row < columns.usedRows; row++)
    sum += month[row]! + life[row]! + kind[row]! + balance[row]!;
  return sum;
}

/** How many bytes that is. */
export const bytesRead = (columns: LedgerColumns): number => columns.size * 9 + columns.usedRows * 13;
