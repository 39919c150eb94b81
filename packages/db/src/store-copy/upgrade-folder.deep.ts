import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn, pgliteOptions } from "../embedded.ts";
import {
  connect,
  createWorkspace,
  moveStore,
  readStore,
  type StoreContent,
  upgradeFolder,
} from "../index.ts";
import { fillWorkspace, testEngine } from "../testing.ts";
import { oldEngines } from "./upgrade-folder.ts";

// The old engines are fetched here, and nowhere else: they are no dependency of ours.
describe.each(Object.entries(oldEngines))("M-7: a folder of PostgreSQL %s", (major, version) => {
  const engine = mkdtempSync(join(tmpdir(), "termwise-engine-"));
  const rounds = Number(process.env["TERMWISE_ROUNDS"] ?? 6);
  beforeAll(() => {
    execFileSync("npm", ["install", "--silent", "--prefix", engine, `@electric-sql/pglite@${version}`]);
  });

  /** A store made by the old engine: rows of every table, in a folder that only it opens. */
  async function oldFolder(): Promise<{ dataDir: string; content: StoreContent }> {
    const dataDir = mkdtempSync(join(tmpdir(), "termwise-old-"));
    mkdirSync(join(dataDir, "pg"));
    const entry = createRequire(join(engine, "package.json")).resolve("@electric-sql/pglite");
    const { PGlite } = (await import(pathToFileURL(entry).href)) as typeof import("@electric-sql/pglite");
    const db = databaseOn(await PGlite.create({ ...pgliteOptions, dataDir: join(dataDir, "pg") }), null);
    const of = await testEngine("embedded").open();
    for (const name of ["Ours", "Theirs"])
      await fillWorkspace(of, (await createWorkspace(of, { name })).id, `canary ${name}`);
    const content = await moveStore(of, db, dataDir);
    await db.close();
    return { dataDir, content };
  }

  const contentOf = async (dataDir: string) => {
    const db = await connect({ dataDir });
    return readStore(db, async () => {}).finally(() => db.close());
  };

  it("is read by its own engine into a new one, row for row, and kept", async () => {
    const { dataDir, content } = await oldFolder();
    expect(readFileSync(join(dataDir, "pg", "PG_VERSION"), "utf8").trim()).toBe(major);
    await expect(connect({ dataDir })).rejects.toThrow(`format of PostgreSQL ${major}`);
    const done = await upgradeFolder(dataDir, engine);
    expect(done).toMatchObject({
      upgraded: true,
      from: major,
      major: "18",
      kept: join(dataDir, `pg.of-${major}`),
    });
    const now = await contentOf(dataDir);
    expect([now.tables, now.sequences]).toEqual([content.tables, content.sequences]);
    expect(readFileSync(join(dataDir, `pg.of-${major}`, "PG_VERSION"), "utf8").trim()).toBe(major);
  });

  it("survives kill -9 at any moment: the old or the new is there, and the upgrade goes on", async () => {
    const { dataDir, content } = await oldFolder();
    const code = `
      import { upgradeFolder } from ${JSON.stringify(new URL("./upgrade-folder.ts", import.meta.url).href)};
      await upgradeFolder(${JSON.stringify(dataDir)}, ${JSON.stringify(engine)});`;
    for (let round = 0; round < rounds; round++) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
      const timer = setTimeout(() => child.kill("SIGKILL"), Math.random() * 12_000);
      await once(child, "exit");
      clearTimeout(timer);
      expect(existsSync(join(dataDir, "pg")) || existsSync(join(dataDir, "pg.upgraded"))).toBe(true);
    }
    await upgradeFolder(dataDir, engine);
    const now = await contentOf(dataDir);
    expect([now.tables, now.sequences]).toEqual([content.tables, content.sequences]);
  });
});
