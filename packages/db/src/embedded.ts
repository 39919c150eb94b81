import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import type { PGlite, PGliteOptions } from "@electric-sql/pglite";
import { Failure } from "@termwise/core/kernel";
import type { Connection, Database } from "./database.ts";
import type { DataDirLock } from "./lock.ts";

const date = 1082;
const int8 = 20;
const timestamptz = 1184;
/** The PostgreSQL major version of this PGlite; data directories of another do not open. */
export const major = "18";

export const pgliteOptions: PGliteOptions = {
  parsers: {
    [date]: (text) => text,
    [int8]: BigInt,
    [timestamptz]: (text) => new Date(text.replace(/([+-]\d\d)$/, "$1:00")).toISOString(),
  },
};

/** Opens the embedded store in `<dataDir>/pg`, creating it when there is none. The caller holds the lock. */
export async function openEmbedded(dataDir: string, lock: DataDirLock): Promise<Database> {
  const path = join(dataDir, "pg");
  // An upgrade that died between setting the old folder aside and putting the new one in its place.
  if (!existsSync(path) && existsSync(`${path}.upgraded`)) renameSync(`${path}.upgraded`, path);
  if (!existsSync(path)) await createFolder(dataDir, path);
  refuseOtherVersions(path);
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create({ ...pgliteOptions, dataDir: path }).catch((cause: unknown) => {
    throw damaged(path, cause);
  });
  return databaseOn(pglite, lock);
}

/** Opens an embedded store in memory: empty, or from a dump of another. */
export async function openInMemory(
  options: Pick<PGliteOptions, "loadDataDir" | "initDbStartParams"> = {},
): Promise<{ database: Database; pglite: PGlite }> {
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create({ ...pgliteOptions, ...options });
  return { database: databaseOn(pglite, null), pglite };
}

const creating = `
import { PGlite } from ${JSON.stringify(import.meta.resolve("@electric-sql/pglite"))};
const pglite = await PGlite.create({ dataDir: process.argv[1] });
await pglite.close();
`;

/**
 * A store half created by a process that died is never opened: it gets its name only when whole. It is made in a process
 * of its own, whose code is compiled the plain way: at its height that takes 0.7 GB instead of 1.1, all of it given back.
 */
export async function createFolder(dataDir: string, path: string): Promise<void> {
  const unfinished = join(dataDir, "pg.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const args = ["--liftoff-only", "--input-type=module", "--eval", creating, unfinished];
  await promisify(execFile)(process.execPath, args);
  renameSync(unfinished, path);
}

/** The PostgreSQL major version whose format a folder has. */
export function majorOf(path: string): string {
  const file = join(path, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "none";
}

function refuseOtherVersions(path: string): void {
  const found = majorOf(path);
  if (found === major) return;
  throw new Failure(
    "refused",
    `The embedded database in ${path} has the format of PostgreSQL ${found}; this version of Termwise reads ${major}. ` +
      "Nothing was changed. Either write `termwise backup FILE` with the version that made the folder and `termwise restore FILE` " +
      "into an empty one with this version, or run `termwise db upgrade-folder`, which says what it needs.",
  );
}

function damaged(path: string, cause: unknown): Failure {
  const failure = new Failure(
    "unavailable",
    `The embedded database in ${path} does not open: its files are damaged or missing. ` +
      "Put a copy of the folder back, or move it away to start with an empty one.",
  );
  failure.cause = cause;
  return failure;
}

/** PGlite answers without ever letting other work of this process in: so between statements it is let in. */
function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 20) return;
    await setImmediate();
    last = performance.now();
  };
}

/** PGlite is one connection: whoever acquires it waits for the one before. */
export function databaseOn(pglite: PGlite, lock: DataDirLock | null): Database {
  let last: Promise<void> = Promise.resolve();
  let closing: Promise<void> | null = null;
  let written = false;
  const breathe = breather();
  const turn = async (): Promise<Connection> => {
    const before = last;
    let done = () => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    const query: Connection["query"] = async (text, params, shape) => {
      await breathe();
      written ||= writes.test(text);
      const rowMode = shape === "arrays" ? "array" : "object";
      return (await pglite.query<unknown>(text, params, { rowMode })).rows;
    };
    return {
      query,
      frequent: ({ text }, params) => query(text, params, "objects"),
      async command(text) {
        await pglite.exec(text);
      },
      release: done,
    };
  };
  const tidy = async () => {
    const connection = await turn();
    try {
      // A table at a time: what waits for this process is let in between.
      for (const table of written ? await tables(connection) : []) {
        await connection.command(`vacuum (analyze) ${table}`);
        await setImmediate();
      }
      written = false;
    } finally {
      connection.release(false);
    }
  };
  const close = async () => {
    try {
      if (lock) await tidy();
      await last;
      await pglite.close();
    } finally {
      lock?.release();
    }
  };
  return {
    engine: "embedded",
    lock,
    async acquire() {
      if (closing) throw new Failure("unavailable", "The database is closed.");
      return turn();
    },
    tidy,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

async function tables(connection: Connection): Promise<string[]> {
  const found = await connection.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    [],
    "objects",
  );
  return found.map((row) => (row as { name: string }).name);
}

const writes = /^\s*(insert|update|delete)\b/i;
