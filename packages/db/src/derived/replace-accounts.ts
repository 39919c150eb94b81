import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { AccountRow } from "./account-row.ts";
import { deleteRows, type Scope } from "./delete-rows.ts";
import { folded } from "./folded.ts";
import { accountCurrent } from "./tables/account-current.ts";

/** An account row to be listed, and what other systems call the account: search finds it by that too. */
export type ListedAccount = AccountRow & { readonly externalIds: readonly string[] };

/** Replaces what lists show of the accounts of a scope. */
export async function replaceAccounts(
  tx: WorkspaceTransaction,
  accounts: readonly ListedAccount[],
  scope: Scope = "all",
): Promise<void> {
  await deleteRows(tx, accountCurrent, scope);
  await insertRows(
    tx,
    accountCurrent,
    accounts.map(({ externalIds, ...row }) => ({
      ...row,
      // The name stands first: lists are sorted by it.
      search: folded([row.name, row.domain ?? "", row.accountId, ...externalIds].join("\n")),
    })),
  );
}
