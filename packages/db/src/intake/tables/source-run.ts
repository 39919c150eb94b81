import { index, integer, json, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { runStates, runTriggers } from "../run-names.ts";
import { intakeSchema } from "./intake.ts";

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: "string" });

/** One time that data was brought, or should have been. */
export const sourceRuns = intakeSchema.table(
  "source_run",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    /** The entry of the source; null: a program that named none. */
    sourceId: text(),
    trigger: text({ enum: runTriggers }).notNull(),
    state: text({ enum: runStates }).notNull(),
    askedAt: moment().notNull(),
    startedAt: moment(),
    endedAt: moment(),
    /** Which time of its schedule this is: there is one run of each, whoever begins it. */
    dueKey: text(),
    /** What a program calls its request, and a hash of what it sent: the same again has no second effect. */
    idempotencyKey: text(),
    requestDigest: text(),
    attempt: integer().notNull().default(0),
    /** Whoever runs it holds this; another that took over has another. */
    holder: text(),
    leaseUntil: moment(),
    retryAt: moment(),
    fileName: text(),
    sha256: text(),
    created: integer(),
    changed: integer(),
    unchanged: integer(),
    refused: integer(),
    importId: text(),
    errorCode: text(),
    errorMessage: text(),
    errorRemedy: text(),
    /** How far a fetch has come, in the words of the warehouse. */
    cursor: text(),
    /** The columns that came, with their types. */
    columns: json().$type<{ readonly name: string; readonly type: string }[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("source_run_once").on(t.workspaceId, t.sourceId, t.dueKey),
    unique("source_run_idempotency").on(t.workspaceId, t.idempotencyKey),
    index("source_run_by_source").on(t.workspaceId, t.sourceId, t.askedAt),
    oneOf("source_run_trigger", "trigger", runTriggers),
    oneOf("source_run_state", "state", runStates),
  ],
);
