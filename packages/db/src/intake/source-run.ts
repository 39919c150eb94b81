import { randomBytes } from "node:crypto";
import { Failure, type ImportId, type Instant, instant } from "@termwise/core/kernel";
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { sourceRuns } from "./tables/source-run.ts";

/** One time that data was brought by a source, or should have been. */
export type SourceRun = Readonly<
  Omit<typeof sourceRuns.$inferSelect, "workspaceId" | "importId" | "askedAt" | "startedAt" | "endedAt"> & {
    importId: ImportId | null;
    askedAt: Instant;
    startedAt: Instant | null;
    endedAt: Instant | null;
  }
>;

/** What is known of a run when it is put down. */
export type NewRun = Partial<Omit<SourceRun, "id">> & Pick<SourceRun, "trigger" | "state" | "askedAt">;

const runOf = ({ workspaceId: _, ...row }: typeof sourceRuns.$inferSelect): SourceRun => row as SourceRun;

/** An id for a run. */
export const newRunId = (): string => `run_${randomBytes(10).toString("hex")}`;

/** Puts a run down. Null when there is one already of that time of its schedule, or of that idempotency key. */
export async function addRun(tx: WorkspaceTransaction, run: NewRun): Promise<string | null> {
  const id = newRunId();
  const added = await tx.tables
    .insert(sourceRuns)
    .values({ ...run, workspaceId: tx.workspaceId, id })
    .onConflictDoNothing()
    .returning({ id: sourceRuns.id });
  return added[0]?.id ?? null;
}

/** Puts a run down that must be the only one of its kind: `conflict` when another has come before, as the transaction then must not stand. */
export async function addOnlyRun(tx: WorkspaceTransaction, run: NewRun): Promise<string> {
  const id = await addRun(tx, run);
  if (id === null) throw new Failure("conflict", "The same was handed in at the same time. Ask again");
  return id;
}

/** Changes a run that is in the hands of whoever is named. False: somebody else has taken it over, or it has ended. */
export async function changeHeldRun(
  tx: WorkspaceTransaction,
  { id, holder }: { readonly id: string; readonly holder: string },
  change: Partial<Omit<SourceRun, "id">>,
): Promise<boolean> {
  const changed = await tx.tables
    .update(sourceRuns)
    .set(change)
    .where(
      and(
        eq(sourceRuns.workspaceId, tx.workspaceId),
        eq(sourceRuns.id, id),
        eq(sourceRuns.holder, holder),
        eq(sourceRuns.state, "running"),
      ),
    )
    .returning({ id: sourceRuns.id });
  return changed.length > 0;
}

/** Runs, the latest first: of one source, or of all. */
export async function loadRuns(
  tx: WorkspaceTransaction,
  { sourceId, limit = 50 }: { readonly sourceId?: string; readonly limit?: number } = {},
): Promise<SourceRun[]> {
  return found(tx, sourceId === undefined ? undefined : eq(sourceRuns.sourceId, sourceId), limit);
}

/** One run, null when there is none of this id. */
export async function findRun(tx: WorkspaceTransaction, id: string): Promise<SourceRun | null> {
  return (await found(tx, eq(sourceRuns.id, id), 1))[0] ?? null;
}

/** The run of an idempotency key. */
export async function findRunOfKey(tx: WorkspaceTransaction, key: string): Promise<SourceRun | null> {
  return (await found(tx, eq(sourceRuns.idempotencyKey, key), 1))[0] ?? null;
}

/** The runs of a source by which a file of this content was taken in: more than one where an import was undone. */
export async function loadRunsOfFile(
  tx: WorkspaceTransaction,
  { sourceId, sha256 }: { readonly sourceId: string; readonly sha256: string },
): Promise<SourceRun[]> {
  const where = and(
    eq(sourceRuns.sourceId, sourceId),
    eq(sourceRuns.sha256, sha256),
    eq(sourceRuns.state, "done"),
  );
  return found(tx, where, 1_000);
}

/** For each source the moment its data last arrived and was taken in. */
export async function lastArrivals(tx: WorkspaceTransaction): Promise<ReadonlyMap<string, Instant>> {
  const rows = await tx.tables
    .select({ sourceId: sourceRuns.sourceId, at: sql<string>`max(${sourceRuns.endedAt})` })
    .from(sourceRuns)
    .where(
      and(
        eq(sourceRuns.workspaceId, tx.workspaceId),
        inArray(sourceRuns.state, ["done", "skipped"]),
        isNotNull(sourceRuns.sourceId),
      ),
    )
    .groupBy(sourceRuns.sourceId);
  return new Map(rows.map(({ sourceId, at }) => [sourceId ?? "", instant(new Date(at).toISOString())]));
}

async function found(tx: WorkspaceTransaction, where: SQL | undefined, limit: number): Promise<SourceRun[]> {
  const rows = await tx.tables
    .select()
    .from(sourceRuns)
    .where(and(eq(sourceRuns.workspaceId, tx.workspaceId), where))
    .orderBy(desc(sourceRuns.askedAt), desc(sourceRuns.id))
    .limit(limit);
  return rows.map(runOf);
}

/** The runs by which imports were made. */
export async function runsOfImports(
  tx: WorkspaceTransaction,
  importIds: readonly ImportId[],
): Promise<SourceRun[]> {
  if (importIds.length === 0) return [];
  return found(tx, inArray(sourceRuns.importId, [...importIds]), importIds.length);
}
