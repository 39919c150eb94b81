import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { instant } from "@termwise/core/kernel";
import { createWorkspace, type Database, isMigrated, readStore } from "@termwise/db";
import { fillWorkspace, testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BackupManifest, fingerprintOf, sealOf, trailerBytes, trailerLength } from "./backup-format.ts";
import { makeBackup } from "./make-backup.ts";
import { openBackup } from "./read-backup.ts";
import { assertRestorable, assertSecrets, restoreBackup } from "./restore-backup.ts";
import { storeBackup } from "./store-backup.ts";

const deep = process.env["TERMWISE_DEEP"] === "1";
const secret = "planted-only-here: kJ8v2Qx9Lm4Rt7Wz1Np6";
const older = "planted-before-it: 9Zx8Cv7Bn6Mq5Lk4Jh3Gf";
const now = instant("2026-11-28T09:00:00Z");

const folder = mkdtempSync(join(tmpdir(), "termwise-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, "whole.gz");

describe("a backup file", () => {
  const on = testEngine("embedded");
  let db: Database;
  let manifest: BackupManifest;
  let bytes: Buffer;
  beforeAll(async () => {
    db = await on.open();
    const { id } = await createWorkspace(db, { name: "Ours" });
    await fillWorkspace(db, id, "canary");
    const backup = await makeBackup(db, { secrets: [secret, older], now });
    manifest = await storeBackup(path, backup.pieces()).finally(backup.close);
    bytes = readFileSync(path);
  });
  /** What is said of a file with other bytes. */
  const refusalOf = async (changed: Buffer): Promise<{ code?: string; message?: string } | null> => {
    const file = join(folder, "changed.gz");
    writeFileSync(file, changed);
    return openBackup(file).then(
      () => null,
      (error: unknown) => error as { code?: string; message?: string },
    );
  };

  it("says first what it is of, what it holds and which secrets it needs, and holds none of them (M-6)", async () => {
    const text = gunzipSync(bytes).toString();
    const [first = ""] = text.split("\n");
    expect(JSON.parse(first)).toEqual(manifest);
    expect(manifest).toMatchObject({
      format: "termwise-backup",
      version: 1,
      createdAt: now,
      engine: "embedded",
      postgres: expect.stringMatching(/^18\./),
      secrets: [fingerprintOf(secret), fingerprintOf(older)],
    });
    expect(text).not.toContain(secret);
    expect(text).not.toContain(older);
    const rows = text.split("\n").filter((line) => line.startsWith("["));
    expect(rows.length).toBe(manifest.tables.reduce((sum, of) => sum + of.rows, 0));
    // Sessions that had ended would be alive again.
    expect(text).not.toContain('"identity.session"');
  });

  it("is refused with one bit changed anywhere in it (FLT-11)", { timeout: 600_000 }, async () => {
    const step = deep ? 1 : Math.ceil(bytes.length / 150);
    const places = [
      // The headers of its parts, whose bytes gunzip hardly looks at, and its end.
      ...Array.from({ length: 10 }, (_, i) => i),
      ...Array.from({ length: trailerLength }, (_, i) => bytes.length - 1 - i).filter(
        (_, i) => deep || i % 9 === 0,
      ),
      ...Array.from({ length: Math.floor(bytes.length / step) }, (_, i) => i * step),
    ];
    for (const place of places) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
      expect([place, (await refusalOf(changed))?.code]).toEqual([place, "refused"]);
    }
  });

  it("is refused cut off anywhere, with more behind it, and empty (FLT-11)", async () => {
    const step = deep ? 97 : Math.ceil(bytes.length / 40);
    for (let length = 0; length < bytes.length; length += step)
      expect([length, (await refusalOf(bytes.subarray(0, length)))?.code]).toEqual([length, "refused"]);
    expect(await refusalOf(bytes.subarray(0, -1))).toMatchObject({
      message: expect.stringMatching(/cut off or was changed.*Nothing was changed. Use another backup/),
    });
    expect((await refusalOf(Buffer.concat([bytes, Buffer.from([0])])))?.code).toBe("refused");
  });

  it("is refused when it is something else, or of a later format", async () => {
    for (const other of [Buffer.from("a,b\n1,2\n"), gzipSync("{}\n"), gzipSync("not json\n")])
      expect((await refusalOf(other))?.message).toContain("no backup of Termwise");
    const later = gzipSync(`${JSON.stringify({ ...manifest, version: 2 })}\n`);
    expect((await refusalOf(later))?.message).toContain("version 2");
    await expect(openBackup(join(folder, "none.gz"))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is refused after an edit that mends every hash, by who has the secret", async () => {
    const lines = gunzipSync(bytes).toString().trimEnd().split("\n");
    lines.pop();
    const edited = JSON.parse(lines[0] ?? "") as BackupManifest;
    const head = gzipSync(`${JSON.stringify({ ...edited, createdAt: "2026-01-01T00:00:00Z" })}\n`);
    const rest = gzipSync(`${lines.slice(1).join("\n")}\n`);
    const body = Buffer.concat([head, rest]);
    const { createHash } = await import("node:crypto");
    const sha256 = createHash("sha256").update(body).digest("hex");
    const file = join(folder, "mended.gz");
    writeFileSync(file, Buffer.concat([body, trailerBytes({ sha256, hmac: sealOf("a guess", sha256) })]));
    const backup = await openBackup(file);
    expect(() => assertSecrets(backup, [secret, older])).toThrow("somebody changed it");
  });

  it("M-6: is refused without its secrets, which are named and not told", async () => {
    const backup = await openBackup(path);
    expect(() => assertSecrets(backup, [])).toThrow(fingerprintOf(secret));
    expect(() => assertSecrets(backup, [secret])).toThrow(fingerprintOf(older));
    expect(() => assertSecrets(backup, ["of another installation"])).toThrow(/--without-secret/);
    expect(() => assertSecrets(backup, [older, secret, "and one more"])).not.toThrow();
    assertRestorable(backup);
  });

  it("gives the same rows back on either engine", async () => {
    for (const engine of ["embedded", "postgres"] as const) {
      const target = await testEngine(engine).open();
      expect(await restoreBackup(target, await openBackup(path), "target")).toEqual({ later: 0 });
      const held = await readStore(target, async () => {});
      const kept = new Set(manifest.tables.map(({ table }) => table));
      expect(held.tables.filter(({ table }) => kept.has(table))).toEqual(manifest.tables);
      expect(held.sequences).toEqual(manifest.sequences);
      expect(held.tables.filter(({ table, rows }) => !kept.has(table) && rows > 0)).toEqual([]);
      expect(await isMigrated(target)).toBe(true);
    }
  });

  it("never takes the place of a file that is there, and leaves nothing half written", async () => {
    const taken = join(folder, "taken.gz");
    copyFileSync(path, taken);
    const backup = await makeBackup(db, { secrets: [secret], now });
    await expect(storeBackup(taken, backup.pieces())).rejects.toMatchObject({ code: "conflict" });
    await backup.close();
    expect(readFileSync(taken).equals(bytes)).toBe(true);
    const broken = storeBackup(
      join(folder, "broken.gz"),
      (async function* () {
        yield bytes.subarray(0, 100);
        throw new Error("the disk is full");
      })(),
    );
    await expect(broken).rejects.toThrow("the disk is full");
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(folder).filter((name) => /partial|broken/.test(name))).toEqual([]);
  });
});
