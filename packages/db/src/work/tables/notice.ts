import { date, index, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { workSchema } from "./work.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/** Something a member is told: once a day for a subject at most. */
export const notices = workSchema.table(
  "notice",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    memberId: text().notNull(),
    /** What kind of news it is; the server knows them all. */
    kind: text().notNull(),
    subject: text().notNull(),
    accountId: text(),
    at: moment().notNull(),
    /** The day of `at` in the workspace's time zone. */
    on: date({ mode: "string" }).notNull(),
    title: text().notNull(),
    detail: text(),
    /** The page where something can be done about it. */
    path: text().notNull(),
    doneAt: moment(),
    snoozedUntil: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("notice_once_a_day").on(t.workspaceId, t.memberId, t.kind, t.subject, t.on),
    index("notice_of_member").on(t.workspaceId, t.memberId, t.at),
  ],
);
