import type { AccountId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";

/** What a reader of the ledger has seen: a snapshot of PostgreSQL, which names the transactions it can see. */
export type Mark = string;

/** What the ledger has learned since a mark. */
export interface Changes {
  /** The account records with new facts (of a merge or split, both sides), sorted; `all` when there is no telling. */
  readonly accountIds: readonly AccountId[] | "all";
  readonly ratesChanged: boolean;
  /** The account records with new journal entries or readings of usage, sorted: nothing is derived from them into the store. */
  readonly recordIds: readonly AccountId[];
  /** Whether there are new entries about the workspace: rules, meanings of labels, views. */
  readonly houseChanged: boolean;
  /** Ask with this one next time. */
  readonly mark: Mark;
}

/**
 * Which accounts have facts that could not be seen at a mark (`null`: from the beginning), and the mark of now.
 *
 * A transaction may commit after one that began, and took its numbers, later; so neither the highest sequence nor the
 * highest transaction seen will do as a mark. This one is the snapshot of the question itself: what is seen now and was
 * not seen then is reported, at once and by one call of a chain only. A transaction that asks after writing facts of its
 * own is told of them, and may be told again.
 */
export async function changedSince(tx: WorkspaceTransaction, mark: Mark | null): Promise<Changes> {
  const [found] = await tx.query<{
    accountIds: AccountId[];
    ratesChanged: boolean;
    recordIds: AccountId[];
    houseChanged: boolean;
    mark: string;
    foreign: boolean;
  }>(sql`
    with known as materialized (select coalesce(${mark}::pg_snapshot, '1:1:'::pg_snapshot) as snapshot),
    touched as (
      select account_id as id from ledger.account where ${unseen}
      union select account_id from ledger.account_attribute where ${unseen}
      union select account_id from ledger.contract_line where ${unseen}
      union select unnest(array[account_id, into_id]) from ledger.account_merge where ${unseen}
      union select unnest(array[account_id, to_id]) from ledger.account_split where ${unseen}
    ),
    recorded as (
      select account_id as id from ledger.journal where account_id is not null and ${unseen}
      union select account_id from ledger.usage_reading where ${unseen}
    )
    select
      (select coalesce(json_agg(id order by id collate "C"), '[]') from touched
        where ${mark}::text is not null) as "accountIds",
      exists (select from ledger.fx_rate where ${unseen}) as "ratesChanged",
      (select coalesce(json_agg(id order by id collate "C"), '[]') from recorded
        where ${mark}::text is not null) as "recordIds",
      exists (select from ledger.journal where account_id is null and ${unseen}) as "houseChanged",
      pg_current_snapshot()::text as mark,
      pg_snapshot_xmax(snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as "foreign"
    from known`);
  if (!found) throw new Error("A select from one row gave none.");
  const { accountIds, foreign, ...rest } = found;
  // A mark from the future was set on another server, from which this store was restored: its numbers mean nothing here.
  return { ...rest, accountIds: mark === null || foreign ? "all" : accountIds };
}

/** The first half is for the index; the second is the whole truth. */
const unseen = sql`xid >= (select pg_snapshot_xmin(snapshot) from known)
  and not pg_visible_in_snapshot(xid, (select snapshot from known))`;
