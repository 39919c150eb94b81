import { EntryId } from "@termwise/core/kernel";
import { z } from "zod";
import { CellEdit } from "../ingest/cell-edits.ts";
import { ImportMapping } from "../ingest/mapping.ts";

/** The steps of preparing an import. */
export const draftSteps = ["upload", "map", "check", "preview", "commit"] as const;
/** A step of preparing an import. */
export const DraftStep = z.enum(draftSteps);

/** A corrected cell, or cells, of one file of a draft. */
export const DraftEdit = CellEdit.extend({ file: z.string().min(1).max(255) });
/** A corrected cell, or cells, of one file of a draft. */
export type DraftEdit = z.infer<typeof DraftEdit>;

const DraftFile = z.strictObject({
  name: z.string().min(1).max(255),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is kept of a draft beside its files. */
export const DraftState = z.strictObject({
  files: z.array(DraftFile).max(20),
  mapping: ImportMapping,
  /** The saved mapping it began with. */
  savedMapping: EntryId.nullable(),
  edits: z.array(DraftEdit).max(5_000),
  step: DraftStep,
});
/** What is kept of a draft beside its files. */
export type DraftState = z.infer<typeof DraftState>;

/** A draft nobody has begun. */
export const emptyDraft: DraftState = {
  files: [],
  mapping: {},
  savedMapping: null,
  edits: [],
  step: "upload",
};

/** So many days after its last change a draft is thrown away. */
export const draftDays = 14;
/** The files of a draft together are at most so large. */
export const largestDraft = 50 * 1024 * 1024;
