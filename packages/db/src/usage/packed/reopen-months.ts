import { type AccountId, type Day, firstDayOf, monthOf } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import { addRows } from "../add-rows.ts";
import type { StoredUse } from "../stored-use.ts";
import { everyDay, type PackedRows, unpackUses } from "./load-packed.ts";

/**
 * Unpacks the packed months of uses that were just added as rows: theirs are rows again, and what came late has added to
 * them. Under the usage lane. Answers with the uses that were packed, whose days are to be summed up anew.
 */
export async function reopenMonths(
  tx: WorkspaceTransaction,
  added: readonly Pick<StoredUse, "accountId" | "on">[],
): Promise<StoredUse[]> {
  const months = new Map<string, { account: AccountId; month: Day }>();
  for (const { accountId, on } of added) {
    const month = firstDayOf(monthOf(on));
    months.set(`${month} ${accountId}`, { account: accountId, month });
  }
  const [found] = await tx.query<{ packed: PackedRows }>(sql`
    with gone as (
      delete from usage.packed_month p
      using json_to_recordset(${JSON.stringify([...months.values()])}::json) as late(account text, month date)
        join usage.packed_name n on n.workspace_id = ${tx.workspaceId}::uuid and n.account_id = late.account
      where p.workspace_id = ${tx.workspaceId}::uuid and p.month = late.month and p.account = n.number
      returning p.account, p.month, p.uses)
    select json_build_object(
      'months', (select json_agg(json_build_array(account, month::text, encode(uses, 'base64'))) from gone),
      'names', (select json_object_agg(number, json_build_array(account_id, names)) from usage.packed_name
        where workspace_id = ${tx.workspaceId}::uuid and exists (select from gone)
          and (number = 0 or number in (select account from gone)))) as packed`);
  const uses = found ? unpackUses(found.packed, everyDay) : [];
  await addRows(tx, uses);
  return uses;
}
