import type { UsageActivity } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { byBytes } from "./packed/byte-order.ts";
import { type PackedRows, packedRows, unpackUses } from "./packed/load-packed.ts";
import type { StoredUse, UsageQuestion } from "./stored-use.ts";

/**
 * The uses of some account records, a row for each user, feature, activity and day, ordered by these. A customer that
 * was merged from several records is asked for by all of them.
 */
export function loadDailyUse(tx: WorkspaceTransaction, question: UsageQuestion): Promise<StoredUse[]> {
  return tx.usage ? tx.usage.daily(tx.workspaceId, question) : dailyRows(tx, question);
}

/** As {@link loadDailyUse}, of the database itself. */
export async function dailyRows(tx: WorkspaceTransaction, question: UsageQuestion): Promise<StoredUse[]> {
  return (await anyRows(tx, question)).sort(usesInOrder);
}

/** As {@link dailyRows}, in no order. */
export async function anyRows(tx: WorkspaceTransaction, question: UsageQuestion): Promise<StoredUse[]> {
  const { rows, packed } = await loadColumns(
    tx,
    sql`select account_id as a, user_id as b, feature as c, activity as d, on_day::text as e, uses as f
        from usage.daily_use where ${asked(tx, question)}`,
    packedRows(tx, question, "uses"),
  );
  const uses = rows.map(
    ([accountId, userId, feature, activity, on, often]): StoredUse => ({
      accountId: accountId as AccountId,
      userId: String(userId),
      feature: feature === "" ? null : String(feature),
      activity: activity as UsageActivity,
      on: on as Day,
      uses: Number(often),
    }),
  );
  return [...uses, ...unpackUses(packed, question)];
}

function usesInOrder(a: StoredUse, b: StoredUse): number {
  return (
    byBytes(a.accountId, b.accountId) ||
    byBytes(a.on, b.on) ||
    byBytes(a.userId, b.userId) ||
    byBytes(a.feature ?? "", b.feature ?? "") ||
    byBytes(a.activity, b.activity)
  );
}

function asked(tx: WorkspaceTransaction, { accountIds, from, to }: UsageQuestion): SQL {
  const whose =
    accountIds === null
      ? sql`true`
      : sql`account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))`;
  return sql`workspace_id = ${tx.workspaceId}::uuid and on_day between ${from}::date and ${to}::date and ${whose}`;
}

/**
 * The rows of a statement with columns `a` to `f`, brought over as one text: many times cheaper than row by row. What is
 * packed comes in the same statement.
 */
async function loadColumns(
  tx: WorkspaceTransaction,
  statement: SQL,
  packed: SQL,
): Promise<{ rows: unknown[][]; packed: PackedRows }> {
  const [found] = await tx.query<{ rows: unknown[][] | null; packed: PackedRows }>(
    sql`select (select json_agg(json_build_array(a, b, c, d, e, f)) from (${statement}) as asked) as rows, ${packed} as packed`,
  );
  return { rows: found?.rows ?? [], packed: found?.packed ?? { months: null, names: null } };
}
