import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";

/** What an event says of a user of the product: which group they are in, or at which domain their mail address is. */
export interface SaidOfPerson {
  readonly userId: string;
  readonly groupId: string | null;
  readonly domain: string | null;
  readonly at: Instant;
}

/** What the account of a person depends on: their group, else their domain, else they alone. */
const keyOf = sql.raw("coalesce('group:' || p.group_id, 'domain:' || p.domain, 'user:' || p.user_id)");

/**
 * Learns who users are: of what is said twice, the later counts, whenever it comes. What waits for who they were held to be
 * is looked at again, but for what is being counted at this moment: taking in waits for nobody.
 */
export async function learnPersons(tx: WorkspaceTransaction, said: readonly SaidOfPerson[]): Promise<void> {
  if (said.length === 0) return;
  const given = JSON.stringify(said);
  refuseUnstorable(given);
  await tx.query(sql`
    with given as (
      select * from json_to_recordset(${given}::json) as given("userId" text, "groupId" text, domain text, at timestamptz)),
    latest as (
      select "userId" as user_id,
        (array_agg("groupId" order by at desc, "groupId") filter (where "groupId" is not null))[1] as group_id,
        max(at) filter (where "groupId" is not null) as group_at,
        (array_agg(domain order by at desc, domain) filter (where domain is not null))[1] as domain,
        max(at) filter (where domain is not null) as domain_at
      from given group by "userId"),
    before as (
      select user_id, ${keyOf} as key from usage.person p join latest using (user_id)
      where p.workspace_id = ${tx.workspaceId}::uuid),
    learnt as (
    insert into usage.person as p (workspace_id, user_id, group_id, group_at, domain, domain_at)
    select ${tx.workspaceId}::uuid, user_id, group_id, group_at, domain, domain_at from latest order by user_id
    on conflict (workspace_id, user_id) do update set
      group_id = case when excluded.group_at >= coalesce(p.group_at, '-infinity') then excluded.group_id else p.group_id end,
      group_at = greatest(p.group_at, excluded.group_at),
      domain = case when excluded.domain_at >= coalesce(p.domain_at, '-infinity') then excluded.domain else p.domain end,
      domain_at = greatest(p.domain_at, excluded.domain_at)
    returning user_id, ${keyOf} as key),
    changed as (
      select user_id, coalesce(before.key, 'user:' || user_id) as held_for from learnt left join before using (user_id)
      where learnt.key <> coalesce(before.key, 'user:' || user_id))
    update usage.waiting_use set waiting_for = null where ctid = any(array(
      select ctid from usage.waiting_use w where w.workspace_id = ${tx.workspaceId}::uuid and w.group_id = ''
        and w.waiting_for = any(array(select held_for from changed)) and w.user_id = any(array(select user_id from changed))
      for update skip locked))`);
}

/** What the accounts of users depend on by what was said of them: their group, else their domain. */
export async function findKeysOfPersons(
  tx: WorkspaceTransaction,
  userIds: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(userIds)];
  if (asked.length === 0) return new Map();
  const rows = await tx.query<{ userId: string; key: string }>(sql`
    select user_id as "userId", ${keyOf} as key from usage.person p
    where workspace_id = ${tx.workspaceId}::uuid and coalesce(group_id, domain) is not null
      and user_id = any(array(select json_array_elements_text(${JSON.stringify(asked)}::json)))`);
  return new Map(rows.map(({ userId, key }) => [userId, key]));
}
