import type { AccountId } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { WorkspaceTransaction } from "../transaction.ts";

/** Which accounts' derived rows a call replaces: these, present in the new rows or not, or all of the workspace. */
export type Scope = readonly AccountId[] | "all";

/** Empties a derived table for the accounts about to be written anew. */
export async function deleteRows(
  tx: WorkspaceTransaction,
  table: PgTable,
  scope: Scope,
  and: SQL = sql`true`,
): Promise<void> {
  const accounts = scope === "all" ? sql`true` : sql`account_id = any(${sql.param([...scope])}::text[])`;
  await tx.query(
    sql`delete from ${table} where workspace_id = ${tx.workspaceId}::uuid and ${and} and ${accounts}`,
  );
}
