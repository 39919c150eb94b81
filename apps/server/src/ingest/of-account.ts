import type { AccountId } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { lineAccount } from "./line-account.ts";
import type { Remarks } from "./remarks.ts";

/**
 * The account a row is about, by its id, its exact name or, where it has neither, its domain (a mail address is of one),
 * among those that are known; null: the row is refused.
 */
export function accountOfRow(row: RowInCheck, index: AccountIndex, remarks: Remarks): AccountId | null {
  const { reader } = row;
  const domain = reader.text("account_domain")?.replace(/^.*@/, "") ?? null;
  if (domain === null || reader.text("account_id") !== null || reader.text("account_name") !== null)
    return lineAccount(row, index, false, remarks)?.accountId ?? null;
  const found = index.findByDomain(domain);
  if (found === "several" || found === null)
    return reader.problem(
      "E_REF_NOT_FOUND",
      "account_domain",
      domain,
      found === null
        ? `No account with the domain "${domain}" is known.`
        : `More than one account has the domain "${domain}".`,
      "Use the account's id, or import the accounts with their domains.",
    );
  row.matched = "domain";
  remarks.say(
    row.file.name,
    row.line,
    reader.header("account_domain"),
    "W_READ_AS",
    "Accounts were found by their domain, not by an id.",
  );
  return found.accountId;
}
