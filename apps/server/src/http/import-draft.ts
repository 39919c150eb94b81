import { EntryId, Failure } from "@termwise/core/kernel";
import { deleteImportDraft, findWorkspace, type WorkspaceTransaction } from "@termwise/db";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Acting } from "../auth/acting.ts";
import { openFor } from "../auth/allowed.ts";
import { writtenLine } from "../auth/written.ts";
import { dayOf } from "../clock.ts";
import type { House } from "../house.ts";
import { addDraftFiles, assertSeen, type Draft, draftOwner, filesOf, ownDraft } from "../imports/draft.ts";
import { largestDraft } from "../imports/draft-state.ts";
import type { ImportReport } from "../imports/import-report.ts";
import { markUsed, putMapping, savedMapping } from "../imports/saved-mappings.ts";
import { writerFor } from "../imports/writer-for.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { answered, bodyAs, bodyFiles, fileOf, type Into } from "./imports.ts";
import { assertJson } from "./json-limits.ts";

/** Files travel as base64, a third larger than they are. */
const largestBody = Math.ceil(largestDraft * 1.4);

const Files = z.strictObject({ files: bodyFiles });
const Commit = z.strictObject({
  version: z.int().min(0),
  confirm: z.boolean().optional(),
  remember: z.strictObject({ name: writtenLine(100), id: EntryId.optional() }).optional(),
});

/** Who may not import is told so before any of the body is taken. */
const into =
  (
    house: House,
    name: "POST /api/imports/draft/files" | "POST /api/imports/draft/commit",
  ): MiddlewareHandler<Into> =>
  async (c, next) => {
    c.set("into", await openFor(house, { name, who: c.get("who"), acting: c.get("acting") }));
    assertJson(c.req.header("content-type"));
    return next();
  };

const tooLarge = (c: Context) =>
  c.json(
    { code: "too_large", message: "The files are larger than 50 MB together. Import them in several goes" },
    413,
  );

/** An import that is prepared step by step: files into its draft, and the draft into the ledger. */
export function importDraftRoutes(house: House, log: Log) {
  const routes = new Hono<Into>();
  /** `POST /api/imports/draft/files` takes `{ files: [{ name, content }] }` into one's own draft and answers with it. */
  routes.post(
    "/files",
    into(house, "POST /api/imports/draft/files"),
    bodyLimit({ maxSize: largestBody, onError: tooLarge }),
    async (c) => {
      const { files } = await bodyAs(c.req.raw, Files);
      return c.json(await addDraftFiles(c.get("into"), c.get("acting"), files.map(fileOf)));
    },
  );
  /**
   * `POST /api/imports/draft/commit` takes `{ version, confirm?, remember? }` and imports one's own draft as it was at that
   * version; the draft goes, and what is to be remembered is kept, in the transaction that stores the import.
   */
  routes.post(
    "/commit",
    into(house, "POST /api/imports/draft/commit"),
    bodyLimit({ maxSize: 16_384, onError: tooLarge }),
    async (c) => {
      const [termwise, acting] = [c.get("into"), c.get("acting")];
      const asked = await bodyAs(c.req.raw, Commit);
      const { draft, files } = await seen(termwise, acting, asked.version);
      return answered(c, log, (onStep) =>
        termwise.importFiles(
          {
            files,
            mapping: draft.mapping,
            confirm: asked.confirm,
            dryRun: false,
            onStep,
            alongside: (tx, report) => finish(tx, { draft, report, acting }, asked),
          },
          acting,
        ),
      );
    },
  );
  return routes;
}

/** One's own draft as it was seen, with its files. */
async function seen(termwise: Termwise, acting: Acting, version: number) {
  return termwise.read(async (tx) => {
    const draft = await ownDraft(tx, draftOwner(acting), acting.at);
    assertSeen(draft, version);
    if (!draft || draft.files.length === 0)
      throw new Failure("not_found", "There is no draft with files. Add the files first");
    return { draft, files: await filesOf(tx, acting, draft) };
  });
}

/** What goes with an import of a draft: nobody has changed it since, its mapping is remembered, and it is gone. */
async function finish(
  tx: WorkspaceTransaction,
  { draft, report, acting }: { draft: Draft; report: ImportReport; acting: Acting },
  { version, remember }: z.infer<typeof Commit>,
): Promise<void> {
  const owner = draftOwner(acting);
  assertSeen(await ownDraft(tx, owner, acting.at), version);
  const { timeZone } = await findWorkspace(tx);
  const by = { timeZone, writer: writerFor(acting) };
  const on = dayOf(acting.at, by.timeZone);
  if (remember)
    await putMapping(
      tx,
      {
        ...remember,
        mapping: draft.mapping,
        files: report.files.flatMap(({ name, kind, columns }) =>
          kind === null ? [] : [{ name, kind, headers: columns.map(({ header }) => header) }],
        ),
        lastUsedOn: on,
      },
      by,
    );
  else if (draft.savedMapping !== null) {
    const used = await savedMapping(tx, tx.workspaceId, draft.savedMapping);
    if (used) await markUsed(tx, used, { ...by, on });
  }
  await deleteImportDraft(tx, owner);
}
