import type { AccountId } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { accountIdOf } from "./keys.ts";
import type { Remarks } from "./remarks.ts";

/** The account a line belongs to; `named`: how the line names it, where lines may create accounts. */
export interface LineAccount {
  readonly accountId: AccountId;
  readonly named: { readonly system: string; readonly key: string } | null;
}

/**
 * The account of a contract line: by its id, else by its exact name. An unknown one refuses the row, unless lines may
 * create accounts.
 */
export function lineAccount(
  row: RowInCheck,
  index: AccountIndex,
  create: boolean,
  remarks: Remarks,
): LineAccount | null {
  const { reader } = row;
  const [id, name] = [reader.text("account_id"), reader.text("account_name")];
  const reference = id ?? name;
  const field = id === null && reader.has("account_name") ? "account_name" : "account_id";
  if (reference === null)
    return reader.problem(
      "E_REQUIRED",
      field,
      null,
      "The account of the line is missing.",
      "Fill in the account's id or name.",
    );
  const system = reader.text("account_system") ?? reader.text("system") ?? row.file.system;
  let found = index.find(reference, system);
  if (found === null && id !== null && name !== null) found = index.findByName(name);
  if (found === "several")
    return reader.problem(
      "E_REF_NOT_FOUND",
      field,
      reference,
      `More than one account is called "${reference}".`,
      "Use the account's id.",
    );
  if (found === null && id === null && create && reader.has("account_id"))
    return reader.problem(
      "E_REQUIRED",
      "account_id",
      null,
      "The account's id is missing, and no account of this name is known.",
      "Fill in the account's id.",
    );
  const named = create ? { system, key: reference } : null;
  if (found === null && create) return { accountId: accountIdOf(system, reference), named };
  if (found === null) {
    const near = index.near(reference);
    return reader.problem(
      "E_REF_NOT_FOUND",
      field,
      reference,
      `No account "${reference}" is known${near === null ? "" : `, but "${near}" is`}.`,
      'Correct it, import the accounts file with it in the same batch, or let lines create accounts: {"createAccounts": true}.',
    );
  }
  row.matched = found.by;
  if (found.by === "name")
    remarks.say(
      row.file.name,
      row.line,
      reader.header(field),
      "W_READ_AS",
      "Accounts were found by their exact name, not by an id.",
    );
  return { accountId: found.accountId, named };
}
