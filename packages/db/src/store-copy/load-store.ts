import { Failure } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { asIdentity } from "../as-identity.ts";
import type { Database } from "../database.ts";
import { ensureRoles } from "../ensure-roles.ts";
import { applyMigrations, holdMigrations, ownMigrations } from "../migrate.ts";
import { asOwner, type Transaction } from "../transaction.ts";
import {
  type CopiedSequence,
  contentOf,
  migrationsIn,
  type StoreContent,
  type TakeRows,
} from "./read-store.ts";
import { type StoredTable, storedTables, storeSchemas } from "./stored-tables.ts";

/** Puts the rows of a copy in by `put`, and tells what the copy holds once all were. */
export type FillStore<T extends Told> = (put: TakeRows) => Promise<T>;
type Told = Pick<StoreContent, "tables" | "sequences">;

/**
 * Makes an empty store hold a copy, in one transaction: the schema of the version the copy is of, its rows, where its
 * sequences stand, then the migrations since. What was put in is read again and must be what the copy holds, row for
 * row. Whatever goes wrong, the store stays empty. `refused` for a store that is in use and for a copy of a newer
 * version. Returns what was told, and how many migrations came after the rows.
 */
export async function loadStore<T extends Told>(
  db: Database,
  migrations: readonly string[],
  fill: FillStore<T>,
  where: string,
): Promise<{ told: T; later: number }> {
  assertKnown(migrations);
  await ensureRoles(db);
  return asOwner(db, async (tx) => {
    await holdMigrations(tx);
    await makeRoom(tx, where);
    const all = ownMigrations();
    await applyMigrations(tx, all.slice(0, migrations.length));
    const tables = await storedTables(tx);
    const told = await withoutForce(tx, () => fill(putterInto(tx, tables)));
    for (const sequence of told.sequences) await setSequence(tx, sequence);
    await assertSame(tx, told);
    await applyMigrations(tx, all.slice(migrations.length));
    return { told, later: all.length - migrations.length };
  });
}

/** `refused` when a copy's schema is not one that this version knows how to bring up to its own. */
export function assertKnown(migrations: readonly string[]): void {
  const known = ownMigrations().map(({ hash }) => hash);
  if (migrations.length === 0)
    throw new Failure("refused", "The copy is of a store without a schema: it holds nothing.");
  const odd = migrations.findIndex((hash, i) => known[i] !== hash);
  if (odd === -1) return;
  throw new Failure(
    "refused",
    odd >= known.length
      ? "It was made by a newer version of Termwise. Restore it with that version or a later one."
      : `Its schema is not one this version of Termwise knows (migration ${odd + 1} is another one). Restore it with the version that made it.`,
  );
}

/** A store that was only brought up to a schema and never used is made as new; any other is refused. */
async function makeRoom(tx: Transaction, where: string): Promise<void> {
  const schemas = sql.join(
    storeSchemas.map((schema) => sql`${schema}`),
    sql`, `,
  );
  const there = await tx.query<{ name: string }>(
    sql`select nspname::text as name from pg_namespace where nspname in (${schemas})`,
  );
  if (there.length === 0) return;
  const remedy = "Name an empty one: another TERMWISE_DATA_DIR, or a database just made.";
  if ((await migrationsIn(tx)).length === 0)
    throw new Failure(
      "refused",
      `${where} has a schema "${there[0]?.name}" that is not of Termwise. Nothing was changed. ${remedy}`,
    );
  if (await isUsed(tx))
    throw new Failure(
      "refused",
      `${where} is in use: it holds workspaces or people. Nothing was changed. ${remedy}`,
    );
  for (const { name } of there) await tx.query(sql`drop schema ${sql.identifier(name)} cascade`);
  await tx.query(sql`drop schema drizzle cascade`);
}

async function isUsed(tx: Transaction): Promise<boolean> {
  const holds = async (table: string): Promise<boolean> => {
    const [found] = await tx.query<{ there: boolean }>(
      sql`select to_regclass(${table}) is not null as there`,
    );
    if (!found?.there) return false;
    return (await tx.query(sql`select 1 from ${sql.raw(table)} limit 1`)).length > 0;
  };
  if ((await holds("workspace.workspace")) || (await holds("workspace.removed"))) return true;
  let people = false;
  const [identity] = await tx.query<{ there: boolean }>(
    sql`select to_regnamespace('identity') is not null as there`,
  );
  if (identity?.there)
    await asIdentity(tx, async () => {
      people = await holds('identity."user"');
    });
  return people;
}

/** Lets the owner write every row, for as long as nobody else can see these tables: they are this transaction's own. */
async function withoutForce<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const forced = await tx.query<{ quoted: string }>(sql`
    select format('%I.%I', n.nspname, c.relname) as quoted from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relforcerowsecurity and n.nspname in (${sql.join(
      storeSchemas.map((schema) => sql`${schema}`),
      sql`, `,
    )})`);
  for (const { quoted } of forced)
    await tx.query(sql`alter table ${sql.raw(quoted)} no force row level security`);
  const done = await work();
  // Keys are checked now: a table with checks left to do cannot be altered.
  await tx.query(sql`set constraints all immediate`);
  for (const { quoted } of forced)
    await tx.query(sql`alter table ${sql.raw(quoted)} force row level security`);
  return done;
}

function putterInto(tx: Transaction, tables: readonly StoredTable[]): TakeRows {
  return async ({ table: name, columns }, lines) => {
    const table = tables.find((one) => one.name === name);
    const types = new Map(table?.columns.map((column) => [column.name, column.type]));
    if (!table || columns.some((column) => !types.has(column)) || columns.length !== types.size)
      throw new Failure(
        "refused",
        `The copy's table ${name} is not as this schema has it. Make the copy again.`,
      );
    if (lines.length === 0) return;
    const names = columns.map((column) => sql.identifier(column));
    const values = columns.map(
      (column, i) => sql`(line->>${sql.raw(String(i))})::${sql.raw(types.get(column) ?? "")}`,
    );
    await tx.query(sql`insert into ${sql.raw(table.quoted)} (${sql.join(names, sql`, `)}) overriding system value
      select ${sql.join(values, sql`, `)} from json_array_elements(${`[${lines.join(",")}]`}::json) as given(line)`);
  };
}

async function setSequence(tx: Transaction, { sequence, value, called }: CopiedSequence): Promise<void> {
  const [schema = "", name = ""] = sequence.split(".");
  await tx.query(
    sql`select setval(format('%I.%I', ${schema}::text, ${name}::text)::regclass, ${value}::bigint, ${called}::boolean)`,
  );
}

/** What is stored now must be what the copy holds: read as anybody would read it, under row-level security. */
async function assertSame(tx: Transaction, told: Told): Promise<void> {
  const names = new Set(told.tables.map(({ table }) => table));
  const without = new Set(
    (await storedTables(tx)).map(({ name }) => name).filter((name) => !names.has(name)),
  );
  const held = await contentOf(tx, async () => {}, without);
  for (const { table, rows, sha256 } of told.tables) {
    const own = held.tables.find((one) => one.table === table);
    if (own?.sha256 === sha256 && own.rows === rows) continue;
    throw new Failure(
      "refused",
      `The copy's table ${table} is damaged: ${rows} rows were told, ${own?.rows ?? 0} are whole. Nothing was stored. Use another copy.`,
    );
  }
}
