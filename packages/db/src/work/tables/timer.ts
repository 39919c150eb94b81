import { index, json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { timerStates } from "../names.ts";
import { workSchema } from "./work.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/** Something that has to happen once, at its time. `key` names the effect: kind, subject and period. */
export const timers = workSchema.table(
  "timer",
  {
    workspaceId: uuid().notNull(),
    key: text().notNull(),
    kind: text().notNull(),
    accountId: text(),
    dueAt: moment().notNull(),
    state: text({ enum: timerStates }).notNull(),
    /** What the effect needs to know; the server gives it its shape. */
    about: json().notNull(),
    doneAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    index("timer_due").on(t.workspaceId, t.state, t.dueAt),
    oneOf("timer_state", "state", timerStates),
  ],
);
