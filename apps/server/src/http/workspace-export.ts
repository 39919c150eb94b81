import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import { appendAudit, exportRows, findWorkspace, inWorkspace } from "@termwise/db";
import { Hono } from "hono";
import { openFor } from "../auth/allowed.ts";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { fileStream } from "./file-stream.ts";
import { packLines } from "./pack-lines.ts";
import type { Requests } from "./variables.ts";

/** The first line of the file: what follows it, and how to see that it is whole. */
export interface ExportManifest {
  readonly format: "termwise-workspace";
  readonly version: 1;
  readonly workspace: { readonly id: string; readonly name: string };
  readonly exportedAt: string;
  /** `sha256` is over the table's lines, each with its line feed, in the order they stand. */
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly sha256: string }[];
}

/** The workspace as a file, for whoever leaves or keeps a copy. */
export function workspaceExportRoutes(house: House, log: Log): Hono<Requests> {
  const routes = new Hono<Requests>();
  const under = new Set<WorkspaceId>();
  /**
   * `GET /api/workspace/export`: lines of JSON, compressed with gzip: an {@link ExportManifest}, then
   * `{ table, row }` for every row the workspace has, of one moment. No hash of a secret is in it. That it is taken is
   * told in the audit log first. One at a time for a workspace: 429 for a second.
   */
  routes.get("/", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "GET /api/workspace/export", who, acting });
    const { workspaceId } = termwise;
    // Whoever asks for the headers alone takes nothing.
    if (c.req.method === "HEAD") return c.body(null);
    if (under.has(workspaceId))
      throw new Failure("too_many", "The workspace is being exported already. Try again when that is done", {
        retryAfter: 30,
      });
    under.add(workspaceId);
    try {
      await termwise.write((tx) => appendAudit(tx, workspaceId, { ...acting, action: "workspace_exported" }));
      const { manifest, rows } = await written(termwise);
      const where = { requestId: c.get("requestId"), path: c.req.path, log };
      const body = fileStream(piecesOf(manifest, rows), { where, end: () => rows.close() });
      return c.body(body, 200, {
        "content-type": "application/gzip",
        "content-disposition": `attachment; filename="workspace-${termwise.today()}.ndjson.gz"`,
      });
    } finally {
      under.delete(workspaceId);
    }
  });
  return routes;
}

/** The rows of one snapshot, counted and hashed: the manifest that comes first knows what follows it. */
async function written(termwise: Termwise): Promise<{ manifest: ExportManifest; rows: FileHandle }> {
  const seen = new Map<string, { rows: number; hash: Hash }>();
  const { told, packed } = await packLines((write) =>
    inWorkspace(
      termwise.db,
      termwise.workspaceId,
      async (tx) => {
        const workspace = await findWorkspace(tx);
        const tables = await exportRows(tx, async ({ table, json }) => {
          const line = `{"table":${JSON.stringify(table)},"row":${json}}\n`;
          const of = seen.get(table) ?? { rows: 0, hash: createHash("sha256") };
          seen.set(table, of);
          of.rows++;
          of.hash.update(line);
          await write(line);
        });
        return { workspace, tables };
      },
      { readOnly: true, isolation: "repeatable read" },
    ),
  );
  const manifest: ExportManifest = {
    format: "termwise-workspace",
    version: 1,
    workspace: { id: told.workspace.id, name: told.workspace.name },
    exportedAt: termwise.now(),
    tables: told.tables.map((table) => {
      const of = seen.get(table) ?? { rows: 0, hash: createHash("sha256") };
      return { table, rows: of.rows, sha256: of.hash.digest("hex") };
    }),
  };
  return { manifest, rows: packed };
}

/** Two pieces of gzip after each other are one file. */
async function* piecesOf(manifest: ExportManifest, rows: FileHandle): AsyncGenerator<Uint8Array> {
  yield gzipSync(`${JSON.stringify(manifest)}\n`);
  yield* rows.createReadStream({ autoClose: false });
}
