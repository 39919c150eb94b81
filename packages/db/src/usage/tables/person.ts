import { index, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/** Who a user of the product was last said to be: a member of a group, or somebody with a mail address at a domain. */
export const persons = usageSchema.table(
  "person",
  {
    workspaceId: uuid().notNull(),
    userId: text().notNull(),
    groupId: text(),
    groupAt: moment(),
    domain: text(),
    domainAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index("person_by_group").on(t.workspaceId, t.groupId),
  ],
);
