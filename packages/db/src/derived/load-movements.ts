import type { AccountId, Currency, Day, LineId } from "@termwise/core/kernel";
import type { AccountLedger, Movement, MovementReason } from "@termwise/core/ledger";
import { type SQL, sql } from "drizzle-orm";
import { type Row, selectAs, selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { accountLedger } from "./tables/account-ledger.ts";
import { movement } from "./tables/movement.ts";

/** The ledgers booked under a policy, as they were given to `replaceMovements`, sorted by account id. */
export async function loadMovements(
  tx: WorkspaceTransaction,
  policyKey: string,
  { accountIds }: { accountIds?: readonly AccountId[] } = {},
): Promise<AccountLedger[]> {
  const of: SQL = accountIds ? sql`account_id = any(${sql.param([...accountIds])}::text[])` : sql`true`;
  const where = sql`policy_key = ${policyKey} and ${of}`;
  const accounts = await selectRows(tx, accountLedger, { where, orderBy: sql`account_id collate "C"` });
  const rows = await selectAs(tx, movement, toMovement, {
    where,
    orderBy: sql`account_id collate "C", "on", currency collate "C"`,
  });
  const movements = new Map<string, Movement[]>(accounts.map((account) => [account.accountId, []]));
  for (const row of rows) movements.get(row.accountId)?.push(row);
  return accounts.map((account) => ({
    accountId: account.accountId as AccountId,
    movements: movements.get(account.accountId) ?? [],
    dueOn: account.dueOn as Day[],
  }));
}

const toMovement = (row: Row<typeof movement>): Movement => ({
  accountId: row.accountId as AccountId,
  on: row.on as Day,
  kind: row.kind,
  currency: row.currency as Currency,
  amount: row.amount,
  balance: row.balance,
  lifeBegan: row.lifeBegan as Day,
  parts: row.parts.map(([reason, amount, lineIds]) => ({
    reason: reason as MovementReason,
    amount: BigInt(amount),
    lineIds: lineIds as LineId[],
  })),
  sourcedBy: row.sourcedBy,
});
