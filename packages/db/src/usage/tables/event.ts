import { date, index, json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/** An event as it came, once: its key is what a source calls it. Kept as long as the workspace keeps raw events. */
export const events = usageSchema.table(
  "event",
  {
    workspaceId: uuid().notNull(),
    sourceId: text().notNull(),
    messageId: text().notNull(),
    kind: text().notNull(),
    name: text(),
    userId: text(),
    groupId: text(),
    /** When it happened, by the client's clock set right by ours. */
    at: moment().notNull(),
    receivedAt: moment().notNull(),
    /** The day it happened, where the workspace is. */
    onDay: date({ mode: "string" }).notNull(),
    /** What is odd of its time: `future`, where its clock runs ahead; it is kept all the same. */
    flag: text(),
    /** A hash of its content: the same id with another one is told. */
    digest: text().notNull(),
    body: json().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.sourceId, t.messageId] }),
    index("event_by_day").on(t.workspaceId, t.onDay),
  ],
);
