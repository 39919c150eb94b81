import { bigint, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { auditSchema } from "./audit.ts";

/** From where it was done: personal data, so outside the chain of hashes, and erasable. */
export const origins = auditSchema.table(
  "origin",
  {
    workspaceId: uuid().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    address: text(),
    userAgent: text(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] })],
);
