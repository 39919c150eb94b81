import type { WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { randomText } from "../access/new-id.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../table-rows.ts";
import { inWorkspace, type WorkspaceTransaction } from "../transaction.ts";
import type { StoredUse } from "./stored-use.ts";
import { outbox } from "./tables/outbox.ts";
import type { UseBatch } from "./usage-store.ts";

/** Batches that are sent at once. */
const atOnce = 20;

/** Puts uses that were counted where they are sent to the store of usage from, in the transaction that counted them. */
export async function putInOutbox(tx: WorkspaceTransaction, uses: readonly StoredUse[]): Promise<void> {
  if (uses.length === 0) return;
  await insertRows(tx, outbox, [
    { id: `uses_${randomText()}`, createdAt: new Date().toISOString(), rows: summed(uses) },
  ]);
}

/** Each use once: the store keeps one row for a use of a batch. */
function summed(uses: readonly StoredUse[]): StoredUse[] {
  const byKey = new Map<string, StoredUse>();
  for (const use of uses) {
    const key = JSON.stringify([use.accountId, use.on, use.userId, use.feature, use.activity]);
    byKey.set(key, { ...use, uses: use.uses + (byKey.get(key)?.uses ?? 0) });
  }
  return [...byKey.values()];
}

/**
 * Sends what is in the outbox to the store of usage, and takes it out once it is there. What dies between the two is sent
 * again under its name. Does nothing without such a store. Answers with how many batches were sent.
 */
export async function sendOutbox(db: Database, workspaceId: WorkspaceId): Promise<number> {
  const { usage } = db;
  if (!usage) return 0;
  let sent = 0;
  for (;;) {
    const batches = await inWorkspace(
      db,
      workspaceId,
      async (tx) => {
        const rows = await tx.query<{ id: string; rows: StoredUse[] }>(sql`
          select id, rows from usage.outbox where workspace_id = ${tx.workspaceId}::uuid order by id limit ${atOnce}`);
        return rows.map(({ id, rows: uses }): UseBatch => ({ id, uses }));
      },
      { readOnly: true },
    );
    if (batches.length === 0) return sent;
    await usage.add(workspaceId, batches);
    const ids = JSON.stringify(batches.map(({ id }) => id));
    await inWorkspace(db, workspaceId, (tx) =>
      tx.query(sql`delete from usage.outbox where workspace_id = ${tx.workspaceId}::uuid
        and id in (select json_array_elements_text(${ids}::json))`),
    );
    sent += batches.length;
  }
}
