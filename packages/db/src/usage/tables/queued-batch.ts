import { bigint, json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { QueuedRow } from "../queued-row.ts";
import { usageSchema } from "./usage.ts";

/**
 * What the new events of one request tell of use and no day has counted yet. It leaves in the transaction that counts it,
 * so that each use counts once.
 */
export const queuedBatches = usageSchema.table(
  "queued_batch",
  {
    workspaceId: uuid().notNull(),
    seq: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    sourceId: text().notNull(),
    receivedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** How many uses they are together. */
    uses: bigint({ mode: "number" }).notNull(),
    rows: json().$type<readonly QueuedRow[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] })],
);
