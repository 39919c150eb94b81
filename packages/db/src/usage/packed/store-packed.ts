import { type Day, firstDayOf, monthOf } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import type { StoredUse } from "../stored-use.ts";
import { type Numbering, numbering } from "./numbering.ts";
import { packDays } from "./pack-days.ts";
import { type NumberedUse, packUses } from "./pack-uses.ts";

/**
 * Stores uses as packed months of their accounts, none of which is packed yet. What is told twice of a user, feature,
 * activity and day adds up. Under the usage lane.
 */
export async function storePacked(tx: WorkspaceTransaction, uses: readonly StoredUse[]): Promise<void> {
  const names = await numbering(tx, new Set(uses.map(({ accountId }) => accountId)));
  const months = new Map<string, PackedMonth>();
  for (const use of uses) {
    const account = names.account(use.accountId);
    const key = `${account} ${use.on.slice(0, 7)}`;
    const of = months.get(key) ?? { account, month: firstDayOf(monthOf(use.on)), uses: new Map() };
    months.set(key, of);
    addTo(of.uses, numbered(names, use));
  }
  await names.keep();
  const packed = [...months.values()].map(({ account, month, uses: own }) => {
    const bytes = packUses([...own.values()]);
    return { account, month, uses: base64(bytes), days: base64(packDays(bytes)) };
  });
  await tx.query(sql`
    insert into usage.packed_month (workspace_id, month, account, uses, days)
    select ${tx.workspaceId}::uuid, month, account, decode(uses, 'base64'), decode(days, 'base64')
    from json_to_recordset(${JSON.stringify(packed)}::json) as packed(month date, account int, uses text, days text)
    order by month, account`);
}

interface PackedMonth {
  readonly account: number;
  readonly month: Day;
  readonly uses: Map<string, NumberedUse>;
}

const numbered = (names: Numbering, use: StoredUse): NumberedUse => ({
  user: names.user(use.accountId, use.userId),
  feature: names.feature(use.feature ?? ""),
  login: use.activity === "login",
  day: Number(use.on.slice(8)) - 1,
  uses: use.uses,
});

function addTo(known: Map<string, NumberedUse>, use: NumberedUse): void {
  const key = `${use.user} ${use.feature} ${use.login} ${use.day}`;
  known.set(key, { ...use, uses: use.uses + (known.get(key)?.uses ?? 0) });
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
