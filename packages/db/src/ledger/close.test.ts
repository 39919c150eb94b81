import { noFacts } from "@termwise/core/facts";
import { Currency, day, instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { errorCode } from "../errors.ts";
import {
  appendClose,
  appendFacts,
  createWorkspace,
  inWorkspace,
  lastCut,
  loadClosedLines,
  loadClosedViews,
  loadFacts,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const cut = instant("2026-04-05T09:00:00.000Z");

eachEngine((on) => {
  describe("what a closed period froze", () => {
    let db: Database;
    let ours: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
      ours = (await createWorkspace(db, { name: "Ours" })).id;
      await inWorkspace(db, ours, (tx) => appendClose(tx, { number: 1, recorded: cut }, views));
    });
    const views = [
      {
        content: '{"a":"ünïcode 𝕏 \\"quoted\\""}',
        lines: Array.from({ length: 450 }, (_, i) => `{"n":${i}}`),
      },
      { content: '{"b":1}', lines: [] },
    ];

    it("comes back byte for byte, in its order", async () => {
      const read = await inWorkspace(db, ours, async (tx) => ({
        views: await loadClosedViews(tx, [1]),
        first: await loadClosedLines(tx, { number: 1, view: 0 }),
        second: await loadClosedLines(tx, { number: 1, view: 1 }),
      }));
      expect(read.views.map(({ number, view, content }) => [number, view, content])).toEqual([
        [1, 0, views[0]?.content],
        [1, 1, views[1]?.content],
      ]);
      expect(read.first).toEqual(views[0]?.lines);
      expect(read.second).toEqual([]);
    });

    it.each(["closed_view", "closed_lines"])("I-15: %s is neither changed nor deleted", async (table) => {
      for (const statement of [`update ledger.${table} set content = 'x'`, `delete from ledger.${table}`])
        expect(
          await inWorkspace(db, ours, (tx) => tx.query(sql.raw(statement))).then(String, errorCode),
        ).toBe("42501");
    });

    it("has its number once", async () => {
      const again = inWorkspace(db, ours, (tx) => appendClose(tx, { number: 1, recorded: cut }, views));
      expect(await again.then(String, errorCode)).toBe("23505");
    });

    it("holds no fact that is written after it: one that says so is recorded a moment later", async () => {
      const rate = (on: string, recordedAt: string) => ({
        kind: "fx_rate" as const,
        base: Currency.parse("EUR"),
        quote: Currency.parse("USD"),
        rate: "1.1",
        effectiveOn: day(on),
        recordedAt: instant(recordedAt),
        source: { system: "test", key: on, file: null, line: null },
      });
      await inWorkspace(db, ours, (tx) =>
        appendFacts(tx, {
          ...noFacts,
          fxRates: [
            rate("2026-01-01", "2026-04-01T00:00:00Z"),
            rate("2026-01-02", cut),
            rate("2026-01-03", "2026-04-06T00:00:00Z"),
          ],
        }),
      );
      const { fxRates } = await inWorkspace(db, ours, loadFacts);
      expect(fxRates.map(({ recordedAt }) => recordedAt)).toEqual([
        "2026-04-05T09:00:00.001Z",
        "2026-04-05T09:00:00.001Z",
        "2026-04-06T00:00:00.000Z",
      ]);
      expect(await inWorkspace(db, ours, lastCut)).toBe(cut);
    });
  });
});
