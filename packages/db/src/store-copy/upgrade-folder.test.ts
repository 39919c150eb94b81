import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { connect, isMigrated, upgradeFolder } from "../index.ts";
import { testEngine } from "../testing.ts";

// With an old engine and a real folder of its own: upgrade-folder.deep.ts, which installs one.
const on = testEngine("embedded");

it("a folder of an older PostgreSQL is refused with the commands that bring it up, and stays as it is", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "termwise-older-"));
  mkdirSync(join(dataDir, "pg"));
  writeFileSync(join(dataDir, "pg", "PG_VERSION"), "17\n");
  const refusals = [
    await connect({ dataDir }).catch(String),
    await upgradeFolder(dataDir, null).catch(String),
    await upgradeFolder(dataDir, tmpdir()).catch(String),
  ];
  expect(refusals[0]).toMatch(/PostgreSQL 17.*termwise backup FILE.*termwise restore FILE.*upgrade-folder/s);
  for (const refusal of refusals.slice(1))
    expect(refusal).toMatch(
      /npm install --prefix \S+ @electric-sql\/pglite@0\.4\.6.*upgrade-folder --engine/s,
    );
  expect(readdirSync(dataDir)).toEqual(["pg"]);
  writeFileSync(join(dataDir, "pg", "PG_VERSION"), "12\n");
  await expect(upgradeFolder(dataDir, null)).rejects.toThrow("No engine is known");
});

it("a folder that has this version's format is left as it is", async () => {
  const { dataDir } = await on.migratedPlace();
  expect(await upgradeFolder(dataDir, null)).toEqual({ upgraded: false, major: "18" });
});

it("a store whose upgrade was killed between taking the old folder away and putting the new one there is found", async () => {
  const { dataDir } = await on.migratedPlace();
  const path = join(dataDir, "pg");
  cpSync(path, `${path}.of-17`, { recursive: true });
  renameSync(path, `${path}.upgraded`);
  const db = await connect({ dataDir });
  expect(await isMigrated(db)).toBe(true);
  await db.close();
  expect(existsSync(`${path}.upgraded`)).toBe(false);
});
