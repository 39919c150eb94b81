import type { AccountId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";

/** How far a reader has caught up with the ledger: every fact of a transaction below it has been seen. */
export type Mark = string;

/** What the ledger has learned since a mark. */
export interface Changes {
  /** The account records with new facts (of a merge or split, both sides), sorted; `all` when there is no telling. */
  readonly accountIds: readonly AccountId[] | "all";
  readonly ratesChanged: boolean;
  /** Ask with this one next time. */
  readonly mark: Mark;
  /** Facts are committed that only a later call reports, because an earlier transaction is still running. */
  readonly behind: boolean;
}

/**
 * Which accounts have facts not seen before a mark (`null`: from the beginning), and the next mark.
 *
 * A transaction may commit after one that began, and took its numbers, later. So the mark is never the highest sequence
 * seen but the oldest transaction still running when we looked: below it nothing can appear any more. A fact is reported
 * by exactly one of a chain of calls. Ask in a transaction that has written no facts itself: its own are not below.
 */
export async function changedSince(tx: WorkspaceTransaction, mark: Mark | null): Promise<Changes> {
  const [found] = await tx.query<{
    accountIds: AccountId[];
    ratesChanged: boolean;
    mark: string;
    behind: boolean;
    foreign: boolean;
  }>(sql`
    with bound as materialized (
      select coalesce(${mark}::xid8, '0'::xid8) as low, pg_snapshot_xmin(pg_current_snapshot()) as high
    ), touched as (
      select account_id as id, xid from ledger.account where ${fresh}
      union all select account_id, xid from ledger.account_attribute where ${fresh}
      union all select account_id, xid from ledger.contract_line where ${fresh}
      union all select unnest(array[account_id, into_id]), xid from ledger.account_merge where ${fresh}
      union all select unnest(array[account_id, to_id]), xid from ledger.account_split where ${fresh}
    ), rates as (
      select xid from ledger.fx_rate where ${fresh}
    )
    select
      (select coalesce(json_agg(id order by id collate "C"), '[]')
        from (select distinct id from touched where xid < (select high from bound)) as t) as "accountIds",
      exists (select from rates where xid < (select high from bound)) as "ratesChanged",
      (select high::text from bound) as mark,
      exists (select from touched where xid >= (select high from bound))
        or exists (select from rates where xid >= (select high from bound)) as behind,
      (select low > pg_snapshot_xmax(pg_current_snapshot()) from bound) as "foreign"`);
  if (!found) throw new Error("A select without a from gave no row.");
  const { accountIds, foreign, ...rest } = found;
  // A mark from the future was set on another server, from which this store was restored: its numbers mean nothing here.
  return { ...rest, accountIds: mark === null || foreign ? "all" : accountIds };
}

const fresh = sql`xid >= (select low from bound)`;
