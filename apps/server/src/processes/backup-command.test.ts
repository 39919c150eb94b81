import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { dumpDerived, type Place, verifyAudit } from "@termwise/db";
import { eachEngine, type TestEngine, testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { openHouse } from "../house.ts";
import { importing, storedIn } from "./journal-of-imports.ts";
import { ask, endLeftovers, type Serving, startServer, termwise } from "./testing.ts";

endLeftovers();
const deep = process.env["TERMWISE_DEEP"] === "1";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An empty place with the secret of another, as who restores a machine has it. */
async function emptyBeside(place: Place, on: TestEngine): Promise<Place> {
  const empty = await on.place();
  mkdirSync(empty.dataDir, { recursive: true });
  cpSync(join(place.dataDir, "secret"), join(empty.dataDir, "secret"));
  return empty;
}

eachEngine((on) => {
  describe("termwise backup beside a server that is being written to", () => {
    let place: Place;
    let server: Serving;
    beforeAll(async () => {
      place = await on.migratedPlace();
      server = await startServer(place, ["--no-demo"]);
    });

    it("M-5: is of one moment: all acknowledged before it, nothing torn, figures and audit log whole", async () => {
      for (let round = 0; round < (deep ? 20 : 1); round++) {
        const client = importing(server, 1 + round * 1_000);
        while (client.acknowledged.length < 3) await pause(10);
        const before = [...client.acknowledged];
        const file = join(place.dataDir, `round-${round}.gz`);
        const taken = await termwise(place, "backup", file);
        await client.end();
        expect(taken).toMatchObject({ code: 0, err: "" });
        expect(statSync(file).mode & 0o777).toBe(0o600);
        const elsewhere = await emptyBeside(place, on);
        expect(await termwise(elsewhere, "restore", file)).toMatchObject({ code: 0, err: "" });
        const house = await openHouse({ ...elsewhere, demo: false });
        const restored = await house.termwise(house.first);
        const held = await storedIn(restored);
        expect(before.filter((n) => !held.whole.includes(n))).toEqual([]);
        expect(held.torn).toEqual([]);
        expect(await verifyAudit(house.db, house.first)).toMatchObject({ ok: true });
        // What the backup says was derived is what is derived anew from its facts.
        const caughtUp = await restored.read(dumpDerived);
        await restored.rebuild();
        expect(await restored.read(dumpDerived)).toBe(caughtUp);
        await house.close();
      }
    });

    it("tells the audit log, and holds no secret in clear (M-6)", async () => {
      const entries = await ask<{ entries: { action: string }[] }>(server, "audit.list", {
        action: "backup_taken",
      });
      expect(entries.entries.length).toBeGreaterThan(0);
      const secret = readFileSync(join(place.dataDir, "secret"), "utf8").trim();
      const text = gunzipSync(readFileSync(join(place.dataDir, "round-0.gz"))).toString();
      expect(text.length).toBeGreaterThan(1_000);
      expect(text).not.toContain(secret);
      server.kill("SIGKILL");
      await server.ended;
    });
  });
});

describe("termwise restore", () => {
  it("M-6: says what is missing, exits with 3 and leaves the folder empty", async () => {
    const embedded = testEngine("embedded");
    const place = await embedded.migratedPlace();
    writeFileSync(join(place.dataDir, "secret"), randomBytes(32).toString("base64"), { mode: 0o600 });
    const file = join(place.dataDir, "kept.gz");
    expect(await termwise(place, "backup", file)).toMatchObject({ code: 0, err: "" });
    const empty = await embedded.place();
    expect(await termwise(empty, "restore", file)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/needs the secret with the fingerprint [0-9a-f]{16}; there is none here/),
    });
    expect(readdirSync(empty.dataDir)).toEqual([]);
  });
});
