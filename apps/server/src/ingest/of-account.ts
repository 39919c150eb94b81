import type { AccountId } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { lineAccount } from "./line-account.ts";
import type { Remarks } from "./remarks.ts";

/** The account a row is about, by its id or its exact name, among those that are known; null: the row is refused. */
export function accountOfRow(row: RowInCheck, index: AccountIndex, remarks: Remarks): AccountId | null {
  return lineAccount(row, index, false, remarks)?.accountId ?? null;
}
