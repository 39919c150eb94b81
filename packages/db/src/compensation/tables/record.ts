import { bigint, index, json, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { payRecordKinds } from "../names.ts";
import { paySchema } from "./pay.ts";

/** One thing put on record about pay: a version of a plan, an assignment, a decision. Appended, never changed. */
export const payRecord = paySchema.table(
  "record",
  {
    workspaceId: uuid().notNull(),
    seq: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    kind: text({ enum: payRecordKinds }).notNull(),
    /** What it is about: a plan, a deal, a statement, a dispute. */
    subject: text().notNull(),
    /** Whose pay it is about, by the name accounts call them; null: nobody's alone. */
    person: text(),
    at: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** Who put it on record: a member's id, or a name that came with the data; null: Termwise itself. */
    by: text(),
    /** json, not jsonb: it comes back as it was written. */
    body: json().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    unique("record_id").on(t.workspaceId, t.id),
    index("record_by_subject").on(t.workspaceId, t.kind, t.subject),
    oneOf("record_kind", "kind", payRecordKinds),
  ],
);
