import type { UsageActivity } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { StoredUse, UsageQuestion } from "../stored-use.ts";
import type { UsageStore } from "../usage-store.ts";
import type { ClickHouse } from "./clickhouse.ts";

/**
 * One row for each batch and use: of rows with the same key ClickHouse keeps one, and `final` reads one before it has
 * thrown the others away. So a batch that is sent again, whole or in part, changes nothing.
 */
const table = `
create table if not exists daily_use (
  workspace_id UUID, account_id String, on_day Date32, user_id String, feature String,
  activity LowCardinality(String), batch_id String, uses UInt64
) engine = ReplacingMergeTree
partition by toYYYYMM(on_day)
order by (workspace_id, account_id, on_day, user_id, feature, activity, batch_id)`;

const asked = (accountIds: UsageQuestion["accountIds"]) =>
  `workspace_id = {workspace:UUID} and on_day between {from:Date32} and {to:Date32}${
    accountIds === null ? "" : " and account_id in {accounts:Array(String)}"
  }`;

const settings = "settings do_not_merge_across_partitions_select_final = 1";

const valuesOf = (workspace: string, { accountIds, from, to }: UsageQuestion) => ({
  workspace,
  from,
  to,
  ...(accountIds !== null && { accounts: [...accountIds] }),
});

/** Keeps daily uses in a ClickHouse. Makes its table where there is none. */
export async function clickhouseStore(db: ClickHouse): Promise<UsageStore> {
  await db.run(table);
  return {
    add: async (workspaceId, batches) => {
      const rows = batches.flatMap(({ id, uses }) => uses.map((use) => rowOf(workspaceId, id, use)));
      if (rows.length > 0) await db.insert("daily_use", rows);
    },
    daily: async (workspaceId, question) => {
      const rows = await db.select(
        `select account_id, toString(on_day), user_id, feature, activity, toString(sum(uses)) from daily_use final
         where ${asked(question.accountIds)} group by account_id, on_day, user_id, feature, activity
         order by account_id, on_day, user_id, feature, activity ${settings}`,
        valuesOf(workspaceId, question),
      );
      return rows.map(([accountId, on, userId, feature, activity, uses]) => ({
        accountId: accountId as AccountId,
        userId: String(userId),
        feature: feature === "" ? null : String(feature),
        activity: activity as UsageActivity,
        on: on as Day,
        uses: Number(uses),
      }));
    },
    accountDays: async (workspaceId, question) => {
      const rows = await db.select(
        `select account_id, toString(on_day), toString(uniqExactIf(user_id, activity = 'use' and user_id <> '')),
           toString(sumIf(uses, activity = 'login')), toString(sumIf(uses, activity = 'use')),
           toString(uniqExactIf(feature, activity = 'use' and feature <> ''))
         from daily_use final where ${asked(question.accountIds)}
         group by account_id, on_day order by account_id, on_day ${settings}`,
        valuesOf(workspaceId, question),
      );
      return rows.map(([accountId, on, activeUsers, logins, uses, features]) => ({
        accountId: accountId as AccountId,
        on: on as Day,
        activeUsers: Number(activeUsers),
        logins: Number(logins),
        uses: Number(uses),
        features: Number(features),
      }));
    },
    useDays: async (workspaceId, days) => {
      const rows = await db.select(
        `select distinct toString(on_day) as day from daily_use where ${asked(null)} order by day`,
        valuesOf(workspaceId, { accountIds: null, ...days }),
      );
      return rows.map(([on]) => on as Day);
    },
    weeks: async (workspaceId, days) => {
      const sums = `toString(uniqExactIf(user_id, user_id <> '')), toString(sum(uses)), toString(uniqExact(on_day))`;
      const of = (feature: string) =>
        `select account_id, toString(addDays(toMonday(on_day), 6)) as week, ${feature} as named, activity, ${sums}
         from daily_use final where ${asked(null)}`;
      const rows = await db.select(
        `select * from (
           ${of("toNullable(feature)")} and feature <> '' group by account_id, week, named, activity
           union all ${of("cast(null as Nullable(String))")} group by account_id, week, activity)
         order by account_id, week, activity, named nulls last ${settings}`,
        valuesOf(workspaceId, { accountIds: null, ...days }),
      );
      return rows.map(([accountId, week, feature, activity, users, uses, activeDays]) => ({
        accountId: accountId as AccountId,
        week: week as Day,
        feature: feature === null ? null : String(feature),
        activity: activity as UsageActivity,
        users: Number(users),
        uses: Number(uses),
        activeDays: Number(activeDays),
      }));
    },
    mainUsers: async (workspaceId, days) => {
      const rows = await db.select(
        `select account_id, user_id, toString(max(on_day)) from daily_use final
         where ${asked(null)} and activity = 'use' and user_id <> '' group by account_id, user_id
         order by account_id, sum(uses) desc, user_id limit 1 by account_id ${settings}`,
        valuesOf(workspaceId, { accountIds: null, ...days }),
      );
      return new Map(
        rows.map(([id, userId, last]) => [id as AccountId, { userId: String(userId), lastUse: last as Day }]),
      );
    },
    drop: (workspaceId) =>
      db.run("delete from daily_use where workspace_id = {workspace:UUID}", { workspace: workspaceId }),
    close: () => db.close(),
  };
}

/** Within a batch a use stands once: what is told of it twice would replace itself. */
function rowOf(workspaceId: string, batchId: string, use: StoredUse): Record<string, unknown> {
  return {
    workspace_id: workspaceId,
    account_id: use.accountId,
    on_day: use.on,
    user_id: use.userId,
    feature: use.feature ?? "",
    activity: use.activity,
    batch_id: batchId,
    uses: use.uses,
  };
}
