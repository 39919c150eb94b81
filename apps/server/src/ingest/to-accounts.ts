import type { AccountAttribute } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { RowInCheck } from "./checked-rows.ts";
import { readBoolean } from "./choices.ts";
import { accountIdOf } from "./keys.ts";

/** Attributes an accounts row states directly; the parent is resolved when all accounts are known. */
export const statedAttributes = [
  "name",
  "domain",
  "segment",
  "tier",
  "region",
  "industry",
  "csm",
  "ae",
  "am",
  "cse",
  "cs_manager",
  "exec_sponsor",
  "renewal_owner",
  "expansion_owner",
  "employees",
] as const;

/** An account as one row states it. `attributes` holds only what the file has a column for; `null`: none. */
export interface AccountDraft {
  readonly row: RowInCheck;
  readonly accountId: AccountId;
  readonly system: string;
  readonly key: string;
  readonly externalIds: Readonly<Record<string, string>>;
  readonly attributes: Map<AccountAttribute, string | null>;
  readonly name: string | null;
  readonly parentReference: string | null;
  readonly effectiveOn: Day | null;
}

function keyOf(row: RowInCheck): string | null {
  const { reader, file } = row;
  const by = file.mapping.accountKey ?? (reader.has("account_id") ? "id" : "name");
  const field = by === "id" ? "account_id" : by;
  const key = reader.text(field);
  if (key === null)
    reader.problem(
      "E_REQUIRED",
      field,
      null,
      `The account's ${by} is missing.`,
      "Fill it in: it is what tells accounts apart.",
    );
  return key;
}

function externalIdsOf(row: RowInCheck, system: string, key: string): Record<string, string> {
  const ids: [string, string][] = [[system, key]];
  for (const [other, header] of Object.entries(row.file.mapping.externalIds ?? {})) {
    const index = row.file.table.headers.findIndex(
      (name) => name.trim().toLowerCase() === header.trim().toLowerCase(),
    );
    const id = index < 0 ? "" : (row.reader.row.cells[index] ?? "").trim();
    if (id !== "" && other !== system) ids.push([other, id]);
  }
  return Object.fromEntries(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Refuses a row whose record was deleted in its system: it is no customer, whatever else the row says. */
function wasDeleted({ reader }: RowInCheck): boolean {
  if (reader.choice("deleted", readBoolean, "yes, no") !== true) return false;
  reader.problem(
    "E_DELETED",
    "deleted",
    reader.asWritten("deleted"),
    "The record was deleted in its system, so it is not taken; what is known of the account stays as it is.",
    'Nothing to do if that is right. If the column means something else, leave it unread: {"columns": {"deleted": null}}.',
  );
  return true;
}

/** The account a row of an accounts file states; `null` when the row is refused. */
export function toAccount(row: RowInCheck): AccountDraft | null {
  const { reader } = row;
  if (row.refused) return null;
  if (wasDeleted(row)) return null;
  const key = keyOf(row);
  const system = reader.text("system") ?? row.file.system;
  const attributes = new Map<AccountAttribute, string | null>();
  for (const attribute of statedAttributes)
    if (reader.has(attribute))
      attributes.set(attribute, attribute === "name" ? reader.text("name") : reader.word(attribute));
  if (reader.has("currency")) attributes.set("currency", reader.currency("currency"));
  const effectiveOn = reader.day("effective_on");
  if (key === null || row.refused) return null;
  row.sourceKey = key;
  return {
    row,
    accountId: accountIdOf(system, key),
    system,
    key,
    externalIds: externalIdsOf(row, system, key),
    attributes,
    name: attributes.get("name") ?? null,
    parentReference: reader.has("parent") ? reader.word("parent") : null,
    effectiveOn,
  };
}
