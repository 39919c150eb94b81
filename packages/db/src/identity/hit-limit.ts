import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** A limit: so many times (`cost` at once, 1 by default) in a span of so many seconds, counted under a key. */
export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
  readonly cost?: number;
}

/**
 * Counts one more and says whether it is still within the limit; if not, after how many seconds to come back. The span
 * begins with the first one. Counted in the store, so all servers share it. As the identity role.
 */
export async function hitLimit(
  tx: Transaction,
  { key, most, seconds, cost = 1 }: Limit,
  now: Instant,
): Promise<{ within: boolean; retryAfter: number }> {
  const rows = await tx.query<{ count: number; wait: number }>(sql`
    insert into identity.rate_limit as held (key, count, ends_at)
    values (${key}, ${cost}, ${now}::timestamptz + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      count = case when held.ends_at <= ${now}::timestamptz then excluded.count
                   else least(held.count + excluded.count, 1000000000) end,
      ends_at = case when held.ends_at <= ${now}::timestamptz then excluded.ends_at else held.ends_at end
    returning count, ceil(extract(epoch from ends_at - ${now}::timestamptz))::int as wait`);
  const { count, wait } = rows[0] ?? { count: 0, wait: 0 };
  return { within: count <= most, retryAfter: Math.max(1, wait) };
}

/** Forgets a count: who got in right is not held to the tries before. As the identity role. */
export async function clearLimit(tx: Transaction, key: string): Promise<void> {
  await tx.query(sql`delete from identity.rate_limit where key = ${key}`);
}

/** Throws counts away whose span is over, so that the table stays small. As the identity role. */
export async function dropOldLimits(tx: Transaction, now: Instant): Promise<void> {
  await tx.query(sql`delete from identity.rate_limit where ends_at <= ${now}::timestamptz`);
  await tx.query(sql`delete from identity.session where expires_at <= ${now}::timestamptz`);
  await tx.query(sql`delete from identity.verification where expires_at <= ${now}::timestamptz`);
}
