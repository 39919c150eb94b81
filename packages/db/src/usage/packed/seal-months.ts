import type { AccountId, Day } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import { numbering } from "./numbering.ts";
import { packDays } from "./pack-days.ts";
import { type NumberedUse, packUses } from "./pack-uses.ts";

/** Months of accounts that one transaction packs. */
const atOnce = 100;

interface Due {
  readonly account: AccountId;
  readonly month: Day;
}

type Row = [
  account: AccountId,
  month: Day,
  user: string,
  feature: string,
  activity: string,
  day: number,
  uses: number,
];

/**
 * Packs months of accounts that ended before a day, the oldest first, some at a time: their rows become some bytes that
 * say the same. Under the usage lane, so that nothing is counted meanwhile. Answers with how many months were packed.
 */
export async function sealMonths(tx: WorkspaceTransaction, before: Day): Promise<number> {
  if (tx.usage) return 0;
  const due = await tx.query<Due>(sql`
    select account_id as account, date_trunc('month', on_day)::date::text as month from usage.account_day
    where workspace_id = ${tx.workspaceId}::uuid and on_day < date_trunc('month', ${before}::date)
    group by account_id, date_trunc('month', on_day) order by 2, 1 limit ${atOnce}`);
  if (due.length === 0) return 0;
  const [found] = await tx.query<{ rows: Row[] | null }>(sql`
    select json_agg(json_build_array(d.account_id, due.month::text, d.user_id, d.feature, d.activity,
      extract(day from d.on_day)::int - 1, d.uses)) as rows from usage.daily_use d ${dueOf(tx, due, "join")}`);
  const rows = found?.rows ?? [];
  await storePacked(tx, rows);
  const gone = await tx.query<{ n: number }>(sql`
    with gone as (delete from usage.daily_use d ${dueOf(tx, due)} returning 1) select count(*)::int as n from gone`);
  if (gone[0]?.n !== rows.length)
    throw new Error(`${rows.length} uses were packed, and ${gone[0]?.n} were there: they stay as they are.`);
  await tx.query(sql`delete from usage.account_day d ${dueOf(tx, due)}`);
  return due.length;
}

/** Joins rows `d` of a table with the months that are due. */
function dueOf(tx: WorkspaceTransaction, due: readonly Due[], how: "join" | "using" = "using"): SQL {
  return sql`${sql.raw(how)} json_to_recordset(${JSON.stringify(due)}::json) as due(account text, month date)
    ${sql.raw(how === "join" ? "on" : "where")} d.workspace_id = ${tx.workspaceId}::uuid and d.account_id = due.account
      and d.on_day >= due.month and d.on_day < due.month + interval '1 month'`;
}

async function storePacked(tx: WorkspaceTransaction, rows: readonly Row[]): Promise<void> {
  const names = await numbering(tx, new Set(rows.map(([account]) => account)));
  const months = new Map<string, { account: number; month: Day; uses: NumberedUse[] }>();
  for (const [accountId, month, user, feature, activity, day, uses] of rows) {
    const account = names.account(accountId);
    const key = `${account} ${month}`;
    const of = months.get(key) ?? { account, month, uses: [] };
    months.set(key, of);
    of.uses.push({
      user: names.user(accountId, user),
      feature: names.feature(feature),
      login: activity === "login",
      day,
      uses,
    });
  }
  await names.keep();
  const packed = [...months.values()].map(({ account, month, uses }) => {
    const bytes = packUses(uses);
    return { account, month, uses: base64(bytes), days: base64(packDays(bytes)) };
  });
  await tx.query(sql`
    insert into usage.packed_month (workspace_id, month, account, uses, days)
    select ${tx.workspaceId}::uuid, month, account, decode(uses, 'base64'), decode(days, 'base64')
    from json_to_recordset(${JSON.stringify(packed)}::json) as packed(month date, account int, uses text, days text)
    order by month, account`);
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
