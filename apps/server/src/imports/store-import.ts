import type { ImportId, Instant } from "@termwise/core/kernel";
import { appendFacts, appendRows, closeBatch, openBatch, type WorkspaceTransaction } from "@termwise/db";
import type { ImportMapping } from "../ingest/mapping.ts";
import type { Assessment } from "./assess-import.ts";
import { factCount, factSlices, slicesOf } from "./fact-slices.ts";
import type { ImportReport } from "./import-report.ts";
import type { ImportFile, ImportStep } from "./import-request.ts";

/** An assessed import that is to be committed, and its report. */
export interface AcceptedImport {
  readonly id: ImportId;
  readonly recordedAt: Instant;
  readonly mapping: ImportMapping | undefined;
  /** The files as they were handed in, with what was corrected of them. */
  readonly files: readonly ImportFile[];
  readonly assessment: Assessment;
  readonly report: ImportReport;
}

/** Stores an import whole: its receipt with every row verbatim, and its facts. */
export async function storeImport(
  tx: WorkspaceTransaction,
  { id, recordedAt, mapping, files: handedIn, assessment, report }: AcceptedImport,
  onStep: (step: ImportStep) => void,
): Promise<void> {
  const { files, facts } = assessment;
  const of = files.reduce((sum, file) => sum + file.rows.length, 0) + factCount(facts);
  let done = 0;
  const stored = (more: number) => {
    done += more;
    onStep({ step: "storing", done, of });
  };
  stored(0);
  await openBatch(tx, {
    id,
    createdAt: recordedAt,
    files: files.map(({ name, sha256 }) => {
      const read = report.files.find((file) => file.name === name);
      return {
        name,
        sha256,
        kind: read?.kind ?? "unknown",
        header: read?.columns.map((column) => column.header) ?? [],
        mapping: howRead(mapping, handedIn.find((file) => file.name === name)?.edits),
      };
    }),
  });
  for (const [position, file] of files.entries())
    for (const rows of slicesOf(file.rows)) {
      await appendRows(tx, id, position, rows);
      stored(rows.length);
    }
  for (const slice of factSlices(facts)) {
    await appendFacts(tx, slice);
    stored(Object.values(slice).reduce((sum, kind) => sum + kind.length, 0));
  }
  await closeBatch(tx, id, report);
}

/** How a file was read, for its receipt: the mapping, and the cells that were corrected before it was imported. */
function howRead(mapping: ImportMapping | undefined, edits: ImportFile["edits"] = []): unknown {
  return edits.length > 0 ? { ...mapping, edits } : (mapping ?? null);
}
