import { existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "@termwise/core/kernel";
import type { Database } from "../database.ts";
import { createFolder, databaseOn, major, majorOf, pgliteOptions } from "../embedded.ts";
import { lockDataDir } from "../lock.ts";
import { moveStore } from "./move-store.ts";
import type { StoreContent } from "./read-store.ts";

/** The last PGlite of each PostgreSQL major version that a folder may have. */
export const oldEngines: Readonly<Record<string, string>> = { 16: "0.2.17", 17: "0.4.6" };

/** What became of a folder. */
export type FolderUpgrade =
  | { readonly upgraded: false; readonly major: string }
  | {
      readonly upgraded: true;
      readonly from: string;
      readonly major: string;
      readonly kept: string;
      readonly content: StoreContent;
    };

type Engine = typeof import("@electric-sql/pglite");

/**
 * Brings the embedded database of a data folder to the PostgreSQL version of this Termwise. The PGlite of the old one,
 * installed in the folder `engine`, reads it; all its rows go into a new database and are compared, and only then does
 * the new one take the place of the old, which is kept beside it. Killed at any moment, the old or the new one is there.
 */
export async function upgradeFolder(dataDir: string, engine: string | null): Promise<FolderUpgrade> {
  const path = join(dataDir, "pg");
  const lock = lockDataDir(dataDir);
  try {
    if (!existsSync(path)) {
      if (!existsSync(`${path}.upgraded`))
        throw new Failure("not_found", `There is no embedded database in ${dataDir}.`);
      renameSync(`${path}.upgraded`, path);
    }
    const from = majorOf(path);
    if (from === major) return { upgraded: false, major };
    const old = await engineOf(from, engine);
    const content = await rebuilt(dataDir, path, old);
    const kept = unusedName(`${path}.of-${from}`);
    renameSync(`${path}.upgrading`, `${path}.upgraded`);
    renameSync(path, kept);
    renameSync(`${path}.upgraded`, path);
    return { upgraded: true, from, major, kept, content };
  } finally {
    lock.release();
  }
}

/** Reads the old database into a new one beside it, `pg.upgrading`. */
async function rebuilt(dataDir: string, path: string, old: Engine): Promise<StoreContent> {
  const target = `${path}.upgrading`;
  for (const left of [target, `${path}.upgraded`]) rmSync(left, { recursive: true, force: true });
  await createFolder(dataDir, target);
  const { PGlite } = await import("@electric-sql/pglite");
  const open: Database[] = [];
  try {
    const from = databaseOn(await old.PGlite.create({ ...pgliteOptions, dataDir: path }), null);
    open.push(from);
    const to = databaseOn(await PGlite.create({ ...pgliteOptions, dataDir: target }), null);
    open.push(to);
    const content = await moveStore(from, to, target);
    await to.tidy();
    return content;
  } finally {
    for (const database of open) await database.close();
  }
}

/** The PGlite that reads a folder of a PostgreSQL version, from where it was installed; asked which one it is before it touches anything. */
async function engineOf(from: string, folder: string | null): Promise<Engine> {
  const version = oldEngines[from];
  if (version === undefined)
    throw new Failure(
      "refused",
      `No engine is known that reads a folder of PostgreSQL ${from}. Nothing was changed.`,
    );
  const how =
    `To read a folder of PostgreSQL ${from}, install its engine once: npm install --prefix ./pglite-${from} @electric-sql/pglite@${version}; ` +
    `then: termwise db upgrade-folder --engine ./pglite-${from}`;
  if (folder === null) throw new Failure("refused", `${how}. Nothing was changed.`);
  const engine = await importEngine(folder).catch((cause: unknown) => {
    const failure = new Failure("bad_input", `There is no PGlite in ${folder}. ${how}`);
    failure.cause = cause;
    throw failure;
  });
  const probe = await engine.PGlite.create();
  const { rows } = await probe.query<{ server_version: string }>("show server_version");
  await probe.close();
  const found = rows[0]?.server_version.split(".")[0];
  if (found === from) return engine;
  throw new Failure(
    "bad_input",
    `The PGlite in ${folder} is of PostgreSQL ${found}, the folder of ${from}. ${how}`,
  );
}

async function importEngine(folder: string): Promise<Engine> {
  // Its own, and not one of a folder above it.
  if (!existsSync(join(folder, "node_modules/@electric-sql/pglite")))
    throw new Error("It is not installed there.");
  const entry = createRequire(join(resolve(folder), "package.json")).resolve("@electric-sql/pglite");
  return (await import(pathToFileURL(entry).href)) as Engine;
}

function unusedName(wanted: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(name)) return name;
  }
}
