import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { findRun, type SourceRun } from "./source-run.ts";

/** When it is asked, by whom, and until when nobody else may take the run. */
export interface Claim {
  readonly now: Instant;
  readonly holder: string;
  readonly leaseUntil: Instant;
}

/** A run is tried this often. After that it has failed, and the next time of its schedule is another run. */
export const attempts = 5;

/**
 * Takes the run that has waited longest, or that its holder left lying; of several servers that ask at once each is given
 * another, and none waits. A run that was tried too often is not given again. Null: nothing is to be done.
 */
export async function claimRun(
  tx: WorkspaceTransaction,
  { now, holder, leaseUntil }: Claim,
): Promise<SourceRun | null> {
  const claimed = await tx.query<{ id: string }>(sql`
    update intake.source_run set state = 'running', holder = ${holder}, attempt = attempt + 1,
      lease_until = ${leaseUntil}::timestamptz, retry_at = null, started_at = coalesce(started_at, ${now}::timestamptz)
    where workspace_id = ${tx.workspaceId}::uuid and id = (
      select id from intake.source_run
      where workspace_id = ${tx.workspaceId}::uuid and attempt < ${attempts} and trigger in ('schedule', 'manual')
        and ((state = 'waiting' and (retry_at is null or retry_at <= ${now}::timestamptz))
          or (state = 'running' and lease_until < ${now}::timestamptz))
      order by asked_at, id limit 1 for update skip locked)
    returning id`);
  const [one] = claimed;
  return one ? findRun(tx, one.id) : null;
}

/** Ends runs whose holder was lost at the last try, so that they do not seem to run for ever. Returns how many. */
export async function endLost(tx: WorkspaceTransaction, now: Instant): Promise<number> {
  const ended = await tx.query(sql`
    update intake.source_run set state = 'failed', holder = null, ended_at = ${now}::timestamptz,
      error_code = 'E_LOST', error_message = 'Whoever ran it was stopped before it ended',
      error_remedy = 'Look into the log of the server, then run it again'
    where workspace_id = ${tx.workspaceId}::uuid and state = 'running' and (attempt >= ${attempts} or trigger = 'cli')
      and lease_until < ${now}::timestamptz
    returning id`);
  return ended.length;
}
