import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { asOwner } from "../transaction.ts";

/** How many other connections of Termwise a PostgreSQL database has; the embedded one belongs to one process. */
export async function countConnections(db: Database): Promise<number> {
  if (db.engine === "embedded") return 0;
  const [found] = await asOwner(
    db,
    (tx) =>
      tx.query<{ count: number }>(sql`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and application_name = 'termwise' and pid <> pg_backend_pid()`),
    { readOnly: true },
  );
  return found?.count ?? 0;
}
