import { bigint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaceSchema } from "./workspace.ts";

/** A workspace that was removed: that it was, when, by which member, and the last hash of its audit log. */
export const removedWorkspaces = workspaceSchema.table("removed", {
  id: uuid().primaryKey(),
  removedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
  removedBy: text(),
  auditEntries: bigint({ mode: "number" }).notNull(),
  auditHash: text().notNull(),
});
