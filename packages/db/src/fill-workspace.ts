// A workspace with a row in every tenant table there is, for tests of what must hold for all of them.
import type { WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { asOwner, type Transaction } from "./transaction.ts";
import { tenantSchemas, tenantTables } from "./workspace/tenant-tables.ts";

interface Column {
  readonly name: string;
  readonly type: string;
  readonly check: string | null;
}

/**
 * Puts a row into every tenant table of a workspace, and a user who is a member of it, each text of them `canary`. Done
 * as a superuser, straight from the catalog: a table that is added later gets its row too.
 */
export async function fillWorkspace(db: Database, id: WorkspaceId, canary: string): Promise<void> {
  await asOwner(
    db,
    async (tx) => {
      await tx.query(
        sql`insert into identity."user" (id, name, email) values (${canary}, ${canary}, ${`${canary}@canary.invalid`})`,
      );
      await tx.query(
        sql`insert into identity.session (id, user_id, token, expires_at, member_id)
            values (${canary}, ${canary}, ${canary}, now() + interval '1 day', ${canary})`,
      );
      for (const table of (await tenantTables(tx, tenantSchemas)).reverse())
        await fill(tx, table, { id, canary });
    },
    { workspaceId: id },
  );
}

async function fill(tx: Transaction, table: string, of: { id: WorkspaceId; canary: string }): Promise<void> {
  const columns = await tx.query<Column>(sql`
    select a.attname::text as name, format_type(a.atttypid, null) as type,
      (select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c') as check
    from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped
      and a.attidentity = '' and not (a.atthasdef and format_type(a.atttypid, null) = 'xid8') order by a.attnum`);
  const given = columns.map((column) => ({ column, value: cellOf(column, of) }));
  await tx.query(
    sql`insert into ${sql.raw(table)} (${sql.join(
      given.map(({ column }) => sql.identifier(column.name)),
      sql`, `,
    )}) values (${sql.join(
      given.map(({ column, value }) => sql`${value}::text::${sql.raw(column.type)}`),
      sql`, `,
    )})`,
  );
}

/** What must be empty so that a row is whole: a row that was refused says why, any other does not. */
const empty = /^refused_/;

function cellOf({ name, type, check }: Column, { id, canary }: { id: WorkspaceId; canary: string }) {
  if (name === "workspace_id") return id;
  if (empty.test(name)) return null;
  const [, first] = new RegExp(`\\(${name} = ANY \\(ARRAY\\['(\\w+)'`).exec(check ?? "") ?? [];
  if (first !== undefined) return first;
  if (type.startsWith("timestamp")) return "2026-01-01T00:00:00Z";
  if (type === "text") return canary;
  if (type === "text[]") return `{${canary}}`;
  if (type === "json") return JSON.stringify([canary]);
  if (type === "bytea") return "\\x";
  if (type === "date") return "2026-01-01";
  if (type === "date[]") return "{2026-01-01}";
  return type === "boolean" ? "false" : "1";
}
