import { bigint, date, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

const count = () => bigint({ mode: "number" }).notNull();

/**
 * What became of the events of one request, or of all requests of a source on a day once they are summed up: received =
 * stored + duplicate + dead. `differing` are the duplicates whose content was another.
 */
export const receipts = usageSchema.table(
  "receipt",
  {
    workspaceId: uuid().notNull(),
    sourceId: text().notNull(),
    /** The day they came, UTC. */
    onDay: date({ mode: "string" }).notNull(),
    /** `""`: the sum of those that were. */
    requestId: text().notNull(),
    lastAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    received: count(),
    stored: count(),
    duplicate: count(),
    dead: count(),
    differing: count(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sourceId, t.onDay, t.requestId] })],
);
