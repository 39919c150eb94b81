import { bigint, json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { auditSchema } from "./audit.ts";

/** One thing that was done. Ids only, never a name or an address; each row carries the hash of the one before it. */
export const entries = auditSchema.table(
  "entry",
  {
    workspaceId: uuid().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    at: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    actorKind: text().notNull(),
    actorId: text(),
    action: text().notNull(),
    subjectKind: text(),
    subjectId: text(),
    details: json().notNull(),
    requestId: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] })],
);
