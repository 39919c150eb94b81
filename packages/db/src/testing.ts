import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, inject } from "vitest";
import { connect, type Place } from "./client.ts";
import { type Database, type Engine, engines } from "./database.ts";
import { openInMemory } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";
import { cache, dumpOf, fingerprint, openMigrated } from "./testing-memory.ts";

export { openProxy } from "./faults/proxy.ts";
export { fillWorkspace } from "./fill-workspace.ts";
export { type Warehouse, warehouse } from "./outside/testing-warehouse.ts";
export { openMigrated } from "./testing-memory.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser URL of the throwaway server of tests/setup. */
    postgres: { adminUrl: string };
  }
}

/** Throw-away stores of one engine. All are closed and removed when the suite ends. */
export interface TestEngine {
  readonly engine: Engine;
  /** A migrated store without data, of this suite alone. Takes about a second on PGlite: open one for many tests. */
  open(): Promise<Database>;
  /** As `open`, with what `fill` puts in: done once for each name in a worker, and copied for whoever asks again. */
  openFilled(name: string, fill: (empty: Database) => Promise<unknown>): Promise<Database>;
  /** Where nothing is yet, for `connect` of this or of other processes: a new data directory or a new database. */
  place(): Promise<Place>;
  /** As `place`, with the tables already there: quicker, since PGlite takes seconds to make a new store. */
  migratedPlace(): Promise<Place>;
}

/** Runs a suite on PGlite and on PostgreSQL. */
export function eachEngine(suite: (on: TestEngine) => void): void {
  describe.each(engines)("on %s", (engine) => suite(testEngine(engine)));
}

/** Throw-away stores of one engine, for the suite this is called in. */
export function testEngine(engine: Engine): TestEngine {
  const ends: Ends = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  const folder = (): Place => {
    const dataDir = mkdtempSync(join(tmpdir(), "termwise-data-"));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    return { dataDir };
  };
  const place = async (): Promise<Place> => {
    if (engine === "embedded") return folder();
    const name = await createDatabase();
    ends.push(() => dropDatabase(name));
    return { ...folder(), url: urlOf(name) };
  };
  const migratedPlace = async (): Promise<Place> => {
    const empty = folder();
    if (engine === "postgres") return { ...empty, url: urlOf(await createMigrated(ends)) };
    cpSync(await migratedFolder(), empty.dataDir, { recursive: true });
    return empty;
  };
  const open = async () => {
    const database =
      engine === "embedded"
        ? (await openMigrated()).database
        : openPostgres(urlOf(await createMigrated(ends)));
    ends.push(() => database.close());
    return database;
  };
  const openFilled: TestEngine["openFilled"] = async (name, fill) => {
    const key = `${engine} ${name}`;
    const copy = filled.get(key) ?? (engine === "embedded" ? filledDump(fill) : filledTemplate(fill));
    filled.set(key, copy);
    const database = await (await copy)(ends);
    ends.push(() => database.close());
    return database;
  };
  return { engine, open, openFilled, place, migratedPlace };
}

type Ends = (() => Promise<void> | void)[];
type Copy = (ends: Ends) => Promise<Database>;

/** How to open a copy of what this worker filled, by engine and name. */
const filled = new Map<string, Promise<Copy>>();

async function filledDump(fill: (empty: Database) => Promise<unknown>): Promise<Copy> {
  const { database, pglite } = await openMigrated();
  await fill(database);
  const loadDataDir = await dumpOf(pglite);
  await database.close();
  return async () => (await openInMemory({ loadDataDir })).database;
}

async function filledTemplate(fill: (empty: Database) => Promise<unknown>): Promise<Copy> {
  // Goes with the throwaway server: suites that end leave it to those that come.
  const template = await createMigrated([]);
  const database = openPostgres(urlOf(template));
  await fill(database);
  await database.close();
  return async (ends) => {
    const name = await createDatabase(template);
    ends.push(() => dropDatabase(name));
    return openPostgres(urlOf(name));
  };
}

/** A data directory with a migrated store, made once for all runs. Copied, never opened. */
async function migratedFolder(): Promise<string> {
  const folder = join(cache, `${fingerprint()}.dir`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, "unfinished-"));
  const database = await connect({ dataDir: unfinished });
  await migrate(database);
  await database.close();
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process made it meanwhile.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function urlOf(database: string): string {
  const url = new URL(inject("postgres").adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function createDatabase(template = "template0"): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer((run) => run(`create database ${name} template ${template}`));
  return name;
}

const dropDatabase = (name: string) => onServer((run) => run(`drop database if exists ${name} with (force)`));

async function createMigrated(ends: Ends): Promise<string> {
  const template = `migrated_${fingerprint()}`;
  await onServer(async (run, rows) => {
    // Test files run in several processes; one makes the template, the others wait.
    await run("select pg_advisory_lock(1)");
    const there = await rows(`select from pg_database where datname = '${template}'`);
    if (there.length > 0) return;
    const unfinished = await createDatabase();
    const database = openPostgres(urlOf(unfinished));
    await migrate(database);
    await database.close();
    await run(`alter database ${unfinished} rename to ${template}`);
  });
  const name = await createDatabase(template);
  ends.push(() => dropDatabase(name));
  return name;
}

type Run = (statement: string) => Promise<void>;
type Rows = (statement: string) => Promise<unknown[]>;

/** One connection to the maintenance database, outside a transaction: databases are not made inside one. */
async function onServer(work: (run: Run, rows: Rows) => Promise<void>): Promise<void> {
  const server = openPostgres(inject("postgres").adminUrl, { connections: 1 });
  const connection = await server.acquire(null);
  try {
    await work(
      (statement) => connection.command(statement),
      (statement) => connection.query(statement, [], "objects"),
    );
  } finally {
    connection.release(false);
    await server.close();
  }
}
