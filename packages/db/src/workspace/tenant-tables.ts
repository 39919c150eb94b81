import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** The schemas a workspace's data lies in; the demo company's lies in these. */
export const dataSchemas = ["intake", "ledger", "derived", "people", "usage", "work", "pay"] as const;
/** All schemas with rows of a workspace. */
export const tenantSchemas = [...dataSchemas, "access", "audit"] as const;

/** Every table with a tenant's rows in some schemas, those that refer to others first: so that none is forgotten. */
export async function tenantTables(
  tx: Transaction,
  schemas: readonly (typeof tenantSchemas)[number][],
): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    sql`select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and a.attname = 'workspace_id' and not a.attisdropped
          and c.relnamespace in (select oid from pg_namespace
            where nspname in (${sql.join(
              schemas.map((schema) => sql`${schema}`),
              sql`, `,
            )}))
        order by (select count(*) from pg_constraint r where r.contype = 'f' and r.confrelid = c.oid),
                 (select count(*) from pg_constraint r where r.contype = 'f' and r.conrelid = c.oid) desc, 1`,
  );
  return rows.map((row) => row.name);
}
