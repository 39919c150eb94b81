import { Failure, type Instant, instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { closedLines } from "./tables/closed-lines.ts";
import { closedView } from "./tables/closed-view.ts";

/** The views of some closes as they were stored, each with its number and place, in their order. */
export async function loadClosedViews(
  tx: WorkspaceTransaction,
  numbers: readonly number[],
): Promise<{ number: number; view: number; content: string }[]> {
  return selectRows(tx, closedView, {
    where: sql`number = any(${sql.param([...numbers])}::int[])`,
    orderBy: sql`number, view`,
  });
}

/** The account lines of one view as they were stored, in their order. */
export async function loadClosedLines(
  tx: WorkspaceTransaction,
  { number, view }: { readonly number: number; readonly view: number },
): Promise<string[]> {
  const rows = await selectRows(tx, closedLines, {
    where: sql`number = ${number} and view = ${view}`,
    orderBy: sql`position`,
  });
  return rows.flatMap(({ content }) => content.split("\n"));
}

/** The moment up to which the latest close took everything recorded; `null` before the first. */
export async function lastCut(tx: WorkspaceTransaction): Promise<Instant | null> {
  const [found] = await tx.query<{ cut: string | Date | null }>(
    sql`select max(recorded) as cut from ledger.closed_view where workspace_id = ${tx.workspaceId}::uuid`,
  );
  if (!found) throw new Failure("not_found", "A select of an aggregate gave no row.");
  return found.cut === null ? null : instant(new Date(found.cut).toISOString());
}
