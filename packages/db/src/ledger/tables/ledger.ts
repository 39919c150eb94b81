import { sql } from "drizzle-orm";
import { bigint, boolean, date, integer, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { xid8 } from "../../columns.ts";

export const ledgerSchema = pgSchema("ledger");

/** What every fact carries: its tenant, its place in the ledger, the two clocks and its source. */
export const stamp = () => ({
  workspaceId: uuid().notNull(),
  seq: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
  /** Who wrote it, for readers that catch up: see changed-since.ts. */
  xid: xid8().notNull().default(sql`pg_current_xact_id()`),
  effectiveOn: date({ mode: "string" }).notNull(),
  recordedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
  sourceSystem: text().notNull(),
  sourceKey: text().notNull(),
  sourceFile: text(),
  sourceLine: integer(),
});

/** Set in a version that takes a fact back: an import was undone. */
export const retractable = () => ({ withdrawn: boolean().notNull().default(false) });
