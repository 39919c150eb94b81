import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/**
 * Does what adding an entry does to the store, and adds none: a lock, a look, two rows written. A try to sign in as nobody
 * there is takes as long with it as one that a workspace is told of. As the identity role.
 */
export async function appendNothing(tx: Transaction): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('audit of nobody', 0))`);
  await tx.query(
    sql`select seq, hash from audit.entry where workspace_id = gen_random_uuid() order by seq desc limit 1`,
  );
  for (const key of ["nobody's entry", "nobody's origin"])
    await tx.query(sql`insert into identity.rate_limit (key, count, ends_at) values (${key}, 1, now())
      on conflict (key) do update set ends_at = excluded.ends_at`);
}
