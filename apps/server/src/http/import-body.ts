import { Failure } from "@termwise/core/kernel";
import type { HonoRequest } from "hono";
import { z } from "zod";
import type { ImportFile } from "../imports/import-request.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { readMapping } from "../sources/source-list.ts";
import { assertShallow } from "./json-limits.ts";

const fileName = z.string().min(1).max(255);
const name = z.string().trim().min(1).max(100);
const Flag = z.enum(["1", "0", "true", "false"]).transform((text) => text === "1" || text === "true");
const mostFiles = 20;

const Asked = z.strictObject({
  dryRun: Flag.optional(),
  confirm: Flag.optional(),
  source: name.optional(),
  /** A saved mapping, by name or id. */
  mapping: name.optional(),
  /** What the file of a raw body is called. */
  name: fileName.optional(),
  /** How far a program that fetches by itself has come, and how far it had come before. */
  cursor: z.string().max(1_000).optional(),
  cursorWas: z.string().max(1_000).optional(),
});

const Body = z.strictObject({
  files: z
    .array(z.strictObject({ name: fileName, content: z.base64() }))
    .min(1)
    .max(mostFiles),
  mapping: z.union([ImportMapping, name]).optional(),
  source: name.optional(),
  confirm: z.boolean().optional(),
});

/** What a program hands in, however it wraps it. */
export interface HandedIn {
  readonly files: readonly ImportFile[];
  readonly mapping: ImportMapping | undefined;
  readonly savedMapping: string | undefined;
  readonly source: string | undefined;
  readonly confirm: boolean;
  readonly dryRun: boolean;
  readonly cursor: string | undefined;
  readonly cursorWas: string | undefined;
}

const bad = (error: z.ZodError) => new Failure("bad_input", z.prettifyError(error));

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw bad(read.error);
}

/** How a body is wrapped, by its content type. Throws what becomes a 415 for any other. */
export function wrappingOf(contentType: string | undefined): "json" | "form" | "raw" {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "application/json") return "json";
  if (type === "multipart/form-data") return "form";
  if (["text/csv", "text/tab-separated-values", "application/csv", "application/octet-stream"].includes(type))
    return "raw";
  throw new Failure("bad_input", "Send application/json, multipart/form-data or text/csv", {
    status: 415,
    code: "E_CONTENT_TYPE",
  });
}

/** Reads what a program hands in: query, and a body of JSON with base64, of a form with files, or of one raw file. */
export async function readHandedIn(req: HonoRequest): Promise<HandedIn> {
  const asked = Asked.safeParse(req.query());
  if (!asked.success) throw bad(asked.error);
  const { dryRun = false, confirm = false, source, mapping, name: file, cursor, cursorWas } = asked.data;
  const shared = { dryRun, confirm, source, savedMapping: mapping, mapping: undefined, cursor, cursorWas };
  const wrapping = wrappingOf(req.header("content-type"));
  if (wrapping === "raw")
    return {
      ...shared,
      files: [{ name: file ?? "upload.csv", bytes: new Uint8Array(await req.raw.arrayBuffer()) }],
    };
  const body = wrapping === "json" ? await ofJson(req.raw) : await ofForm(req.raw);
  if (body.mapping !== undefined && mapping !== undefined)
    throw new Failure("bad_input", "Name the mapping once: in the address or in the body");
  return {
    ...shared,
    files: body.files,
    source: body.source ?? source,
    confirm: body.confirm ?? confirm,
    ...(typeof body.mapping === "string"
      ? { savedMapping: body.mapping }
      : body.mapping && { mapping: body.mapping }),
  };
}

interface Unwrapped {
  readonly files: readonly ImportFile[];
  readonly mapping: ImportMapping | string | undefined;
  readonly source: string | undefined;
  readonly confirm: boolean | undefined;
}

/** Holds a request that needs no body to having none, or an empty object. */
export async function readNothing(req: HonoRequest): Promise<void> {
  const text = await req.raw.text();
  if (text.trim() !== "") checked(z.strictObject({}), jsonOf(text));
}

function jsonOf(text: string): unknown {
  assertShallow(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("bad_input", "The body is not JSON", { code: "E_JSON" });
  }
}

async function ofJson(request: Request): Promise<Unwrapped> {
  const { files, mapping, source, confirm } = checked(Body, jsonOf(await request.text()));
  return {
    files: files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, "base64") })),
    mapping,
    source,
    confirm,
  };
}

async function ofForm(request: Request): Promise<Unwrapped> {
  const form = await request.formData().catch(() => {
    throw new Failure("bad_input", "The form cannot be read", { code: "E_FORM" });
  });
  const files: ImportFile[] = [];
  const fields = new Map<string, string>();
  for (const [key, value] of form.entries()) {
    if (typeof value === "string") fields.set(key, value);
    else
      files.push({
        name: checked(fileName, value.name || "upload.csv"),
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  }
  if (files.length === 0 || files.length > mostFiles)
    throw new Failure("bad_input", `Send 1 to ${mostFiles} files`, { code: "E_FORM" });
  const unknown = [...fields.keys()].find((key) => !["mapping", "source", "confirm"].includes(key));
  if (unknown !== undefined)
    throw new Failure("bad_input", `There is no field "${unknown.slice(0, 60)}"`, { code: "E_FORM" });
  const mapping = fields.get("mapping");
  const source = fields.get("source");
  const confirm = fields.get("confirm");
  return {
    files,
    mapping: mapping?.trimStart().startsWith("{") ? readMapping(mapping) : mapping && checked(name, mapping),
    source: source === undefined ? undefined : checked(name, source),
    confirm: confirm === undefined ? undefined : checked(Flag, confirm),
  };
}
