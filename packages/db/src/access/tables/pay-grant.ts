import { date, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accessSchema } from "./access.ts";

/** Somebody may read the pay of a member (`subject` null: of all) from a day to a day. */
export const payGrants = accessSchema.table(
  "pay_grant",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    memberId: text().notNull(),
    subjectId: text(),
    reason: text().notNull(),
    fromDay: date({ mode: "string" }).notNull(),
    untilDay: date({ mode: "string" }).notNull(),
    grantedBy: text(),
    grantedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    withdrawnAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
