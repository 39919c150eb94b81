import { integer, json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { peopleSchema } from "./people.ts";

/** An import somebody is preparing. It is no receipt: it may be changed, and goes when it is done with. */
export const importDrafts = peopleSchema.table(
  "import_draft",
  {
    workspaceId: uuid().notNull(),
    /** Whose it is: a member's id, an API key's, or `operator`. Everybody has one at most. */
    owner: text().notNull(),
    /** Counts its changes, so that of two windows only one changes what it has seen. */
    version: integer().notNull(),
    changedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** What was decided so far; the server gives it its shape. */
    state: json().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.owner] })],
);
