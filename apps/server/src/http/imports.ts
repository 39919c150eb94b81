import { Failure } from "@termwise/core/kernel";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { stream } from "hono/streaming";
import { z } from "zod";
import { openFor } from "../auth/allowed.ts";
import type { House } from "../house.ts";
import type { ImportReport } from "../imports/import-report.ts";
import type { ImportRequest, ImportStep } from "../imports/import-request.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { type Refusal, refusalOf } from "./failures.ts";
import { refusedOf } from "./imports-v1.ts";
import { assertJson, assertShallow } from "./json-limits.ts";
import type { Requests } from "./variables.ts";

const mebibyte = 1024 * 1024;
/** Files travel as base64, a third larger than they are. */
const largestBody = 150 * mebibyte;
/** A line of JSON at a time. */
export const newsType = "application/x-ndjson";

/** What a caller that asked for progress is told, a line each: steps, then the report or why there is none. */
export type ImportNews = ImportStep | { readonly report: ImportReport } | { readonly failure: Refusal };

type HandedIn = Omit<ImportRequest, "now" | "onStep">;

/** The JSON body of a request. Read from the raw request, which unlike Hono's own keeps no copy of a body of 100 MB. */
export async function bodyAs<S extends z.ZodType>(request: Request, shape: S): Promise<z.infer<S>> {
  const read = shape.safeParse(parsed(await request.text()));
  if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
  return read.data;
}

/** The files of a body. */
export const bodyFiles = z
  .array(z.strictObject({ name: z.string().min(1).max(255), content: z.base64() }))
  .min(1)
  .max(20);

/** A file of a body as it was before it travelled. */
export const fileOf = ({ name, content }: { name: string; content: string }) => ({
  name,
  bytes: Buffer.from(content, "base64"),
});

const Body = z.strictObject({
  files: bodyFiles,
  mapping: ImportMapping.optional(),
  savedMapping: z.string().min(1).max(100).optional(),
  confirm: z.boolean().optional(),
});

/** What was handed in. */
async function handedIn(request: Request, dryRun: boolean): Promise<HandedIn> {
  const { files, ...asked } = await bodyAs(request, Body);
  return { ...asked, files: files.map(fileOf), dryRun };
}

/** The value a body holds; null when it is not JSON. */
function parsed(text: string): unknown {
  assertShallow(text);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A request and the workspace it is about. */
export type Into = Requests & { Variables: { into: Termwise } };

/** Answers with an import's report; whoever asked for news is told line by line how far it is. */
export async function answered(
  c: Context<Into>,
  log: Log,
  work: (onStep?: (step: ImportStep) => void) => Promise<ImportReport>,
): Promise<Response> {
  if (c.req.header("accept") !== newsType) return c.json(await work());
  c.header("content-type", newsType);
  return stream(c, async (out) => {
    const tell = (news: ImportNews) => out.writeln(JSON.stringify(news));
    const where = { requestId: c.get("requestId"), path: c.req.path, log };
    await work((step) => void tell(step)).then(
      (report) => tell({ report }),
      (error: unknown) => tell({ failure: refusalOf(error, where).body }),
    );
  });
}

/** Files in, refused rows out. */
export function importRoutes(house: House, log: Log) {
  const routes = new Hono<Into>();
  /**
   * `POST /api/imports[?dryRun=1]` takes `{ files: [{ name, content }], mapping?, savedMapping?, confirm? }`, the content as
   * base64, and answers with the import's report. A dry run stores nothing. With `Accept: application/x-ndjson` the answer is a
   * line of JSON for each {@link ImportNews}. 400 for a body that cannot be read, 413 above 150 MiB.
   */
  routes.post(
    "/",
    // Who may not import is told so before any of the body is taken.
    async (c, next) => {
      const [who, acting] = [c.get("who"), c.get("acting")];
      c.set("into", await openFor(house, { name: "POST /api/imports", who, acting }));
      assertJson(c.req.header("content-type"));
      return next();
    },
    bodyLimit({
      maxSize: largestBody,
      onError: (c) =>
        c.json({ code: "too_large", message: "The files are larger than 100 MB together. Split them" }, 413),
    }),
    async (c) => {
      const [termwise, acting] = [c.get("into"), c.get("acting")];
      const request = await handedIn(c.req.raw, c.req.query("dryRun") === "1");
      return answered(c, log, (onStep) => termwise.importFiles({ ...request, onStep }, acting));
    },
  );
  /**
   * `GET /api/imports/ID/refused.csv[?file=NAME]`: the refused rows of a file (default: the first that has any), its own
   * columns and why.
   */
  routes.get("/:id/refused.csv", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "GET /api/imports/:id/refused.csv", who, acting });
    const { name, csv } = await refusedOf(termwise, c.req.param("id"), c.req.query("file"));
    return c.body(csv, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="refused-${name.replace(/[^\w.-]/g, "_")}"`,
    });
  });
  return routes;
}
