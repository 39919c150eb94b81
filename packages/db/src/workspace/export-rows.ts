import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { isPacked, tellPacked } from "../usage/packed/tell-packed.ts";
import { tenantSchemas, tenantTables } from "./tenant-tables.ts";

/** What is kept only to recognise a secret, and is no use to anybody but who wants to guess it. */
const ofSecrets = new Set(["access.api_key.hash", "access.invitation.token_hash"]);

/** What is about pay leaves by its own right alone: a workspace admin has none to it. */
const isOfPay = (table: string) => table === "access.pay_grant" || table.startsWith("pay.");

/** Whose rows are read under their own key rather than `workspace_id`; row-level security shows the workspace's alone. */
const others = ["workspace.workspace", 'identity."user"'] as const;

/** Rows of one fetch. */
const perFetch = 1_000;

/** A row as one line of JSON: amounts as text, so that no reader rounds them; days and instants as ISO text. */
export type TellRow = (row: { readonly table: string; readonly json: string }) => void | Promise<void>;

/**
 * Tells every row of the workspace, table by table, each in the order of its key: settings, its members' names and
 * addresses, and every tenant table but those of pay. Usage that is packed is told as the rows it was, after all others. Hashes of secrets stay out. Of one snapshot when the transaction is repeatable read.
 * Answers with the tables, those without rows too.
 */
export async function exportRows(tx: WorkspaceTransaction, tell: TellRow): Promise<string[]> {
  const tables = [...others, ...(await tenantTables(tx, tenantSchemas)).sort()].filter(
    (table) => !isOfPay(table) && !isPacked(table),
  );
  for (const table of tables) await tellTable(tx, table, tell);
  await tellPacked(tx, tell);
  return tables.map(plainName);
}

const plainName = (table: string) => table.replaceAll('"', "");

async function tellTable(tx: WorkspaceTransaction, table: string, tell: TellRow): Promise<void> {
  const { columns, key } = await shapeOf(tx, table);
  const told = columns.filter(({ name }) => !ofSecrets.has(`${plainName(table)}.${name}`));
  const pairs = told.map(({ name, exact }) => {
    const column = sql.identifier(name);
    return sql`${sql.raw(`'${name}'`)}, ${exact ? sql`${column}::text` : column}`;
  });
  const order = key.length ? key : told.map(({ name }) => name);
  await tx.query(sql`declare exported no scroll cursor for
    select json_build_object(${sql.join(pairs, sql`, `)})::text as json from ${sql.raw(table)}
    ${isOwnKey(table) ? sql`` : sql`where workspace_id = ${tx.workspaceId}::uuid`}
    order by ${sql.join(
      order.map((name) => sql.identifier(name)),
      sql`, `,
    )}`);
  for (;;) {
    const rows = await tx.query<{ json: string }>(sql`fetch ${sql.raw(String(perFetch))} from exported`);
    // A line break in stored JSON stands between its parts, never inside a text.
    for (const { json } of rows) await tell({ table: plainName(table), json: json.replace(/[\r\n]/g, " ") });
    if (rows.length < perFetch) break;
  }
  await tx.query(sql`close exported`);
}

const isOwnKey = (table: string) => others.some((name) => name === table);

interface Shape {
  readonly columns: readonly { readonly name: string; readonly exact: boolean }[];
  readonly key: readonly string[];
}

/** The columns the application may read, and those of the primary key among them. */
async function shapeOf(tx: WorkspaceTransaction, table: string): Promise<Shape> {
  const columns = await tx.query<{ name: string; exact: boolean; place: number | null }>(sql`
    select a.attname::text as name, t.typname in ('numeric', 'int8', 'xid8') as exact,
      array_position(i.indkey::int2[], a.attnum) as place
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
      and has_column_privilege(a.attrelid, a.attnum, 'select') order by a.attnum`);
  const key = columns
    .filter(({ place }) => place !== null)
    .sort((a, b) => Number(a.place) - Number(b.place))
    .map(({ name }) => name);
  return { columns, key };
}
