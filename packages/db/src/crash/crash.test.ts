import { describe, expect, it } from "vitest";
import type { Place } from "../client.ts";
import {
  connect,
  ensureWorkspace,
  inWorkspace,
  loadBatches,
  loadFacts,
  loadMovements,
  loadRows,
} from "../index.ts";
import { eachEngine } from "../testing.ts";
import { importOf, ledgersOf } from "./import-of.ts";
import { stepsUntilKilled } from "./until-killed.ts";

const kills = process.env["TERMWISE_DEEP"] === "1" ? 40 : 4;

/** The imports the store holds, after looking at each whole: its receipt, rows, facts and what was derived. */
async function wholeImports(place: Place): Promise<number[]> {
  const db = await connect(place);
  const { id } = await ensureWorkspace(db, { name: "Test" });
  const found = await inWorkspace(db, id, async (tx) => {
    const batches = await loadBatches(tx, { limit: 10_000 });
    const { lines } = await loadFacts(tx);
    const numbers = batches.map((batch) => Number(batch.id.slice("imp_".length))).sort((a, b) => a - b);
    expect(lines.length).toBe(numbers.flatMap((n) => importOf(n).facts.lines).length);
    for (const n of numbers) {
      const { batch, rows, facts } = importOf(n);
      expect((await loadRows(tx, batch.id)).map(({ position, ...row }) => row)).toEqual(rows);
      expect(lines.filter((line) => line.source.file === `${n}.csv`)).toEqual(facts.lines);
      expect(await loadMovements(tx, `import ${n}`)).toEqual(ledgersOf(n));
    }
    return numbers;
  });
  await db.close();
  return found;
}

describe("kill -9 in the middle of an import leaves all of it or nothing", () => {
  eachEngine((on) => {
    it("time after time, and never loses one that was said to be stored", {
      timeout: 120_000 * kills,
    }, async () => {
      const place = await on.migratedPlace();
      const db = await connect(place);
      const { id: workspaceId } = await ensureWorkspace(db, { name: "Test" });
      await db.close();
      const stored = new Set<number>();
      // What a killed process had begun may be there too: it may not have lived to say that it was stored.
      const possible = new Set<number>();
      for (let from = 1, kill = 0; kill < kills; kill++) {
        const said = await stepsUntilKilled("./import-for-ever.ts", { place, workspaceId, from }, 60);
        for (const n of said.begun) possible.add(n);
        for (const n of said.stored) stored.add(n);
        const held = new Set(await wholeImports(place));
        expect([...held].filter((n) => !possible.has(n))).toEqual([]);
        expect([...stored].filter((n) => !held.has(n))).toEqual([]);
        from = Math.max(...said.begun) + 1;
      }
    });
  });
});
