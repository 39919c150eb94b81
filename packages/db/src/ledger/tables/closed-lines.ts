import { foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { closedView } from "./closed-view.ts";
import { ledgerSchema } from "./ledger.ts";

/** The accounts behind a view of a closed period, some hundred to a row: very many are stored and read at once. */
export const closedLines = ledgerSchema.table(
  "closed_lines",
  {
    workspaceId: uuid().notNull(),
    number: integer().notNull(),
    view: integer().notNull(),
    /** Their place among the lines of the view, from 0. */
    position: integer().notNull(),
    /** A line of canonical JSON for each account, by account id. */
    content: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.number, t.view, t.position] }),
    foreignKey({
      name: "closed_lines_view",
      columns: [t.workspaceId, t.number, t.view],
      foreignColumns: [closedView.workspaceId, closedView.number, closedView.view],
    }),
  ],
);
