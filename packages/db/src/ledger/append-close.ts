import type { Instant } from "@termwise/core/kernel";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { closedLines } from "./tables/closed-lines.ts";
import { closedView } from "./tables/closed-view.ts";

/** A view of a close as it is stored: canonical JSON, and a line of it for each account. */
export interface StoredView {
  readonly content: string;
  readonly lines: readonly string[];
}

/** Accounts to a row. */
const perRow = 200;
/** Rows to a statement: some megabytes. */
const perInsert = 100;

/** Stores what a close froze. Of two closes with one number the second fails; nothing stored is ever changed. */
export async function appendClose(
  tx: WorkspaceTransaction,
  { number, recorded }: { readonly number: number; readonly recorded: Instant },
  views: readonly StoredView[],
): Promise<void> {
  await insertRows(
    tx,
    closedView,
    views.map(({ content }, view) => ({ number, view, recorded, content })),
  );
  for (const [view, { lines }] of views.entries()) {
    const rows = Array.from({ length: Math.ceil(lines.length / perRow) }, (_, position) => ({
      number,
      view,
      position,
      content: lines.slice(position * perRow, (position + 1) * perRow).join("\n"),
    }));
    for (let start = 0; start < rows.length; start += perInsert)
      await insertRows(tx, closedLines, rows.slice(start, start + perInsert));
  }
}
