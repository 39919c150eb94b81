import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { tenantSchemas } from "../workspace/tenant-tables.ts";

/** Every schema with rows of ours. */
export const storeSchemas = [...tenantSchemas, "identity", "workspace"] as const;

/** As whom the owner reads a table whole: row-level security holds the owner too, so no statement alone shows all of it. */
export type ShownAs = "each workspace" | "identity" | "owner";

/** A table with what a copy of its rows needs to know. */
export interface StoredTable {
  /** `schema.table`. */
  readonly name: string;
  /** The same as SQL writes it. */
  readonly quoted: string;
  /** In the order they stand; those whose values mean nothing in another store are left out. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns that order the rows, texts of them byte by byte: each engine and locale in the same order. */
  readonly order: readonly { readonly name: string; readonly text: boolean }[];
  readonly shownAs: ShownAs;
}

/** What the owner may list of itself, by policies of its own. */
const ownersOwn = new Set(["workspace.workspace", "workspace.removed"]);

/** What a server has seen of this store: numbers of transactions, which mean nothing in another. It is found anew. */
const ofThisStore = "derived.mark";

interface CatalogColumn {
  readonly table: string;
  readonly quoted: string;
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly place: number | null;
}

/** Every table of the store, each after those it refers to, so that rows can be put in in this order. */
export async function storedTables(tx: Transaction): Promise<StoredTable[]> {
  const schemas = sql.join(
    storeSchemas.map((schema) => sql`${schema}`),
    sql`, `,
  );
  const columns = await tx.query<CatalogColumn>(sql`
    select n.nspname || '.' || c.relname as "table", format('%I.%I', n.nspname, c.relname) as quoted,
      n.nspname::text as schema, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
      array_position(i.indkey::int2[], a.attnum) as place
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and n.nspname in (${schemas}) order by 1, a.attnum`);
  const references = await tx.query<{ from: string; to: string }>(sql`
    select fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to"
    from pg_constraint r join pg_class f on f.oid = r.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = r.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where r.contype = 'f' and r.conrelid <> r.confrelid`);
  const byName = new Map<string, CatalogColumn[]>();
  for (const column of columns) byName.set(column.table, [...(byName.get(column.table) ?? []), column]);
  const tables = [...byName].filter(([name]) => name !== ofThisStore).map(([, own]) => tableOf(own));
  return afterWhatTheyReferTo(tables, references);
}

function tableOf(own: readonly CatalogColumn[]): StoredTable {
  const [first] = own;
  if (first === undefined) throw new Error("A table without columns holds no rows.");
  const isOurs = own.some(({ name }) => name === "workspace_id");
  const shownAs =
    first.schema === "identity" ? "identity" : ownersOwn.has(first.table) ? "owner" : "each workspace";
  if (shownAs === "each workspace" && !isOurs)
    throw new Error(`Nobody is known who may read all of ${first.table}: say so in stored-tables.ts.`);
  // Each store numbers its transactions by itself.
  const carried = own.filter(({ type }) => type !== "xid8");
  const key = own.filter(({ place }) => place !== null).sort((a, b) => Number(a.place) - Number(b.place));
  return {
    name: first.table,
    quoted: first.quoted,
    columns: carried.map(({ name, type }) => ({ name, type })),
    order: (key.length > 0 ? key : carried).map(({ name, type }) => ({ name, text: type === "text" })),
    shownAs,
  };
}

function afterWhatTheyReferTo(
  tables: readonly StoredTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): StoredTable[] {
  const ordered: StoredTable[] = [];
  const placed = new Set<string>();
  const place = (table: StoredTable, above: readonly string[]): void => {
    if (placed.has(table.name)) return;
    if (above.includes(table.name)) throw new Error(`${table.name} refers to itself through others.`);
    for (const { to } of references.filter(({ from }) => from === table.name)) {
      const target = tables.find(({ name }) => name === to);
      if (target) place(target, [...above, table.name]);
    }
    placed.add(table.name);
    ordered.push(table);
  };
  for (const table of tables) place(table, []);
  return ordered;
}
