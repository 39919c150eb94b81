import {
  type AccountId,
  type Day,
  firstDay,
  firstDayOf,
  lastDay,
  monthIndex,
  monthOf,
  monthOfIndex,
} from "@termwise/core/kernel";

import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import type { AccountUse, StoredUse, UsageQuestion } from "../stored-use.ts";
import { sumsColumn, unpackDays } from "./pack-days.ts";
import { eachUse } from "./pack-uses.ts";

/** A packed month as it travels: the account's number, the first day of the month, the bytes as base64. */
type TravelledMonth = [account: number, month: Day, bytes: string];

/** Packed months as they were selected, with the names of their accounts, and of users and features where they are needed. */
export interface PackedRows {
  readonly months: readonly TravelledMonth[] | null;
  /** By the account's number; 0: the features. */
  readonly names: Readonly<Record<number, readonly [AccountId, readonly string[]]>> | null;
}

/**
 * Selects the packed months that a question touches, as one value of a statement: in the same statement as the rows that
 * are not packed, since what is packed meanwhile would be seen in both or in neither.
 */
export function packedRows(tx: WorkspaceTransaction, question: UsageQuestion, column: "uses" | "days"): SQL {
  const names = column === "uses" ? sql`names` : sql`'[]'::json`;
  // A short month has no sums beside its uses.
  const bytes = column === "uses" ? sql`p.uses` : sumsColumn;
  return sql`(
    with month as materialized (
      select p.account, p.month, ${bytes} as bytes from usage.packed_month p where ${touched(tx, question)})
    select json_build_object(
      'months', (select json_agg(json_build_array(account, month::text, encode(bytes, 'base64')) order by account, month) from month),
      'names', (select json_object_agg(number, json_build_array(account_id, ${names})) from usage.packed_name
        where workspace_id = ${tx.workspaceId}::uuid and exists (select from month)
          and (number = 0 or number in (select account from month)))))`;
}

/** Which rows `p` of `packed_month` a question touches. */
export function touched(tx: WorkspaceTransaction, { accountIds, from, to }: UsageQuestion): SQL {
  const mine = sql`p.workspace_id = ${tx.workspaceId}::uuid`;
  if (accountIds === null)
    return sql`${mine} and p.month between ${firstDayOf(monthOf(from))}::date and ${to}::date`;
  // Each month of each account is one look into the index, however many accounts there are.
  const first = monthIndex(monthOf(from));
  const months = Array.from({ length: Math.max(0, monthIndex(monthOf(to)) - first + 1) }, (_, n) =>
    firstDayOf(monthOfIndex(first + n)),
  );
  return sql`${mine} and p.month = any(array(select json_array_elements_text(${JSON.stringify(months)}::json)::date))
    and p.account = any(array(select number from usage.packed_name where workspace_id = ${tx.workspaceId}::uuid
      and account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))))`;
}

/** A month whose bytes were brought, with what its numbers stand for. */
export interface NamedMonth {
  readonly accountId: AccountId;
  readonly bytes: Uint8Array;
  readonly users: readonly string[];
  readonly features: readonly string[];
  /** The day of the month, from 0. */
  dayAt(day: number): Day;
}

/** Packed months with the names of what their numbers stand for. */
export function namedMonths({ months, names }: PackedRows): NamedMonth[] {
  const features = names?.[0]?.[1] ?? [];
  return (months ?? []).map(([number, month, base64]) => {
    const [accountId, users] = names?.[number] ?? [];
    if (accountId === undefined || users === undefined)
      throw new Error(`Nobody knows which account has number ${number}: packed usage is damaged.`);
    return {
      accountId,
      users,
      features,
      bytes: Buffer.from(base64, "base64"),
      dayAt: (day) => `${month.slice(0, 8)}${String(day + 1).padStart(2, "0")}` as Day,
    };
  });
}

/** The name with a number, which is its place from 1; 0: the unnamed, `""`. */
export function nameAt(names: readonly string[], number: number): string {
  if (number === 0) return "";
  const name = names[number - 1];
  if (name === undefined) throw new Error(`Nobody knows what number ${number} is: packed usage is damaged.`);
  return name;
}

/** All days there are. */
export const everyDay = { from: firstDay, to: lastDay };

/** Tells the uses of packed months on the days of a question. */
export function unpackUses(
  packed: PackedRows,
  { from, to }: Pick<UsageQuestion, "from" | "to">,
): StoredUse[] {
  const uses: StoredUse[] = [];
  for (const { accountId, users, features, bytes, dayAt } of namedMonths(packed))
    eachUse(bytes, ({ user, feature, login, day, uses: often }) => {
      const on = dayAt(day);
      if (on < from || on > to) return;
      uses.push({
        accountId,
        userId: nameAt(users, user),
        feature: feature === 0 ? null : nameAt(features, feature),
        activity: login ? "login" : "use",
        on,
        uses: often,
      });
    });
  return uses;
}

/** Tells what packed months add up to on the days of a question. */
export function unpackSums(
  packed: PackedRows,
  { from, to }: Pick<UsageQuestion, "from" | "to">,
): AccountUse[] {
  return namedMonths(packed).flatMap(({ accountId, bytes, dayAt }) =>
    unpackDays(bytes)
      .map(({ day, ...sums }) => ({ accountId, on: dayAt(day), ...sums }))
      .filter(({ on }) => on >= from && on <= to),
  );
}
