import { createHash, type Hash } from "node:crypto";
import { sql } from "drizzle-orm";
import { asIdentity } from "../as-identity.ts";
import type { Database } from "../database.ts";
import { asOwner, type Transaction } from "../transaction.ts";
import { type StoredTable, storedTables, storeSchemas } from "./stored-tables.ts";

/** What a copy holds of one table. `sha256` is over its lines, each with its line feed, in the order of its key. */
export interface CopiedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly sha256: string;
}

/** Where a sequence stands. */
export interface CopiedSequence {
  readonly sequence: string;
  readonly value: string;
  /** Whether `value` was given out already, or is the next. */
  readonly called: boolean;
}

/** What a copy of a store holds, of one moment. */
export interface StoreContent {
  /** Hashes of the migrations that made its schema, in their order. */
  readonly migrations: readonly string[];
  /** Of the PostgreSQL that held it. */
  readonly postgres: string;
  readonly tables: readonly CopiedTable[];
  readonly sequences: readonly CopiedSequence[];
}

/** Takes rows of a table: each a line, an array of JSON whose values are texts or null, in the order of `columns`. */
export type TakeRows = (
  table: { readonly table: string; readonly columns: readonly string[] },
  lines: readonly string[],
) => Promise<void>;

/** What a store has for a while only: who is signed in, what was asked for by mail, counts of attempts, the set-up link. */
export const passing: ReadonlySet<string> = new Set([
  "identity.session",
  "identity.verification",
  "identity.rate_limit",
  "identity.setup_token",
]);

/** Rows of one fetch. */
const perFetch = 1_000;

/**
 * Hands over every row of the store as of one moment, whatever is written meanwhile: table by table, each after those
 * it refers to, and of a table without rows its name alone. The values are the database's own texts, the same on either
 * engine. Not carried are the numbers of transactions and what is derived from them, which mean nothing elsewhere, nor
 * the tables of `without`.
 */
export function readStore(
  db: Database,
  take: TakeRows,
  { without = new Set() }: { without?: ReadonlySet<string> } = {},
): Promise<StoreContent> {
  return asOwner(
    db,
    async (tx) => {
      await tx.query(sql`set transaction read only`);
      return contentOf(tx, take, without);
    },
    { isolation: "repeatable read" },
  );
}

/** As {@link readStore}, within a transaction of the owner that sees what is to be told. */
export async function contentOf(
  tx: Transaction,
  take: TakeRows,
  without: ReadonlySet<string>,
): Promise<StoreContent> {
  // Texts of bytes must not depend on how a server is set up.
  await tx.query(sql`set local bytea_output = 'hex'`);
  const workspaces = await tx.query<{ id: string }>(
    sql`select id::text as id from workspace.workspace order by id`,
  );
  const tables: CopiedTable[] = [];
  for (const table of await storedTables(tx))
    if (!without.has(table.name))
      tables.push(
        await tellTable(
          tx,
          table,
          workspaces.map(({ id }) => id),
          take,
        ),
      );
  const [version] = await tx.query<{ server_version: string }>(sql`show server_version`);
  return {
    migrations: await migrationsIn(tx),
    postgres: version?.server_version.split(" ")[0] ?? "",
    tables,
    // After the rows: a sequence answers as of now, and must not fall behind a number that was told.
    sequences: await sequencesIn(tx),
  };
}

/** Hashes of the migrations a store has had; none where it is empty. */
export async function migrationsIn(tx: Transaction): Promise<string[]> {
  const [there] = await tx.query<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!there?.there) return [];
  const rows = await tx.query<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at, id`,
  );
  return rows.map(({ hash }) => hash);
}

async function tellTable(
  tx: Transaction,
  table: StoredTable,
  workspaces: readonly string[],
  take: TakeRows,
): Promise<CopiedTable> {
  const head = { table: table.name, columns: table.columns.map(({ name }) => name) };
  const hash = createHash("sha256");
  let rows = 0;
  const tell = async (lines: readonly string[]) => {
    rows += lines.length;
    for (const line of lines) addLine(hash, line);
    await take(head, lines);
  };
  await tell([]);
  if (table.shownAs === "owner") await tellRows(tx, table, null, tell);
  else if (table.shownAs === "identity") await asIdentity(tx, () => tellRows(tx, table, null, tell));
  else {
    for (const id of workspaces) {
      await tx.query(sql`select set_config('termwise.workspace', ${id}, true)`);
      await tellRows(tx, table, id, tell);
    }
    await tx.query(sql`select set_config('termwise.workspace', '', true)`);
  }
  return { ...head, rows, sha256: hash.digest("hex") };
}

/** Adds a line as it stands in a copy. */
export function addLine(hash: Hash, line: string): void {
  hash.update(line);
  hash.update("\n");
}

async function tellRows(
  tx: Transaction,
  table: StoredTable,
  workspace: string | null,
  tell: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const values = table.columns.map(({ name }) => sql`${sql.identifier(name)}::text`);
  const order = table.order.map(
    ({ name, text }) => sql`${sql.identifier(name)}${text ? sql` collate "C"` : sql``}`,
  );
  // A superuser sees all workspaces whatever is set: each row is told once, and by its own.
  const own = workspace === null ? sql`` : sql`where workspace_id = ${workspace}::uuid`;
  await tx.query(sql`declare told no scroll cursor for
    select json_build_array(${sql.join(values, sql`, `)})::text as line from ${sql.raw(table.quoted)} ${own}
    order by ${sql.join(order, sql`, `)}`);
  for (;;) {
    const fetched = await tx.query<{ line: string }>(sql`fetch ${sql.raw(String(perFetch))} from told`);
    if (fetched.length > 0) await tell(fetched.map(({ line }) => line));
    if (fetched.length < perFetch) break;
  }
  await tx.query(sql`close told`);
}

async function sequencesIn(tx: Transaction): Promise<CopiedSequence[]> {
  const schemas = sql.join(
    storeSchemas.map((schema) => sql`${schema}`),
    sql`, `,
  );
  const names = await tx.query<{ name: string; quoted: string }>(sql`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname in (${schemas}) order by 1`);
  const sequences: CopiedSequence[] = [];
  for (const { name, quoted } of names) {
    const [state] = await tx.query<{ value: string; called: boolean }>(
      sql`select last_value::text as value, is_called as called from ${sql.raw(quoted)}`,
    );
    if (state) sequences.push({ sequence: name, ...state });
  }
  return sequences;
}
