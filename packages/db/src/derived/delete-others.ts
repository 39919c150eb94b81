import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { deleteRows } from "./delete-rows.ts";
import { accountLedger } from "./tables/account-ledger.ts";
import { mark } from "./tables/mark.ts";
import { movement } from "./tables/movement.ts";

/** Throws away what was derived under any other key than this one, such as by an earlier version's rules. */
export async function deleteOthers(tx: WorkspaceTransaction, policyKey: string): Promise<void> {
  for (const table of [movement, accountLedger, mark])
    await deleteRows(tx, table, "all", sql`policy_key <> ${policyKey}`);
}
