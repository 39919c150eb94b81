import type { Figure } from "@termwise/core/glossary";
import type { EntryId, ImportId, Instant } from "@termwise/core/kernel";
import type { CheckReport } from "../ingest/report.ts";

/** What an import did, or in a dry run would do: rows by outcome, refusals with reasons, and what becomes of ARR and NRR. */
export interface ImportReport extends CheckReport {
  /** `null` for a dry run. */
  readonly id: ImportId | null;
  readonly committed: boolean;
  readonly recordedAt: Instant;
  /** The saved mapping the files were read by, if it was one. */
  readonly savedMapping?: { readonly id: EntryId; readonly name: string } | undefined;
  /** ARR at the end of the last closed month, and NRR of the twelve months to it; `null` where there is no ledger. */
  readonly before: HeadlineFigures | null;
  readonly after: HeadlineFigures | null;
}

/** The figures an import is judged by before it is committed. */
export interface HeadlineFigures {
  readonly arr: Figure;
  readonly nrr: Figure;
  readonly grr: Figure;
}
