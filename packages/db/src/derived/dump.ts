import { sql } from "drizzle-orm";
import { selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { accountLedger } from "./tables/account-ledger.ts";
import { movement } from "./tables/movement.ts";

/**
 * The workspace's whole derived state as text, one row a line in the order of the keys: equal states give equal bytes,
 * however they came about. How far it has caught up (the mark) is no part of it.
 */
export async function dumpDerived(tx: WorkspaceTransaction): Promise<string> {
  const ofPolicy = sql`policy_key collate "C", account_id collate "C"`;
  const parts = [
    ["account_ledger", await selectRows(tx, accountLedger, { orderBy: ofPolicy })],
    ["movement", await selectRows(tx, movement, { orderBy: sql`${ofPolicy}, "on", currency collate "C"` })],
  ] as const;
  return parts
    .flatMap(([table, rows]) => rows.map((row: object) => `${table} ${JSON.stringify(row, plain)}\n`))
    .join("");
}

const plain = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
