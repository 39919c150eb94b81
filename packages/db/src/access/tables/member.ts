import { accessScopes, roles } from "@termwise/core/access";
import { boolean, index, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { accessSchema } from "./access.ts";

/** A person's membership of the workspace. `knownAs`: the names they go by in the data, which make accounts theirs. */
export const members = accessSchema.table(
  "member",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    userId: text().notNull(),
    role: text().notNull(),
    scope: text().notNull(),
    title: text(),
    knownAs: text().array().notNull(),
    disabled: boolean().notNull().default(false),
    joinedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("member_once").on(t.workspaceId, t.userId),
    index("member_by_user").on(t.userId),
    oneOf("member_role", "role", roles),
    oneOf("member_scope", "scope", accessScopes),
  ],
);
