import { Failure } from "@termwise/core/kernel";
import type { AccountLedger } from "@termwise/core/ledger";
import { sql } from "drizzle-orm";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { deleteRows, type Scope } from "./delete-rows.ts";
import { accountLedger } from "./tables/account-ledger.ts";
import { movement } from "./tables/movement.ts";

/**
 * Replaces the movements booked under a policy. `policyKey` names the policy; `scope` says whose are replaced, so an
 * account of the scope that has no ledger any more loses its rows. Amounts beyond 64 bits are refused (`too_large`).
 */
export async function replaceMovements(
  tx: WorkspaceTransaction,
  policyKey: string,
  ledgers: readonly AccountLedger[],
  scope: Scope = "all",
): Promise<void> {
  const underPolicy = sql`policy_key = ${policyKey}`;
  await deleteRows(tx, movement, scope, underPolicy);
  await deleteRows(tx, accountLedger, scope, underPolicy);
  await insertRows(
    tx,
    accountLedger,
    ledgers.map(({ accountId, dueOn }) => ({ policyKey, accountId, dueOn: [...dueOn] })),
  );
  await insertRows(
    tx,
    movement,
    ledgers.flatMap(({ movements }) =>
      movements.map(({ parts, ...rest }) => ({
        policyKey,
        ...rest,
        amount: storable(rest.amount),
        balance: storable(rest.balance),
        parts: parts.map((part): [string, string, string[]] => [
          part.reason,
          part.amount.toString(),
          part.lineIds,
        ]),
      })),
    ),
  );
}

function storable(minor: bigint): bigint {
  if (BigInt.asIntN(64, minor) === minor) return minor;
  throw new Failure(
    "too_large",
    `An amount of ${minor} minor units is too large to store. Look for a price or quantity with too many digits.`,
  );
}
