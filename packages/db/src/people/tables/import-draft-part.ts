import { foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { importDrafts } from "./import-draft.ts";
import { peopleSchema } from "./people.ts";

/** A file of a draft, compressed, in parts. */
export const importDraftParts = peopleSchema.table(
  "import_draft_part",
  {
    workspaceId: uuid().notNull(),
    owner: text().notNull(),
    /** The SHA-256 of the file as it was handed in. */
    sha256: text().notNull(),
    part: integer().notNull(),
    /** Base64 of gzip. */
    content: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.owner, t.sha256, t.part] }),
    foreignKey({
      name: "import_draft_part_draft",
      columns: [t.workspaceId, t.owner],
      foreignColumns: [importDrafts.workspaceId, importDrafts.owner],
    }).onDelete("cascade"),
  ],
);
