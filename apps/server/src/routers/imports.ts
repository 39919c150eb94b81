import { Failure, ImportId } from "@termwise/core/kernel";
import { findBatch, loadBatches } from "@termwise/db";
import { z } from "zod";
import type { ImportReport } from "../imports/import-report.ts";
import { procedure, router } from "../trpc.ts";

/** Imports that were committed. Files are handed in over `POST /api/imports`, which also answers dry runs. */
export const importsRouter = router({
  /** The newest imports first: when, which files, and how many rows became what. */
  list: procedure.query(async ({ ctx: { termwise } }) => {
    const batches = await termwise.read((tx) => loadBatches(tx));
    return batches.map(({ id, createdAt, files, report }) => ({
      id,
      createdAt,
      files: files.map(({ name, kind }) => ({ name, kind })),
      counts: (report as ImportReport | null)?.counts ?? null,
    }));
  }),
  /** The report of one import, as it was given when it was committed. */
  one: procedure
    .input(z.strictObject({ id: ImportId }))
    .query(async ({ ctx: { termwise }, input: { id } }) => {
      const batch = await termwise.read((tx) => findBatch(tx, id));
      if (!batch) throw new Failure("not_found", `There is no import ${id}`);
      return { id, createdAt: batch.createdAt, report: batch.report as ImportReport };
    }),
});
