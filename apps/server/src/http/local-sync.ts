import { Failure } from "@termwise/core/kernel";
import type { Hono } from "hono";
import { z } from "zod";
import { openFor } from "../auth/allowed.ts";
import type { House } from "../house.ts";
import { ImportMapping } from "../ingest/mapping.ts";
import { pullOnce } from "../sources/pull-once.ts";
import { sourceNow } from "../sources/source-list.ts";
import { assertJson, assertShallow } from "./json-limits.ts";
import type { Requests } from "./variables.ts";

const Body = z.strictObject({
  url: z.string().min(1).max(2_000),
  query: z.string().min(1).max(20_000),
  cursor: z.string().min(1).max(200).nullable().default(null),
  source: z.string().min(1).max(100).nullable().default(null),
  mapping: ImportMapping.optional(),
  dryRun: z.boolean().default(false),
  confirm: z.boolean().default(false),
  acceptColumns: z.boolean().default(false),
});

/**
 * `POST /api/local/sync`: fetches from a warehouse once, for the operator alone, since it goes wherever it is told to.
 * Answers with the reports of the parts, how many rows came, and how far it has come. The address is not kept or logged.
 */
export function addLocalSync(routes: Hono<Requests>, house: House): void {
  routes.post("/sync", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "POST /api/local/sync", who, acting });
    assertJson(c.req.header("content-type"));
    const text = await c.req.text();
    assertShallow(text);
    const read = Body.safeParse(JSON.parse(text));
    if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
    const { source: name, ...asked } = read.data;
    const source = name === null ? null : await termwise.read((tx) => sourceNow(tx, name));
    if (source?.paused && !asked.dryRun)
      throw new Failure("refused", `The source "${source.name}" is paused. Resume it first`);
    const pulled = await pullOnce(termwise, { ...asked, source }, acting).catch((error: unknown) => {
      throw withRemedy(error, asked.url);
    });
    return c.json(pulled);
  });
}

/** What the command line prints is the message alone: what mends it stands there, too, and which server does not answer. */
function withRemedy(error: unknown, url: string): unknown {
  if (!(error instanceof Failure)) return error;
  const { remedy, code } = error.details;
  const message = code === "E_UNREACHABLE" ? unreachable(url) : error.message;
  return typeof remedy === "string" ? new Failure(error.code, `${message}. ${remedy}`) : error;
}

/** Names host and port; never who signs in, nor with what. */
function unreachable(url: string): string {
  const { hostname, port } = new URL(url);
  return hostname === ""
    ? "The warehouse cannot be reached"
    : `The warehouse at ${hostname}:${port || "5432"} cannot be reached`;
}
