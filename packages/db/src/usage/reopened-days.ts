import type { Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { randomText } from "../access/new-id.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { usualRawDays } from "./raw-retention.ts";
import type { StoredUse } from "./stored-use.ts";

/** Days after which a use counts as late: whoever reads weeks looks at younger ones again by themselves. */
const lateAfterDays = 35;

/** From which day on weeks changed that nobody looks at again by themselves, and what says so. */
export interface ReopenedDays {
  readonly from: Day;
  readonly by: string;
}

/** Notes, in the transaction that counts them, how far back late uses reach. */
export async function noteReopened(tx: WorkspaceTransaction, uses: readonly StoredUse[]): Promise<void> {
  const oldest = uses.reduce<Day | null>(
    (least, { on }) => (least === null || on < least ? on : least),
    null,
  );
  if (oldest === null || Date.now() - Date.parse(oldest) < lateAfterDays * 86_400_000) return;
  await tx.query(sql`
    insert into usage.setting as s (workspace_id, raw_days, reopened_from, reopened_by)
    values (${tx.workspaceId}::uuid, ${usualRawDays}, ${oldest}::date, ${randomText()})
    on conflict (workspace_id) do update
      set reopened_from = least(s.reopened_from, excluded.reopened_from), reopened_by = excluded.reopened_by`);
}

/** How far back late uses reach; null: no further than weeks are looked at again, or not all of them have been sent to where they are kept. */
export async function findReopened(tx: WorkspaceTransaction): Promise<ReopenedDays | null> {
  const [row] = await tx.query<ReopenedDays>(sql`
    select reopened_from::text as "from", reopened_by as by from usage.setting
    where workspace_id = ${tx.workspaceId}::uuid and reopened_from is not null
      and not exists (select from usage.outbox where workspace_id = ${tx.workspaceId}::uuid)`);
  return row ?? null;
}

/** Says that weeks were read from there on; where something late came meanwhile, it stays to be read. */
export async function readReopened(tx: WorkspaceTransaction, { by }: ReopenedDays): Promise<void> {
  await tx.query(sql`
    update usage.setting set reopened_from = null, reopened_by = null
    where workspace_id = ${tx.workspaceId}::uuid and reopened_by = ${by}`);
}
