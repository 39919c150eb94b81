import { integer, json, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

/**
 * What packed months write as numbers. Of an account: its own number, and its users, who are numbered from 1 by their
 * place. Of `""`: the features of the workspace, numbered alike. Lists only grow, so that no number changes its meaning.
 */
export const packedNames = usageSchema.table(
  "packed_name",
  {
    workspaceId: uuid().notNull(),
    /** `""`: what the features are called. */
    accountId: text().notNull(),
    number: integer().notNull(),
    names: json().$type<readonly string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.accountId] }),
    unique("packed_name_number").on(t.workspaceId, t.number),
  ],
);
