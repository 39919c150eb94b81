import type { AccountId, Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";

/** A score at the end of a week, as stored: points with three decimals. */
export interface WeekScore {
  readonly accountId: AccountId;
  readonly week: Day;
  readonly low: string;
  readonly high: string;
}

type Row = readonly [string, string, string, string];

const scores = (rows: readonly Row[] | null | undefined): WeekScore[] =>
  (rows ?? []).map(([accountId, week, low, high]) => ({
    accountId: accountId as AccountId,
    week: week as Day,
    low,
    high,
  }));

/** The scores of an account record: of each the number of its week, and its ends in thousandths of a point. */
export interface ScoreColumn {
  readonly accountId: AccountId;
  readonly scores: readonly (readonly [week: number, low: number, high: number])[];
}

/**
 * The scores of the weeks that end from one Sunday to another as whole numbers, of all account records or of some, each in
 * the order of weeks, and of when they were measured. Weeks are numbered from 0.
 */
export async function loadScoreColumns(
  tx: WorkspaceTransaction,
  {
    from,
    to,
    accountIds,
  }: { readonly from: Day; readonly to: Day; readonly accountIds?: readonly AccountId[] },
): Promise<ScoreColumn[]> {
  const of =
    accountIds === undefined
      ? sql``
      : sql`and account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))`;
  const [found] = await tx.query<{ rows: [AccountId, [number, number, number][]][] | null }>(sql`
    select json_agg(json_build_array(account_id, scores)) as rows from (
      select account_id,
        array_agg(array[(week - ${from}::date) / 7, (low * 1000)::int, (high * 1000)::int]
          order by week, measured_at) as scores
      from ledger.health_measurement
      where workspace_id = ${tx.workspaceId}::uuid and week between ${from}::date and ${to}::date ${of}
      group by account_id) as columns`);
  return (found?.rows ?? []).map(([accountId, scores]) => ({ accountId, scores }));
}

/**
 * The account records, of all or of some, with a score wholly below so many points at the end of some week from one day to
 * another.
 */
export async function lowAccounts(
  tx: WorkspaceTransaction,
  {
    from,
    to,
    below,
    accountIds,
  }: {
    readonly from: Day;
    readonly to: Day;
    readonly below: number;
    readonly accountIds?: readonly AccountId[];
  },
): Promise<AccountId[]> {
  const of =
    accountIds === undefined
      ? sql``
      : sql`and account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))`;
  const [found] = await tx.query<{ ids: AccountId[] | null }>(sql`
    select json_agg(distinct account_id) as ids from ledger.health_measurement
    where workspace_id = ${tx.workspaceId}::uuid and week between ${from}::date and ${to}::date
      and high < ${below}::int ${of}`);
  return found?.ids ?? [];
}

/** The scores that were measured of some accounts, each at the end of one week. */
export async function loadScoresAt(
  tx: WorkspaceTransaction,
  asked: readonly { readonly accountId: AccountId; readonly week: Day }[],
): Promise<WeekScore[]> {
  const given = JSON.stringify(asked.map(({ accountId, week }) => ({ account_id: accountId, week })));
  refuseUnstorable(given);
  const [found] = await tx.query<{ rows: Row[] | null }>(sql`
    select json_agg(json_build_array(account_id, week, low, high)) as rows from (
      select distinct on (account_id, week) account_id, week::text as week, low::text as low, high::text as high
      from ledger.health_measurement
        join json_to_recordset(${given}::json) as given(account_id text, week date) using (account_id, week)
      where workspace_id = ${tx.workspaceId}::uuid
      order by account_id, week, measured_at) as asked`);
  return scores(found?.rows);
}
