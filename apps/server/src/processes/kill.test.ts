import type { Place } from "@termwise/db";
import { dumpDerived, loadAudit, loadBatches, verifyAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { openHouse } from "../house.ts";
import { beginImport } from "./begin-import.ts";
import {
  ask,
  beginTermwise,
  endLeftovers,
  exportsIn,
  manyLines,
  type Serving,
  startServer,
} from "./testing.ts";

endLeftovers();
const deep = process.env["TERMWISE_DEEP"] === "1";
const kills = deep ? 25 : 2;
const count = 5_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a server says it holds: how many imports, and at which price all of the lines are (their ARR tells). */
async function heldBy(server: Serving): Promise<{ imports: number; price: number }> {
  const imports = await ask<unknown[]>(server, "imports.list");
  if (imports.length === 0) return { imports: 0, price: 0 };
  const { value } = await ask<{ value: string }>(server, "metrics.value", { term: "arr", period: "2026-06" });
  return { imports: imports.length, price: Number(BigInt(value)) / (count * 12 * 100) };
}

eachEngine((on) => {
  describe("kill -9 during an import of 5,000 lines leaves before or after, and the next start catches up", () => {
    let place: Place;
    let held = { imports: 0, price: 0 };
    beforeAll(async () => {
      place = await on.migratedPlace();
    });

    it("of the server, time after time", { timeout: 120_000 * kills }, async () => {
      let length = 1_500;
      for (let kill = 0; kill < kills; kill++) {
        const server = await startServer(place, ["--no-demo"]);
        expect(await heldBy(server)).toEqual(held);
        const price = held.price + 10;
        const began = performance.now();
        const begun = await beginImport(server, manyLines(count, price));
        await Promise.race([begun.report, pause(Math.random() * length)]);
        length = Math.max(length, performance.now() - began);
        server.kill("SIGKILL");
        const said = await begun.report;
        const next = await startServer(place, ["--no-demo"]);
        const found = await heldBy(next);
        expect([held, { imports: held.imports + 1, price }]).toContainEqual(found);
        if (said !== null) expect(found.price).toBe(price);
        held = found;
        next.kill("SIGKILL");
        await next.ended;
      }
    });

    it("of the command line, which opens the store itself", { timeout: 120_000 * kills }, async () => {
      for (let kill = 0; kill < (deep ? kills : 1); kill++) {
        const price = held.price + 10;
        const [path = ""] = exportsIn(place, { "lines.csv": manyLines(count, price) });
        const command = beginTermwise(place, "import", "--confirm", path);
        await Promise.race([command.ended, pause(500 + Math.random() * 3_000)]);
        command.kill("SIGKILL");
        const { code } = await command.ended;
        const server = await startServer(place, ["--no-demo"]);
        const found = await heldBy(server);
        expect([held, { imports: held.imports + 1, price }]).toContainEqual(found);
        if (code === 0) expect(found.price).toBe(price);
        held = found;
        server.kill("SIGKILL");
        await server.ended;
      }
    });

    it("with derived state that a rebuild leaves byte for byte as it is", async () => {
      const house = await openHouse(place);
      const termwise = await house.termwise(house.first);
      const grown = await termwise.read(dumpDerived);
      await termwise.rebuild();
      expect(await termwise.read(dumpDerived)).toBe(grown);
      await house.close();
    });

    it("SEC-19: and with an audit log that is whole and tells of every import there is, and of no other", async () => {
      const house = await openHouse(place);
      const termwise = await house.termwise(house.first);
      const told = await termwise.read((tx) => loadAudit(tx, { action: "import_committed", limit: 1_000 }));
      const batches = await termwise.read((tx) => loadBatches(tx));
      expect(told.map(({ subject }) => subject?.id).sort()).toEqual(batches.map(({ id }) => id).sort());
      expect(await verifyAudit(house.db, house.first)).toMatchObject({ ok: true });
      await house.close();
    });
  });
});
