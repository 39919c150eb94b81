import { entriesOf, importKinds } from "@termwise/core/facts";
import { EntryId, Failure, ImportId } from "@termwise/core/kernel";
import { findBatch, loadBatches } from "@termwise/db";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { writtenLine } from "../auth/written.ts";
import type { ImportReport } from "../imports/import-report.ts";
import { importersIn } from "../imports/importers.ts";
import { noSuchMapping, putMapping, savedMappingsIn } from "../imports/saved-mappings.ts";
import { undoPlan } from "../imports/undo-import.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { houseNow, putWithdrawal, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { draftProcedures } from "./import-drafts.ts";
import { writerOf } from "./journal.ts";

const MappedFile = z.strictObject({
  name: z.string().min(1).max(255),
  kind: z.enum(importKinds),
  headers: z.array(z.string().max(1_000)).max(1_000),
});

/** Imports that were committed. Files are handed in over `POST /api/imports`, which also answers dry runs. */
export const importsRouter = router({
  /** The newest imports first: when and by whom, which files, and how many rows became what. */
  list: procedure.query(async ({ ctx: { termwise } }) => {
    const batches = await termwise.read((tx) => loadBatches(tx));
    const undone = await undoneIn(termwise);
    const importedBy = await termwise.read((tx) => importersIn(tx));
    return batches.map(({ id, createdAt, files, report }) => ({
      id,
      createdAt,
      byName: importedBy(id),
      undone: undone(id),
      files: files.map(({ name, kind }) => ({ name, kind })),
      counts: (report as ImportReport | null)?.counts ?? null,
    }));
  }),
  /** The report of one import, as it was given when it was committed, and who made it. */
  one: procedure
    .input(z.strictObject({ id: ImportId }))
    .query(async ({ ctx: { termwise }, input: { id } }) => {
      const batch = await termwise.read((tx) => findBatch(tx, id));
      if (!batch) throw new Failure("not_found", `There is no import ${id}`);
      const undone = await undoneIn(termwise);
      const importedBy = await termwise.read((tx) => importersIn(tx, id));
      return {
        id,
        createdAt: batch.createdAt,
        byName: importedBy(id),
        undone: undone(id),
        report: batch.report as ImportReport,
      };
    }),
  ...draftProcedures,
  /** What undoing an import would take, and what rests on it and is in the way; until when it can be undone. */
  dependents: procedure
    .input(z.strictObject({ id: ImportId }))
    .query(({ ctx: { termwise }, input: { id } }) =>
      undoPlan(termwise.db, termwise.workspaceId, id, termwise.now()),
    ),
  /** Takes an import back: facts are added that restore what stood before it. A second time does nothing (`already`). 412, with the list, while later facts rest on it, and after 30 days. */
  undo: procedure
    .input(z.strictObject({ id: ImportId }))
    .mutation(({ ctx: { termwise, acting }, input: { id } }) => termwise.undoImport(id, acting)),
  /** The mappings that were saved, by name, each with the files it was made for and who keeps it. */
  mappings: procedure.query(async ({ ctx: { termwise } }) => {
    const { known } = await termwise.books();
    const nameOf = await termwise.read(authorsOf);
    return savedMappingsIn(known.now.journal).map((saved) => {
      const versions = entriesOf(known.all.journal, "import_mapping")
        .filter(({ entryId }) => entryId === saved.id)
        .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
      const [first, last] = [versions[0], versions.at(-1)];
      return {
        ...saved,
        createdAt: first?.recordedAt ?? null,
        createdBy: nameOf(first?.by ?? null),
        changedAt: last?.recordedAt ?? null,
        versions: versions.length,
      };
    });
  }),
  /** Keeps a mapping under a name, or as a new version of `id`. Refused (412) when another has the name. */
  saveMapping: procedure
    .input(
      z.strictObject({
        id: EntryId.optional(),
        name: writtenLine(100),
        mapping: ImportMapping,
        files: z.array(MappedFile).max(20).default([]),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { timeZone } = await termwise.workspace();
      const by = { timeZone, writer: writerOf(who, acting) };
      return { id: await writing(termwise, (tx) => putMapping(tx, input, by)) };
    }),
  /** Removes a saved mapping. What it said, and the imports that used it, stay on record. */
  removeMapping: procedure
    .input(z.strictObject({ id: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id } }) => {
      const writer = writerOf(who, acting);
      await writing(termwise, async (tx) => {
        const fact = entriesOf(await houseNow(tx), "import_mapping").find(({ entryId }) => entryId === id);
        if (!fact) throw noSuchMapping();
        await putWithdrawal(tx, { fact, reason: "Removed" }, writer);
      });
      return null;
    }),
});

/** When an import was undone, and by whom; null: it stands. */
async function undoneIn(termwise: Termwise) {
  const { journal } = (await termwise.books()).known.now;
  const entries = new Map(entriesOf(journal, "import_undone").map((fact) => [fact.entry.importId, fact]));
  const nameOf = await termwise.read(authorsOf);
  return (id: ImportId) => {
    const fact = entries.get(id);
    return fact ? { at: fact.recordedAt, byName: nameOf(fact.by) } : null;
  };
}
