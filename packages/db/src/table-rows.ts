import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { refuseUnstorable } from "./storable.ts";
import type { WorkspaceTransaction } from "./transaction.ts";

/** Rows of one statement: beyond some thousands its JSON costs memory and gains nothing. */
const perInsert = 5_000;
const perFetch = 2_000;

/** The columns the database fills in by itself. */
type Filled = "workspaceId" | "seq" | "xid";
/** A row of a table, without its tenant and what the database fills in. */
export type Row<T extends PgTable> = Omit<T["$inferSelect"], Filled>;

interface Field {
  readonly key: string;
  readonly name: SQL;
  readonly type: string;
}

const snake = (key: string) => key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

function fieldsOf(table: PgTable): Field[] {
  return Object.entries(getTableColumns(table))
    .filter(([key]) => key !== "workspaceId" && key !== "seq" && key !== "xid")
    .map(([key, column]) => ({
      key,
      name: sql`${sql.identifier(snake(key))}`,
      type: column.getSQLType(),
    }));
}

function nameOf(table: PgTable): SQL {
  const { schema, name } = getTableConfig(table);
  return sql`${sql.identifier(schema ?? "public")}.${sql.identifier(name)}`;
}

const listed = (parts: SQL[]): SQL => sql.join(parts, sql`, `);

/** Inserts rows into the transaction's workspace, thousands to a statement whose text does not grow with them. */
export async function insertRows<T extends PgTable>(
  tx: WorkspaceTransaction,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const fields = fieldsOf(table);
  const names = listed(fields.map((field) => field.name));
  // json crosses as text inside the JSON: its strings may hold what a text column may not.
  const shape = listed(
    fields.map(({ name, type }) => sql`${name} ${sql.raw(type === "json" ? "text" : type)}`),
  );
  const values = listed(fields.map(({ name, type }) => (type === "json" ? sql`${name}::json` : name)));
  const json = new Set(fields.filter(({ type }) => type === "json").map(({ key }) => key));
  const statement = (given: string) =>
    sql`insert into ${nameOf(table)} (workspace_id, ${names})
        select ${tx.workspaceId}::uuid, ${values} from json_to_recordset(${given}::json) as given(${shape})`;
  for (let start = 0; start < rows.length; start += perInsert) {
    const given = JSON.stringify(rows.slice(start, start + perInsert).map((row) => toJson(row, json)));
    refuseUnstorable(given);
    await tx.query(statement(given));
  }
}

function toJson(row: object, json: ReadonlySet<string>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row))
    plain[snakeOf(key)] =
      typeof value === "bigint" ? value.toString() : json.has(key) ? JSON.stringify(value) : value;
  return plain;
}

const snakes = new Map<string, string>();
function snakeOf(key: string): string {
  const known = snakes.get(key) ?? snake(key);
  snakes.set(key, known);
  return known;
}

interface Selection<T extends PgTable> {
  readonly where?: SQL | undefined;
  readonly orderBy: SQL;
  /** A column that is too long to be read along. */
  readonly without?: keyof Row<T>;
}

/** The workspace's rows of a table, narrowed by `where`, in the order asked for. */
export function selectRows<T extends PgTable>(
  tx: WorkspaceTransaction,
  table: T,
  selection: Selection<T>,
): Promise<Row<T>[]> {
  return selectAs(tx, table, (row) => row, selection);
}

/**
 * As {@link selectRows}, each row as what it is read as: it is not held a moment longer than that takes. It crosses as one
 * JSON text: many times cheaper to read than its columns, above all from PGlite.
 */
export async function selectAs<T extends PgTable, Told>(
  tx: WorkspaceTransaction,
  table: T,
  told: (row: Row<T>) => Told,
  { where, orderBy, without }: Selection<T>,
): Promise<Told[]> {
  const fields = fieldsOf(table).filter(({ key }) => key !== without);
  const values = listed(fields.map(({ name, type }) => (asText.has(type) ? sql`${name}::text` : name)));
  const cursor = sql.identifier(`selected_${++cursors}`);
  await tx.query(
    sql`declare ${cursor} no scroll cursor for select json_build_array(${values}) as "values" from ${nameOf(table)}
        where workspace_id = ${tx.workspaceId}::uuid ${where ? sql`and ${where}` : sql``} order by ${orderBy}`,
  );
  const read = fields.map(({ key, type }) => ({ key, value: readers[type] ?? same }));
  const rows: Told[] = [];
  for (;;) {
    const fetched = await tx.query<{ values: unknown[] }>(
      sql`fetch ${sql.raw(String(perFetch))} from ${cursor}`,
    );
    for (const { values } of fetched) {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < read.length; i++) row[read[i]!.key] = read[i]!.value(values[i]);
      rows.push(told(row as Row<T>));
    }
    if (fetched.length < perFetch) break;
  }
  await tx.query(sql`close ${cursor}`);
  return rows;
}

let cursors = 0;

/** JSON would carry these as numbers, and a JavaScript number would round them. */
const asText = new Set(["numeric", "bigint"]);
const same = (value: unknown) => value;
const instants = new Map<unknown, string>();

const readers: Record<string, (value: unknown) => unknown> = {
  bigint: (value) => (value === null ? null : BigInt(value as string)),
  "timestamp(3) with time zone": (value) => {
    if (value === null) return null;
    // Few different moments, very many rows.
    const known = instants.get(value) ?? new Date(value as string).toISOString();
    if (instants.size > 10_000) instants.clear();
    instants.set(value, known);
    return known;
  },
};
