import { sql } from "drizzle-orm";
import { bigint, check, index, json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { settlements } from "../dead-letter-names.ts";
import { usageSchema } from "./usage.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/** An event that could not be taken in, with what is wrong with it. It is kept until somebody settles it, and after. */
export const deadLetters = usageSchema.table(
  "dead_letter",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    sourceId: text().notNull(),
    messageId: text(),
    receivedAt: moment().notNull(),
    code: text().notNull(),
    reason: text().notNull(),
    /** How the client wrapped it: as it must be read again. */
    dialect: text().notNull(),
    /** Milliseconds by which its client's clock was behind ours. */
    skewMs: bigint({ mode: "number" }).notNull().default(0),
    body: json().notNull(),
    settledAt: moment(),
    settlement: text({ enum: settlements }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("dead_letter_open").on(t.workspaceId, t.receivedAt).where(sql`${t.settledAt} is null`),
    oneOf("dead_letter_settlement", "settlement", settlements),
    check("dead_letter_settled", sql`(${t.settledAt} is null) = (${t.settlement} is null)`),
  ],
);
