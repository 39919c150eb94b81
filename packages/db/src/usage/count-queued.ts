import type { AccountId, Day } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { putInOutbox } from "./outbox.ts";
import { addToPacked } from "./packed/add-to-packed.ts";
import { noteReopened } from "./reopened-days.ts";
import type { StoredUse } from "./stored-use.ts";
import { sumDaysOf } from "./sum-account-days.ts";

/** Uses that one transaction takes from the queue. */
const atOnce = 20_000;

/*
 * What is looked up here is looked up by its key, use by use: a queue that fills faster than its statistics are taken looks
 * empty to the planner, which would join every use with every other. Rows of the queue that nobody has looked at are
 * changed under the usage lane alone, so that where they lie is where they stay.
 */

/**
 * Has the queue read along its key: nearly all of its rows are ones that left, and only such a reading remembers in the
 * index which they are, so that the next one does not visit them again.
 */
const alongItsKey = sql`set local enable_bitmapscan = off`;

/** What the account of each queued use depends on: its group, else its user's, else the user's domain, else the user. */
const keyed = sql`
  select q.*, coalesce('group:' || q.group_id, (
    select coalesce('group:' || p.group_id, 'domain:' || p.domain) from usage.person p
    where p.workspace_id = q.workspace_id and p.user_id = q.user_id), 'user:' || q.user_id) as key`;

/** The account a key of a use of `n` is. */
const accountOf = (key: SQL): SQL => sql`(
  select k.account_id from usage.account_key k where k.workspace_id = n.workspace_id and k.key = ${key})`;

/** The keys of uses that nobody has looked at and that no account is known for yet; at most as many as are counted at once. */
export async function loadNewKeys(tx: WorkspaceTransaction): Promise<string[]> {
  await tx.query(alongItsKey);
  const rows = await tx.query<{ key: string }>(sql`
    with fresh as (
      select * from usage.queued_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is null
      order by source_id, message_id limit ${atOnce}),
    keys as materialized (select distinct named.workspace_id, named.key from (${keyed} from fresh q) as named)
    select n.key from keys n where ${accountOf(sql`n.key`)} is null`);
  return rows.map(({ key }) => key);
}

/** What counting did: how many uses are counted, how many wait for their account, and what was counted. */
export interface CountedUses {
  readonly counted: number;
  readonly waiting: number;
  /** As many as are taken at once were there: there may be more. */
  readonly more: boolean;
  /** Summed up by account, day, user, feature and activity. */
  readonly uses: readonly StoredUse[];
}

/**
 * Takes uses from the queue: those whose account is known are counted on their days, the others wait for it. Under the
 * usage lane. Where days are kept in another store, what was counted goes into the outbox.
 */
export async function countQueued(tx: WorkspaceTransaction): Promise<CountedUses> {
  const elsewhere = tx.usage !== null;
  await tx.query(alongItsKey);
  const [row] = await tx.query<{ counted: number; waiting: number; uses: unknown[][] | null }>(sql`
    with fresh as materialized (
      select ctid as place, * from usage.queued_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is null
      order by source_id, message_id limit ${atOnce} for update),
    named as materialized (${keyed} from fresh q),
    known as materialized (
      select n.*, coalesce(${accountOf(sql`n.key`)}, ${accountOf(sql`'user:' || n.user_id`)}) as account_id from named n),
    gone as (
      delete from usage.queued_use q where q.workspace_id = ${tx.workspaceId}::uuid
        and q.ctid = any(array(select place from known where account_id is not null)) returning 1),
    waits as (
      update usage.queued_use q set waiting_for = n.key from known n
      where n.account_id is null and q.workspace_id = ${tx.workspaceId}::uuid and q.ctid = n.place returning 1),
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
  await noteReopened(tx, uses);
  if (elsewhere) await putInOutbox(tx, uses);
  else if (uses.length > 0) {
    await addToPacked(tx, uses);
    await sumDaysOf(tx, uses);
  }
  const [counted, waiting] = [row?.counted ?? 0, row?.waiting ?? 0];
  return { counted, waiting, more: counted + waiting === atOnce, uses };
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
