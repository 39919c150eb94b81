import type { MeasuredEnds } from "@termwise/core/health";
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

/** Which transaction last measured anybody for a week, of all weeks somebody was measured for. */
export async function weekStamps(tx: WorkspaceTransaction): Promise<ReadonlyMap<Day, string>> {
  const rows = await tx.query<{ week: Day; stamp: string }>(sql`
    select week::text as week, xid::text as stamp from ledger.measured_week
    where workspace_id = ${tx.workspaceId}::uuid`);
  return new Map(rows.map(({ week, stamp }) => [week, stamp]));
}

/** The scores of some weeks in thousandths of a point, of all account records, in the order they were measured. */
export async function loadScoreWeeks(
  tx: WorkspaceTransaction,
  weeks: readonly Day[],
): Promise<ReadonlyMap<Day, readonly MeasuredEnds[]>> {
  const rows = await tx.query<{ week: Day; scores: MeasuredEnds[] }>(sql`
    select week::text as week, json_agg(json_build_array(account_id, (low * 1000)::int, (high * 1000)::int)
      order by measured_at) as scores
    from ledger.health_measurement
    where workspace_id = ${tx.workspaceId}::uuid
      and week = any(${`{${weeks.join(",")}}`}::date[])
    group by week`);
  return new Map(rows.map(({ week, scores }) => [week, scores]));
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
