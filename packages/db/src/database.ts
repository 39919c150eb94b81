import type { DataDirLock } from "./lock.ts";
import type { UsageStore } from "./usage/usage-store.ts";

/** PGlite in this process, or a PostgreSQL server. */
export const engines = ["embedded", "postgres"] as const;
/** PGlite in this process, or a PostgreSQL server. */
export type Engine = (typeof engines)[number];

/** Rows as objects by column name, or as arrays in column order. */
export type RowShape = "objects" | "arrays";

/** A statement that is asked all the time, with `$1`, `$2` and so on for its values. */
export interface FrequentStatement {
  /** Told apart by it: no two have the same. */
  readonly name: string;
  readonly text: string;
}

/** One connection, held by one transaction at a time. Days come as `YYYY-MM-DD`, instants as ISO in UTC, int8 as bigint. */
export interface Connection {
  query(text: string, params: unknown[], shape: RowShape): Promise<unknown[]>;
  /** Rows as objects. A connection to a server has such a statement parsed and planned once. */
  frequent(statement: FrequentStatement, params: unknown[]): Promise<unknown[]>;
  /** Statements without parameters or rows, in one round trip. */
  command(text: string): Promise<void>;
  /** Gives it back; a broken one is thrown away. */
  release(broken: boolean): void;
}

/** A store of either engine. All work goes through `inWorkspace` and `asOwner` of transaction.ts. */
export interface Database {
  readonly engine: Engine;
  /** Held while an embedded store on disk is open; null for PostgreSQL and in-memory stores. */
  readonly lock: DataDirLock | null;
  /** Where daily uses of the product are kept, if not in this store itself. */
  readonly usage?: UsageStore | null;
  /** A connection whose statements each end within so many milliseconds or fail as `unavailable` (null: whenever). */
  acquire(patience: number | null): Promise<Connection>;
  /**
   * Reclaims the room of replaced rows and renews the planner's statistics, if anything was written since: call it after
   * large writes. PGlite has no autovacuum; PostgreSQL does this by itself, so there it does nothing.
   */
  tidy(): Promise<void>;
  /** Waits for the transactions in progress, then closes every connection and releases the lock. */
  close(): Promise<void>;
}
