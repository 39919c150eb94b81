import type { AccountId, Instant } from "@termwise/core/kernel";
import { and, eq, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { timers } from "./tables/timer.ts";

/** Something that is to happen once, at its time. */
export interface Timer {
  /** Names the effect: kind, subject and period. There is one of each, whoever plans it and however often. */
  readonly key: string;
  readonly kind: string;
  readonly accountId: AccountId | null;
  readonly dueAt: Instant;
  readonly about: unknown;
}

/** Puts down what is to happen; what was put down before stays as it is. Returns how many are new. */
export async function planTimers(tx: WorkspaceTransaction, planned: readonly Timer[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < planned.length; from += 500) {
    const rows = planned
      .slice(from, from + 500)
      .map((timer) => ({ ...timer, workspaceId: tx.workspaceId, state: "waiting" as const }));
    const inserted = await tx.tables
      .insert(timers)
      .values(rows)
      .onConflictDoNothing()
      .returning({ key: timers.key });
    added += inserted.length;
  }
  return added;
}

/** Whether anything waits whose time has come. */
export async function isAnythingDue(tx: WorkspaceTransaction, now: Instant): Promise<boolean> {
  const rows = await tx.query(sql`select 1 from work.timer where workspace_id = ${tx.workspaceId}::uuid
    and state = 'waiting' and due_at <= ${now}::timestamptz limit 1`);
  return rows.length > 0;
}

/**
 * Takes what is due, the longest due first, for as long as the transaction lasts: of several servers that ask at once each
 * is given others. What is taken has to be ended by {@link endTimer} in the same transaction, with its effect.
 */
export async function claimTimers(
  tx: WorkspaceTransaction,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<Timer[]> {
  const rows = await tx.query<{ key: string }>(sql`
    select key from work.timer where workspace_id = ${tx.workspaceId}::uuid and state = 'waiting'
      and due_at <= ${now}::timestamptz
    order by due_at, key limit ${limit} for update skip locked`);
  const found: Timer[] = [];
  for (const { key } of rows) {
    const [row] = await tx.tables
      .select()
      .from(timers)
      .where(and(eq(timers.workspaceId, tx.workspaceId), eq(timers.key, key)));
    if (row) {
      const { kind, accountId, dueAt, about } = row;
      const at = new Date(dueAt).toISOString() as Instant;
      found.push({ key, kind, accountId: accountId as AccountId | null, dueAt: at, about });
    }
  }
  return found;
}

/** Ends what was claimed: done, or void where it was not needed any more. */
export async function endTimer(
  tx: WorkspaceTransaction,
  { key, state, at }: { readonly key: string; readonly state: "done" | "void"; readonly at: Instant },
): Promise<void> {
  await tx.tables
    .update(timers)
    .set({ state, doneAt: at })
    .where(and(eq(timers.workspaceId, tx.workspaceId), eq(timers.key, key)));
}
