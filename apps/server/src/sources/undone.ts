import { entriesOf, type FactSet } from "@termwise/core/facts";
import type { Instant } from "@termwise/core/kernel";
import { loadRuns, type SourceRun, type WorkspaceTransaction } from "@termwise/db";
import { houseNow } from "../journal/write-entry.ts";

/** When each import that was taken back was, by its id. */
export function undoneImports(journal: FactSet["journal"]): ReadonlyMap<string, Instant> {
  return new Map(
    entriesOf(journal, "import_undone").map(({ entry, recordedAt }) => [entry.importId, recordedAt]),
  );
}

/** So many runs are looked at for how far a source has come. */
const most = 500;

/**
 * The run that tells how far a source has come, and by which columns: the latest that took something in. When an import
 * was undone, what was fetched from it on is fetched again: runs that ended before that moment, and came as far as it did
 * or further, tell nothing any more.
 */
export async function heldRun(tx: WorkspaceTransaction, sourceId: string): Promise<SourceRun | null> {
  const undone = undoneImports(await houseNow(tx));
  const runs = await loadRuns(tx, { sourceId, limit: most });
  const taken = runs.flatMap((run) => {
    const at = undone.get(run.importId ?? "");
    return at === undefined ? [] : [{ from: run.askedAt, at }];
  });
  const tells = (run: SourceRun) =>
    (run.columns !== null || run.cursor !== null) &&
    !taken.some(({ from, at }) => from <= run.askedAt && (run.endedAt === null || at >= run.endedAt));
  return runs.find(tells) ?? null;
}
