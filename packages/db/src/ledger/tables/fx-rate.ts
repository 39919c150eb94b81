import { sql } from "drizzle-orm";
import { check, index, numeric, primaryKey, text } from "drizzle-orm/pg-core";
import { ledgerSchema, retractable, stamp } from "./ledger.ts";

export const fxRate = ledgerSchema.table(
  "fx_rate",
  {
    ...stamp(),
    ...retractable(),
    base: text().notNull(),
    quote: text().notNull(),
    rate: numeric().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("fx_rate_by_xid").on(t.workspaceId, t.xid),
    check("fx_rate_above_0", sql`${t.rate} > 0`),
  ],
);
