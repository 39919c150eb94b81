import { bigint, date, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accessSchema } from "./access.ts";

/** Who leads whom from a day on. Append-only: a correction is a later row. */
export const reportingLines = accessSchema.table(
  "reporting_line",
  {
    workspaceId: uuid().notNull(),
    seq: bigint({ mode: "bigint" }).generatedAlwaysAsIdentity(),
    memberId: text().notNull(),
    managerId: text(),
    effectiveOn: date({ mode: "string" }).notNull(),
    recordedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] })],
);
