import { instant } from "@termwise/core/kernel";
import { dumpDerived, loadBatches } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { opened } from "../testing.ts";
import type { ImportStep } from "./import-request.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const lines = (price: number) => ({
  name: "lines.csv",
  bytes: Buffer.from(
    "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,currency\n" +
      Array.from({ length: 40 }, (_, n) => `L${n},A${n % 7},Core,1,${price + n},month,2025-01-01,USD\n`).join(
        "",
      ),
  ),
});

eachEngine((on) => {
  describe("imports that come at once", () => {
    it("are taken one after the other: each is checked against what the others stored", async () => {
      const { termwise } = await opened(await on.open(), { clock });
      const same = { files: [lines(100)], dryRun: false };
      const reports = await Promise.all([1, 2, 3].map(() => termwise.importFiles(same)));
      const counts = reports
        .map(({ counts }) => [counts.new, counts.unchanged])
        .sort((a, b) => b[0]! - a[0]!);
      expect(counts).toEqual([
        [40, 0],
        [0, 40],
        [0, 40],
      ]);
      expect(await termwise.read((tx) => loadBatches(tx))).toHaveLength(3);
      expect((await termwise.books()).known.all.lines).toHaveLength(40);
    });

    it("let the later change stand though the clock has not moved, and derive what a rebuild derives", async () => {
      const { termwise } = await opened(await on.open(), { clock });
      for (const price of [100, 90, 110])
        await termwise.importFiles({ files: [lines(price)], dryRun: false, confirm: true });
      expect((await termwise.importFiles({ files: [lines(110)], dryRun: true })).counts.unchanged).toBe(40);
      const grown = await termwise.read(dumpDerived);
      await termwise.rebuild();
      expect(await termwise.read(dumpDerived)).toBe(grown);
    });

    it("tell how far they are", async () => {
      const { termwise } = await opened(await on.open(), { clock });
      const steps: ImportStep[] = [];
      const onStep = (step: ImportStep) => void steps.push(step);
      await termwise.importFiles({ files: [lines(100)], dryRun: true, onStep });
      expect(steps).toEqual([{ step: "checking" }]);
      await termwise.importFiles({ files: [lines(100)], dryRun: false, onStep });
      expect(steps.at(-1)).toEqual({ step: "deriving" });
      const [first, last] = [steps[2], steps.at(-2)];
      expect(first).toMatchObject({ step: "storing", done: 0 });
      expect(last).toMatchObject({ step: "storing" });
      if (last?.step === "storing") expect(last.done).toBe(last.of);
    });
  });
});
