import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Failure } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./database.ts";
import { ensureRoles } from "./ensure-roles.ts";
import { errorCode } from "./errors.ts";
import { asOwner, type Transaction } from "./transaction.ts";

/** Where the migrations lie: beside src in the repository, beside the bundle in a built server. */
export function migrationsFolder(): string {
  const places = ["../drizzle", "./drizzle"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = places.find((path) => existsSync(`${path}/meta/_journal.json`));
  if (!found) throw new Error(`The database migrations are missing: looked in ${places.join(" and ")}`);
  return found;
}

/** An arbitrary number, the same in every version: whoever migrates holds this advisory lock. */
const migrating = 7_305_113_847n;

/** Milliseconds a migration waits for what others hold: who asks behind it waits as long, and no longer. */
const lockPatience = 2_000;
/** As often a migration that found tables held is tried again, with a pause in between for those it kept waiting. */
const attempts = 30;

/**
 * Brings the store to this version's schema: all missing migrations in one transaction, so a crash leaves the schema
 * before or after. Of several servers starting together one migrates and the others wait. A table that is held for long
 * is not waited for in one go, so that nobody queues behind the migration. Running it again does nothing; a store written
 * by a newer version is refused. Returns how many migrations were applied.
 */
export async function migrate(db: Database, folder = migrationsFolder()): Promise<number> {
  const migrations = ownMigrations(folder);
  if ((await appliedCount(db, migrations)) === migrations.length) return 0;
  await ensureRoles(db);
  for (let attempt = 1; ; attempt++)
    try {
      return await migrateOnce(db, migrations);
    } catch (error) {
      const isHeld = error instanceof Failure && errorCode(error.cause) === "55P03";
      if (!isHeld || attempt === attempts) throw error;
      await wait(200 + Math.random() * 800);
    }
}

function migrateOnce(db: Database, migrations: Migrations): Promise<number> {
  return asOwner(db, async (tx) => {
    await holdMigrations(tx);
    await tx.query(sql`select set_config('lock_timeout', ${`${lockPatience}ms`}, true)`);
    await openRegister(tx);
    const missing = migrations.slice(await countOf(tx, migrations));
    await applyMigrations(tx, missing);
    return missing.length;
  });
}

/** The migrations of this version, in their order. */
export function ownMigrations(folder = migrationsFolder()): Migrations {
  return readMigrationFiles({ migrationsFolder: folder });
}

/** Waits until nobody else migrates this store; nobody else does until the transaction ends. */
export async function holdMigrations(tx: Transaction): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${migrating})`);
}

/** Where the migrations a store has had are noted. */
async function openRegister(tx: Transaction): Promise<void> {
  await tx.query(sql`create schema if not exists drizzle`);
  await tx.query(
    sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  );
}

/** Applies migrations to a store that has had all before them. */
export async function applyMigrations(tx: Transaction, migrations: Migrations): Promise<void> {
  await openRegister(tx);
  for (const migration of migrations) {
    for (const statement of migration.sql) await tx.query(sql.raw(statement));
    await tx.query(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
    );
  }
}

/** Whether the store has exactly this version's schema: what readiness asks. */
export async function isMigrated(db: Database, folder = migrationsFolder()): Promise<boolean> {
  const migrations = ownMigrations(folder);
  return (await appliedCount(db, migrations)) === migrations.length;
}

type Migrations = ReturnType<typeof readMigrationFiles>;

function appliedCount(db: Database, migrations: Migrations): Promise<number> {
  return asOwner(
    db,
    async (tx) => {
      const there = await tx.query<{ there: boolean }>(
        sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
      );
      return there[0]?.there ? countOf(tx, migrations) : 0;
    },
    { readOnly: true },
  );
}

async function countOf(tx: Transaction, migrations: Migrations): Promise<number> {
  const applied = await tx.query<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at, id`,
  );
  applied.forEach(({ hash }, index) => {
    if (migrations[index]?.hash === hash) return;
    throw new Failure(
      "refused",
      index >= migrations.length
        ? "The database was written by a newer version of Termwise. Start that version, or restore a backup made before the upgrade."
        : `Migration ${index + 1} of the database is not the one this version of Termwise knows. Restore a backup, or start the version that wrote it.`,
    );
  });
  return applied.length;
}
