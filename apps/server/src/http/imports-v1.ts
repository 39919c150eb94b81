import { Failure, ImportId } from "@termwise/core/kernel";
import { findBatch, loadRows } from "@termwise/db";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { openFor } from "../auth/allowed.ts";
import type { House } from "../house.ts";
import type { ImportReport } from "../imports/import-report.ts";
import { refusedCsv } from "../ingest/refused-csv.ts";
import { bring, digestOf } from "../sources/bring.ts";
import { sourceNow } from "../sources/source-list.ts";
import { heldRun } from "../sources/undone.ts";
import type { Termwise } from "../termwise.ts";
import { wire } from "../wire.ts";
import { type HandedIn, readHandedIn, readNothing, wrappingOf } from "./import-body.ts";
import { problemType, stoppedProblem } from "./problem.ts";
import type { Requests } from "./variables.ts";

/** Files travel as base64, a third larger than they are. */
const largestBody = 150 * 1024 * 1024;

type Variables = Requests & { Variables: { into: Termwise } };
type Context1 = Context<Variables>;

/** Imports for programs: the same check, report and refused rows as the wizard and the command line give. */
export function importV1Routes(house: House) {
  const routes = new Hono<Variables>();
  /**
   * `POST /api/v1/imports[?dryRun=1]`: files as JSON with base64, as a form, or one raw file (`?name=`), read by a saved
   * `mapping` (name or id), by that of a `source`, or by one in the body. 201 with the report and a `Location` when it is
   * stored; 200 for a dry run, and for what was stored before under the same `Idempotency-Key`; 422 with every reason
   * when it is stopped. A refusal is a problem document (RFC 9457).
   */
  routes.post(
    "/",
    // Who may not import is told so before any of the body is taken.
    async (c, next) => {
      const [who, acting] = [c.get("who"), c.get("acting")];
      c.set("into", await openFor(house, { name: "POST /api/v1/imports", who, acting }));
      wrappingOf(c.req.header("content-type"));
      return next();
    },
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new Failure("too_large", "The files are larger than 100 MB together. Split them", {
          code: "E_TOO_LARGE",
        });
      },
    }),
    async (c) => {
      const given = await readHandedIn(c.req);
      const source =
        given.source === undefined
          ? null
          : await c.get("into").read((tx) => sourceNow(tx, given.source ?? ""));
      if (source && source.kind !== "warehouse" && given.cursor !== undefined)
        throw new Failure("bad_input", "Only a source that is fetched from a warehouse has a cursor");
      if (source && given.cursor !== undefined) await assertCursor(c.get("into"), source.id, given);
      const trigger = source?.kind === "folder" ? "folder" : "api";
      const { report, again } = await bring(
        c.get("into"),
        {
          ...given,
          source,
          trigger,
          once: onceOf(c, given),
          neverTwice: trigger === "folder",
          with: given.cursor === undefined ? undefined : () => ({ cursor: given.cursor ?? null }),
        },
        c.get("acting"),
      );
      return answered(c, report, { again, dryRun: given.dryRun });
    },
  );
  /** `GET /api/v1/imports/ID`: the report of an import, as it was given. */
  routes.get("/:id", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "GET /api/v1/imports/:id", who, acting });
    return c.json((await batchOf(termwise, c.req.param("id"))).report as ImportReport);
  });
  /** `GET /api/v1/imports/ID/refused.csv[?file=NAME]`: the refused rows of a file (default: the first that has any). */
  routes.get("/:id/refused.csv", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "GET /api/v1/imports/:id/refused.csv", who, acting });
    const text = await refusedOf(termwise, c.req.param("id"), c.req.query("file"));
    return c.body(text.csv, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="refused-${text.name.replace(/[^\w.-]/g, "_")}"`,
    });
  });
  /** `POST /api/v1/imports/ID/undo`: takes an import back, as the page does. 412 while later facts rest on it, and after 30 days. */
  routes.post("/:id/undo", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "POST /api/v1/imports/:id/undo", who, acting });
    await readNothing(c.req);
    const { id } = await batchOf(termwise, c.req.param("id"));
    return c.json(wire(await termwise.undoImport(id, acting)));
  });
  return routes;
}

/** The import of an id. Throws `not_found`. */
async function batchOf(termwise: Termwise, text: string) {
  const id = ImportId.safeParse(text);
  const batch = id.success ? await termwise.read((tx) => findBatch(tx, id.data)) : null;
  if (!batch) throw new Failure("not_found", "There is no such import");
  return batch;
}

/** The refused rows of a file of an import, as CSV. */
export async function refusedOf(
  termwise: Termwise,
  id: string,
  asked: string | undefined,
): Promise<{ name: string; csv: string }> {
  const batch = await batchOf(termwise, id);
  const rows = await termwise.read((tx) => loadRows(tx, batch.id, { outcome: "refused" }));
  const position =
    asked === undefined ? (rows[0]?.position ?? 0) : batch.files.findIndex(({ name }) => name === asked);
  const file = batch.files[position];
  if (!file) throw new Failure("not_found", `The import has no file "${asked ?? ""}"`);
  const report = batch.report as ImportReport | null;
  return {
    name: file.name,
    csv: refusedCsv(
      file.header,
      rows.filter((row) => row.position === position),
      report?.files.find(({ name }) => name === file.name)?.columns,
    ),
  };
}

/** What the caller calls its request: a key of its own, and all that was sent. */
function onceOf(c: Context1, { files, mapping, savedMapping, source, confirm, cursor, dryRun }: HandedIn) {
  const key = c.req.header("idempotency-key")?.trim();
  if (key === undefined || dryRun) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Failure("bad_input", "An Idempotency-Key has 1 to 200 visible ASCII characters", {
      code: "E_IDEMPOTENCY_KEY",
    });
  const told = JSON.stringify([
    mapping,
    savedMapping,
    source,
    confirm,
    cursor,
    files.map(({ name }) => name),
  ]);
  return { key, digest: digestOf(told, ...files.map(({ bytes }) => bytes)) };
}

/** A program that fetches by itself goes on from where the last one stopped. */
async function assertCursor(termwise: Termwise, sourceId: string, { cursorWas }: HandedIn): Promise<void> {
  const held = (await termwise.read((tx) => heldRun(tx, sourceId)))?.cursor ?? "";
  if ((cursorWas ?? "") !== held)
    throw new Failure("conflict", `The source has come to "${held}" meanwhile. Fetch from there`, {
      code: "E_CURSOR",
    });
}

/** An import's report as an answer. */
function answered(
  c: Context1,
  report: ImportReport,
  { again, dryRun }: { again: boolean; dryRun: boolean },
): Response {
  if (dryRun) return c.json(report, 200);
  if (!report.committed)
    return c.json({ ...stoppedProblem(report, c.get("requestId")), report }, 422, {
      "content-type": problemType,
    });
  const location = `/api/v1/imports/${report.id ?? ""}`;
  return c.json(report, again ? 200 : 201, { location, ...(again && { "idempotent-replayed": "true" }) });
}
