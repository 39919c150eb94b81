import { mkdirSync } from "node:fs";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { lockDataDir } from "./lock.ts";
import { openPostgres } from "./postgres.ts";
import { clickhouseAt } from "./usage/clickhouse/clickhouse-client.ts";
import { clickhouseStore } from "./usage/clickhouse/clickhouse-store.ts";
import type { UsageStore } from "./usage/usage-store.ts";

/** Where the store is: a PostgreSQL URL, or nothing, and then the embedded store in `dataDir`. */
export interface Place {
  readonly url?: string | undefined;
  readonly dataDir: string;
  /** Size of the connection pool of a PostgreSQL server. */
  readonly connections?: number;
  /** A ClickHouse that daily uses of the product are kept in, for workspaces one database is too small for. */
  readonly usageUrl?: string | undefined;
}

/**
 * Opens the store: PGlite on disk in `<dataDir>/pg` without a `url`, else a pool on that PostgreSQL server. The embedded
 * store belongs to one process at a time: a second one is refused with the first one's pid.
 */
export async function connect(place: Place): Promise<Database> {
  const db = await connectStore(place);
  if (!place.usageUrl) return db;
  try {
    return withUsage(db, await clickhouseStore(clickhouseAt(place.usageUrl)));
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** The same store with its daily uses kept in another. */
export function withUsage(db: Database, usage: UsageStore): Database {
  return {
    ...db,
    usage,
    close: async () => {
      await db.close();
      await usage.close();
    },
  };
}

async function connectStore(place: Place): Promise<Database> {
  if (place.url) return openPostgres(place.url, place);
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDir(place.dataDir);
  try {
    return await openEmbedded(place.dataDir, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}
