import { randomUUID } from "node:crypto";
import { type ImportId, instant, type WorkspaceId } from "@termwise/core/kernel";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anyText } from "../arbitraries.ts";
import type { Database } from "../database.ts";
import {
  appendRows,
  closeBatch,
  createWorkspace,
  findBatch,
  type IntakeRow,
  inWorkspace,
  loadBatches,
  loadRows,
  openBatch,
  outcomes,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const importId = (n: number) => `imp_${n}` as ImportId;
const file = (name: string) => ({
  name,
  sha256: "0".repeat(64),
  kind: "accounts",
  header: ["id", "Näme", ""],
  mapping: { id: { field: "key", decimal: "," } },
});

const anyCell = fc.oneof(anyText, fc.constantFrom("", "a\u0000b", "\ud800", "\\u0000", '"', "=1+1"));
const anyRows: fc.Arbitrary<IntakeRow[]> = fc
  .array(
    fc.record({
      cells: fc.array(anyCell, { maxLength: 5 }),
      hash: fc.stringMatching(/^[0-9a-f]{8}$/),
      outcome: fc.constantFrom(...outcomes),
      sourceKey: fc.option(anyText, { nil: null }),
      refusal: fc.record({
        column: fc.option(anyText, { nil: null }),
        code: fc.constant("E_REQUIRED"),
        reason: anyText,
        remedy: anyText,
      }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map((row, n) => ({ ...row, line: n + 2, refusal: row.outcome === "refused" ? row.refusal : null })),
  );

describe("the receipts of imports", () => {
  eachEngine((on) => {
    let db: Database;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
    });
    beforeEach(async () => {
      workspace = (await createWorkspace(db, { name: randomUUID() })).id;
    });
    const open = (n: number, at: string, ...names: string[]) =>
      inWorkspace(db, workspace, (tx) =>
        openBatch(tx, { id: importId(n), createdAt: instant(at), files: names.map(file) }),
      );

    it("keep every row verbatim, even what a text column cannot hold, with what became of it", async () => {
      let n = 0;
      await fc.assert(
        fc.asyncProperty(anyRows, anyRows, async (first, second) => {
          const id = importId(++n);
          await open(n, "2026-01-01T00:00:00Z", "a.csv", "b.csv");
          const [all, refused] = await inWorkspace(db, workspace, async (tx) => {
            await appendRows(tx, id, 0, first);
            await appendRows(tx, id, 1, second);
            return [await loadRows(tx, id), await loadRows(tx, id, { outcome: "refused" })];
          });
          const sent = [
            ...first.map((row) => ({ position: 0, ...row })),
            ...second.map((row) => ({ position: 1, ...row })),
          ];
          expect(all).toEqual(sent);
          expect(refused).toEqual(sent.filter((row) => row.outcome === "refused"));
        }),
        { numRuns: 40 },
      );
    });

    it("show in a refusal what cannot be stored as a replacement character", async () => {
      await open(1, "2026-01-01T00:00:00Z", "a.csv");
      const refusal = {
        column: "id",
        code: "E_VALUE",
        reason: '"\u0000\ud800" is no id',
        remedy: "Give one.",
      };
      const row: IntakeRow = {
        line: 2,
        cells: ["\u0000"],
        hash: "h",
        outcome: "refused",
        refusal,
        sourceKey: "\u0000",
      };
      await inWorkspace(db, workspace, (tx) => appendRows(tx, importId(1), 0, [row]));
      const [kept] = await inWorkspace(db, workspace, (tx) => loadRows(tx, importId(1)));
      expect(kept).toMatchObject({
        cells: ["\u0000"],
        sourceKey: "\uFFFD",
        refusal: { reason: '"\uFFFD\uFFFD" is no id' },
      });
    });

    it("are listed, the latest first, with their files and reports", async () => {
      await open(1, "2026-01-01T00:00:00Z", "a.csv", "b.csv");
      await open(2, "2026-02-01T00:00:00.123Z");
      const report = { counts: { new: 2 }, odd: "\u0000" };
      const batches = await inWorkspace(db, workspace, async (tx) => {
        await closeBatch(tx, importId(1), report);
        return loadBatches(tx);
      });
      expect(batches).toEqual([
        { id: importId(2), createdAt: "2026-02-01T00:00:00.123Z", report: null, files: [] },
        {
          id: importId(1),
          createdAt: "2026-01-01T00:00:00.000Z",
          report,
          files: [file("a.csv"), file("b.csv")],
        },
      ]);
      expect(await inWorkspace(db, workspace, (tx) => findBatch(tx, importId(1)))).toEqual(batches[1]);
    });

    it("are not there for another workspace", async () => {
      await open(1, "2026-01-01T00:00:00Z", "a.csv");
      const other = (await createWorkspace(db, { name: randomUUID() })).id;
      expect(await inWorkspace(db, other, (tx) => findBatch(tx, importId(1)))).toBeNull();
      const closed = inWorkspace(db, other, (tx) => closeBatch(tx, importId(1), {}));
      await expect(closed).rejects.toMatchObject({ code: "not_found" });
    });

    it("receive a line of a file once", async () => {
      await open(1, "2026-01-01T00:00:00Z", "a.csv");
      const row: IntakeRow = {
        line: 2,
        cells: [],
        hash: "h",
        outcome: "new",
        refusal: null,
        sourceKey: null,
      };
      const twice = inWorkspace(db, workspace, (tx) => appendRows(tx, importId(1), 0, [row, row]));
      await expect(twice).rejects.toMatchObject({ code: "23505" });
    });
  });
});
