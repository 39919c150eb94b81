import type { WorkspaceTransaction } from "../transaction.ts";
import { addRows } from "./add-rows.ts";
import { putInOutbox } from "./outbox.ts";
import { addToPacked } from "./packed/add-to-packed.ts";
import type { StoredUse } from "./stored-use.ts";
import { sumDaysOf } from "./sum-account-days.ts";
import { holdUsageLane } from "./usage-lane.ts";

/**
 * Adds uses to what is known of their days, and sums up the days they are about. Adding twice counts twice: whoever adds
 * says in the same transaction that it is done.
 */
export async function addDailyUse(tx: WorkspaceTransaction, uses: readonly StoredUse[]): Promise<void> {
  if (uses.length === 0) return;
  if (tx.usage) return putInOutbox(tx, uses);
  await holdUsageLane(tx);
  await addRows(tx, uses);
  await addToPacked(tx, uses);
  await sumDaysOf(tx, uses);
}
