import type { AccountId, Instant, MemberId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { holdUsageLane } from "./usage-lane.ts";

/** A group, domain or user of the product, and the account it is. */
export interface AccountKey {
  /** `group:`, `domain:` or `user:` and the key. */
  readonly key: string;
  readonly accountId: AccountId;
}

/**
 * Remembers which accounts keys are. What somebody said stands above what was found, and what waited for a key is looked at
 * again: after whoever is counting, so that nothing begins to wait for a key that is known by then.
 */
export async function storeAccountKeys(
  tx: WorkspaceTransaction,
  keys: readonly AccountKey[],
  { by, at }: { by: MemberId | string | null; at: Instant },
): Promise<void> {
  if (keys.length === 0) return;
  await holdUsageLane(tx);
  const given = JSON.stringify(keys);
  await tx.query(sql`
    insert into usage.account_key as k (workspace_id, key, account_id, mapped_by, mapped_at)
    select ${tx.workspaceId}::uuid, key, "accountId", ${by}, ${at}::timestamptz
    from json_to_recordset(${given}::json) as given(key text, "accountId" text) order by key
    on conflict (workspace_id, key) do update set account_id = excluded.account_id, mapped_by = excluded.mapped_by,
      mapped_at = excluded.mapped_at where excluded.mapped_by is not null`);
  await tx.query(sql`
    update usage.waiting_use set waiting_for = null where workspace_id = ${tx.workspaceId}::uuid
    and waiting_for in (select given.key from json_to_recordset(${given}::json) as given(key text))`);
}

/** Which accounts keys are; one that nothing is known of is left out. */
export async function findAccountsOf(
  tx: WorkspaceTransaction,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, AccountId>> {
  const asked = [...new Set(keys)];
  if (asked.length === 0) return new Map();
  const [row] = await tx.query<{ found: Record<string, AccountId> | null }>(sql`
    select json_object_agg(k.key, k.account_id) as found from usage.account_key k
    where k.workspace_id = ${tx.workspaceId}::uuid
      and k.key = any(array(select json_array_elements_text(${JSON.stringify(asked)}::json)))`);
  return new Map(Object.entries(row?.found ?? {}));
}
