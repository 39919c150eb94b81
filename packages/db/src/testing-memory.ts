// Migrated stores in memory for tests. They open hundreds, and opening one is copying it and clearing its memory: so what
// is copied has no database that nobody opens, little log ahead of any writing, and needs few buffers.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PGlite } from "@electric-sql/pglite";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { openInMemory } from "./embedded.ts";
import { migrate, migrationsFolder } from "./migrate.ts";

const initDbStartParams = ["--wal-segsize=1"];
const small = [
  ...["template0", "template1"].flatMap((name) => [
    `update pg_database set datistemplate = false where datname = '${name}'`,
    `drop database ${name}`,
  ]),
  "alter system set wal_recycle = off",
  "alter system set full_page_writes = off",
  "alter system set shared_buffers = '16MB'",
];

/** Where what all runs share is kept. */
export const cache = fileURLToPath(new URL("../node_modules/.cache/termwise/", import.meta.url));

/** What a migrated store depends on. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const migration of readMigrationFiles({ migrationsFolder: migrationsFolder() }))
    hash.update(migration.hash);
  return hash
    .update(createRequire(import.meta.url).resolve("@electric-sql/pglite"))
    .update([...initDbStartParams, ...small].join())
    .digest("hex")
    .slice(0, 16);
}

/** An in-memory PGlite, restored from a dump of a migrated one that all runs share. */
export async function openMigrated(): ReturnType<typeof openInMemory> {
  const file = join(cache, `${fingerprint()}.tar`);
  if (!existsSync(file)) {
    const { database, pglite } = await openInMemory({ initDbStartParams });
    await migrate(database);
    for (const statement of small) await pglite.exec(statement);
    const dump = await dumpOf(pglite);
    await database.close();
    mkdirSync(cache, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
    renameSync(unfinished, file);
  }
  return openInMemory({ loadDataDir: new Blob([readFileSync(file)]) });
}

/** What {@link openInMemory} opens a copy of a store from; its log is written out and left behind. */
export async function dumpOf(pglite: PGlite): Promise<Blob> {
  await pglite.exec("checkpoint");
  return pglite.dumpDataDir("none");
}
