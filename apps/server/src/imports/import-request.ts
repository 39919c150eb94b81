import type { Instant } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "@termwise/db";
import type { CellEdit } from "../ingest/cell-edits.ts";
import type { ImportMapping } from "../ingest/mapping.ts";
import type { ImportDetails } from "./import-details.ts";
import type { ImportReport } from "./import-report.ts";

/** A file as it was handed in. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Cells corrected since it was written. */
  readonly edits?: readonly CellEdit[] | undefined;
}

/** How far an import is; `done` of `of` rows and facts are stored. */
export type ImportStep =
  | { readonly step: "checking" }
  | { readonly step: "deriving" }
  | { readonly step: "storing"; readonly done: number; readonly of: number };

/** Files to take in, how to read them, and whether only to say what would happen. */
export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly mapping?: ImportMapping | undefined;
  /** Instead of `mapping`: a saved one, by its id or name. */
  readonly savedMapping?: string | undefined;
  readonly dryRun: boolean;
  /** Changes beyond the safety bounds are meant. */
  readonly confirm?: boolean | undefined;
  /** Told what a person who prepares an import looks at. */
  readonly onDetails?: ((details: ImportDetails) => void) | undefined;
  readonly now: () => Instant;
  /** Told as the work goes on; a step may be told again when the work had to be begun again. */
  readonly onStep?: ((step: ImportStep) => void) | undefined;
  /** Done in the transaction that stores the import: what must stand exactly when it does. */
  readonly alongside?: ((tx: WorkspaceTransaction, report: ImportReport) => Promise<void>) | undefined;
}
