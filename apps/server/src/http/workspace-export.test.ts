import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { instant } from "@termwise/core/kernel";
import { asOwner, createWorkspace, loadAudit } from "@termwise/db";
import { eachEngine, fillWorkspace } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { personIn } from "../security/target.ts";
import { type Opened, opened } from "../testing.ts";

import type { ExportManifest } from "./workspace-export.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };

eachEngine((on) => {
  describe("a workspace as a file", () => {
    let store: Opened;
    /** Of somebody of RevOps. */
    let headers: Record<string, string>;
    beforeAll(async () => {
      store = await opened(await on.open(), { clock });
      headers = (await personIn(store, store.house.first, { role: "revops" })).headers;
      await fillWorkspace(store.house.db, store.house.first, "of-ours");
      const { id } = await createWorkspace(store.house.db, { name: "Theirs" });
      await fillWorkspace(store.house.db, id, "canary-theirs");
    });
    const taken = async () => {
      const response = await store.app.request("/api/workspace/export", { headers: store.operator });
      expect(response.status).toBe(200);
      const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
      const [first = "", ...lines] = text.trimEnd().split("\n");
      return { response, text, lines, manifest: JSON.parse(first) as ExportManifest };
    };

    it("holds every row of every table, as the manifest counts and hashes them", async () => {
      const { response, lines, manifest } = await taken();
      expect(response.headers.get("content-type")).toBe("application/gzip");
      expect(response.headers.get("content-disposition")).toContain("workspace-2026-11-21.ndjson.gz");
      expect(manifest).toMatchObject({ format: "termwise-workspace", version: 1, exportedAt: clock.now() });
      expect(manifest.tables.reduce((sum, { rows }) => sum + rows, 0)).toBe(lines.length);
      const id = store.termwise.workspaceId;
      const members = `id in (select user_id from access.member where workspace_id = '${id}')`;
      for (const { table, rows, sha256 } of manifest.tables) {
        const own = lines.filter((line) => line.startsWith(`{"table":"${table}",`));
        const hash = createHash("sha256");
        for (const line of own) hash.update(`${line}\n`);
        expect([table, own.length, hash.digest("hex")]).toEqual([table, rows, sha256]);
        const quoted = table
          .split(".")
          .map((part) => `"${part}"`)
          .join(".");
        const where = { "workspace.workspace": `id = '${id}'`, "identity.user": members }[table];
        const [stored] = (await asOwner(
          store.house.db,
          (tx) =>
            tx.run(
              `select count(*)::int as n from ${quoted} where ${where ?? `workspace_id = '${id}'`}`,
              [],
              "objects",
            ),
          { workspaceId: id },
        )) as { n: number }[];
        expect([table, stored?.n]).toEqual([table, rows]);
      }
      expect(manifest.tables.filter(({ rows }) => rows === 0)).toEqual([]);
    });

    it("SEC-2: holds nothing of another workspace, and is told of in the log that goes with it", async () => {
      const { text, lines } = await taken();
      expect(text).not.toContain("canary-theirs");
      const told = lines.filter((line) => line.startsWith('{"table":"audit.entry"')).at(-1) ?? "";
      expect(JSON.parse(told)).toMatchObject({
        row: { action: "workspace_exported", actor_kind: "operator" },
      });
    });

    it("SEC-1: is for the workspace admin alone; whoever else asks is told of", async () => {
      const nobody = await store.app.request("/api/workspace/export", {
        headers: { host: "localhost:4700" },
      });
      expect(nobody.status).toBe(401);
      const denied = await store.app.request("/api/workspace/export", {
        headers: { host: "localhost:4700", ...headers },
      });
      expect(denied.status).toBe(403);
      const [entry] = await store.termwise.read((tx) => loadAudit(tx, { limit: 1 }));
      expect(entry).toMatchObject({ action: "denied", subject: { id: "GET /api/workspace/export" } });
    });

    it("is neither made nor told of for whoever asks for its headers alone, nor held for whoever stops reading", async () => {
      const entries = () =>
        store.termwise.read((tx) => loadAudit(tx, { action: "workspace_exported", limit: 100 }));
      const before = (await entries()).length;
      const head = await store.app.request("/api/workspace/export", {
        method: "HEAD",
        headers: store.operator,
      });
      expect([head.status, (await entries()).length]).toEqual([200, before]);
      const stopped = await store.app.request("/api/workspace/export", { headers: store.operator });
      await stopped.body?.cancel();
      expect((await taken()).lines.length).toBeGreaterThan(0);
    });

    it("is made one at a time", async () => {
      const both = await Promise.all(
        [1, 2].map(() => store.app.request("/api/workspace/export", { headers: store.operator })),
      );
      for (const response of both) await response.arrayBuffer();
      expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
    });
  });
});
