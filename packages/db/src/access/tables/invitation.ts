import { accessScopes, roles } from "@termwise/core/access";
import { sql } from "drizzle-orm";
import { primaryKey, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { accessSchema } from "./access.ts";

/** An invitation: bound to one mail address, used once, with an end. Of its token only the hash is kept. */
export const invitations = accessSchema.table(
  "invitation",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    email: text().notNull(),
    role: text().notNull(),
    scope: text().notNull(),
    title: text(),
    knownAs: text().array().notNull(),
    tokenHash: text().notNull(),
    invitedBy: text(),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    expiresAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    acceptedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
    revokedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("invitation_token").on(t.tokenHash),
    // One address has at most one invitation that can still be taken up or renewed.
    uniqueIndex("invitation_pending")
      .on(t.workspaceId, t.email)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
    oneOf("invitation_role", "role", roles),
    oneOf("invitation_scope", "scope", accessScopes),
  ],
);
