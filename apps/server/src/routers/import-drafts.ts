import { type ImportKind, importKinds } from "@termwise/core/facts";
import { EntryId, Failure } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "@termwise/db";
import { z } from "zod";
import type { Acting } from "../auth/acting.ts";
import {
  changeDraft,
  type Draft,
  discardDraft,
  draftOwner,
  filesOf,
  ownDraft,
  removeDraftFiles,
} from "../imports/draft.ts";
import { DraftEdit, DraftStep } from "../imports/draft-state.ts";
import type { ImportDetails } from "../imports/import-details.ts";
import {
  fittedMapping,
  knowsHeadersOf,
  savedMappingNamed,
  savedMappingsIn,
} from "../imports/saved-mappings.ts";
import { fieldsOf } from "../ingest/fields/index.ts";
import { isNeeded } from "../ingest/file-questions.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { houseNow } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";

/** The import somebody is preparing. It is their own: nobody else sees it, whatever their role. */
export const draftProcedures = {
  /** One's own draft with the saved mappings that know the headers of its files; null without one. */
  draft: procedure.query(({ ctx: { termwise, acting } }) => draftView(termwise, acting)),
  /**
   * Changes one's own draft as it was at `version`: its mapping, its corrected cells, its step; takes files out; or begins
   * anew with a saved mapping (`use`). 409 when another window was faster.
   */
  changeDraft: procedure
    .input(
      z.strictObject({
        version: z.int().min(0),
        mapping: ImportMapping.optional(),
        edits: z.array(DraftEdit).max(5_000).optional(),
        step: DraftStep.optional(),
        remove: z.array(z.string().max(255)).max(20).optional(),
        use: EntryId.nullable().optional(),
      }),
    )
    .mutation(async ({ ctx: { termwise, acting }, input: { version, remove, use, ...changed } }) => {
      await changeDraft(termwise, acting, version, async (tx, draft) => {
        const left = remove ? await removeDraftFiles(tx, acting, draft, remove) : draft;
        const chosen =
          use === undefined
            ? left
            : {
                ...left,
                savedMapping: use,
                mapping: await usedMapping(tx, use, () => filesOf(tx, acting, left)),
              };
        const { mapping = chosen.mapping, edits = chosen.edits, step = chosen.step } = changed;
        return { ...chosen, mapping, edits, step };
      });
      return draftView(termwise, acting);
    }),
  /** Throws one's own draft and its files away. */
  discardDraft: procedure.mutation(async ({ ctx: { termwise, acting } }) => {
    await discardDraft(termwise, acting);
    return null;
  }),
  /** What importing one's own draft would do, row by row: the very check `POST /api/imports` makes. Nothing is stored. */
  checkDraft: procedure
    .input(z.strictObject({ version: z.int().min(0) }))
    .query(async ({ ctx: { termwise, acting } }) => {
      const found = await termwise.read(async (tx) => {
        const draft = await ownDraft(tx, draftOwner(acting), acting.at);
        return draft && { draft, files: await filesOf(tx, acting, draft) };
      });
      if (!found || found.files.length === 0)
        throw new Failure("not_found", "There is no draft with files. Add the files first");
      const { draft, files } = found;
      let details: ImportDetails | null = null;
      const report = await termwise.importFiles(
        { files, mapping: draft.mapping, dryRun: true, onDetails: (told) => (details = told) },
        acting,
      );
      // The details stand for every refused row; the report's own list would say them again.
      return {
        version: draft.version,
        report: { ...report, refusals: [] },
        details: details as ImportDetails | null,
        fields: Object.fromEntries(
          [...new Set(report.files.flatMap(({ kind }) => kind ?? []))].map((kind) => [kind, fieldList(kind)]),
        ),
        kinds: importKinds,
      };
    }),
};

/** The fields a kind of file may say. */
function fieldList(kind: ImportKind) {
  return fieldsOf[kind].map(({ name, type, about }) => ({ name, type, about, needed: isNeeded(kind, name) }));
}

async function usedMapping(
  tx: WorkspaceTransaction,
  id: EntryId | null,
  files: () => ReturnType<typeof filesOf>,
): Promise<ImportMapping> {
  return id === null ? {} : fittedMapping(savedMappingNamed(await houseNow(tx), id), await files());
}

async function draftView(termwise: Termwise, acting: Acting) {
  const { journal } = (await termwise.books()).known.now;
  return termwise.read(async (tx) => {
    const draft = await ownDraft(tx, draftOwner(acting), acting.at);
    if (!draft) return null;
    const files = await filesOf(tx, acting, draft);
    const offers = savedMappingsIn(journal).flatMap((saved) => {
      const known = files.filter((file) => knowsHeadersOf(saved, file)).map(({ name }) => name);
      return known.length > 0
        ? [{ id: saved.id, name: saved.name, lastUsedOn: saved.lastUsedOn, files: known }]
        : [];
    });
    return { ...(draft satisfies Draft), offers };
  });
}
