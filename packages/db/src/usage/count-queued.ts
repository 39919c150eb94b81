import type { AccountId, Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { putInOutbox } from "./outbox.ts";
import { reopenMonths } from "./packed/reopen-months.ts";
import type { StoredUse } from "./stored-use.ts";
import { sumDaysOf } from "./sum-account-days.ts";

/** Uses that one transaction takes from the queue. */
const atOnce = 20_000;

/** What the account of each queued use depends on: its group, else its user's, else the user's domain, else the user. */
const keyed = sql`
  select q.workspace_id, q.source_id, q.message_id, q.user_id, q.feature, q.activity, q.on_day, q.uses,
    case when coalesce(q.group_id, p.group_id) is not null then 'group:' || coalesce(q.group_id, p.group_id)
      when p.domain is not null then 'domain:' || p.domain else 'user:' || q.user_id end as key`;

/** The keys of uses that nobody has looked at and that no account is known for yet; at most as many as are counted at once. */
export async function loadNewKeys(tx: WorkspaceTransaction): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`
    with fresh as (
      select * from usage.queued_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is null
      order by source_id, message_id limit ${atOnce}),
    named as (${keyed} from fresh q left join usage.person p on p.workspace_id = q.workspace_id and p.user_id = q.user_id)
    select distinct n.key from named n
    where not exists (select from usage.account_key k where k.workspace_id = n.workspace_id and k.key = n.key)`);
  return rows.map(({ key }) => key);
}

/** What counting did: how many uses are counted, how many wait for their account, and what was counted. */
export interface CountedUses {
  readonly counted: number;
  readonly waiting: number;
  /** Summed up by account, day, user, feature and activity. */
  readonly uses: readonly StoredUse[];
}

/**
 * Takes uses from the queue: those whose account is known are counted on their days, the others wait for it. Under the
 * usage lane. Where days are kept in another store, what was counted goes into the outbox.
 */
export async function countQueued(tx: WorkspaceTransaction): Promise<CountedUses> {
  const elsewhere = tx.usage !== null;
  const [row] = await tx.query<{ counted: number; waiting: number; uses: unknown[][] | null }>(sql`
    with fresh as (
      select * from usage.queued_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is null
      order by source_id, message_id limit ${atOnce} for update),
    named as (${keyed} from fresh q left join usage.person p on p.workspace_id = q.workspace_id and p.user_id = q.user_id),
    known as (
      select n.*, coalesce(k.account_id, u.account_id) as account_id from named n
      left join usage.account_key k on k.workspace_id = n.workspace_id and k.key = n.key
      left join usage.account_key u on u.workspace_id = n.workspace_id and u.key = 'user:' || n.user_id),
    gone as (
      delete from usage.queued_use q using known n where n.account_id is not null and q.workspace_id = n.workspace_id
        and q.source_id = n.source_id and q.message_id = n.message_id returning 1),
    waits as (
      update usage.queued_use q set waiting_for = n.key from known n where n.account_id is null
        and q.workspace_id = n.workspace_id and q.source_id = n.source_id and q.message_id = n.message_id returning 1),
    summed as (
      select account_id, on_day, user_id, feature, activity, sum(uses)::bigint as uses from known
      where account_id is not null group by account_id, on_day, user_id, feature, activity),
    added as (
      insert into usage.daily_use (workspace_id, account_id, on_day, user_id, feature, activity, uses)
      select ${tx.workspaceId}::uuid, s.* from summed s where not ${elsewhere}
      order by account_id, on_day, user_id, feature, activity
      on conflict (workspace_id, account_id, on_day, user_id, feature, activity)
      do update set uses = usage.daily_use.uses + excluded.uses returning 1)
    select (select count(*)::int from gone) as counted, (select count(*)::int from waits) as waiting,
      (select json_agg(json_build_array(account_id, on_day::text, user_id, feature, activity, uses)) from summed) as uses`);
  const uses = (row?.uses ?? []).map(toUse);
  if (elsewhere) await putInOutbox(tx, uses);
  else if (uses.length > 0) await sumDaysOf(tx, [...uses, ...(await reopenMonths(tx, uses))]);
  return { counted: row?.counted ?? 0, waiting: row?.waiting ?? 0, uses };
}

function toUse([accountId, on, userId, feature, activity, uses]: unknown[]): StoredUse {
  return {
    accountId: accountId as AccountId,
    on: on as Day,
    userId: String(userId),
    feature: feature === "" ? null : String(feature),
    activity: activity as StoredUse["activity"],
    uses: Number(uses),
  };
}
