import { type EntryOf, entriesOf } from "../facts/index.ts";
import type { Day, EntryId } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";

/** What a check of a task knows beside the record: the day it is written, and which task it is a version of. */
export interface WorkContext {
  readonly on: Day;
  readonly entryId: EntryId | null;
}

type Check<Kind extends "task" | "queue_snooze"> = (
  record: CustomerRecord,
  rules: HouseRules,
  entry: EntryOf<Kind>,
  context: WorkContext,
) => string | null;

const task: Check<"task"> = (record, _rules, entry, { entryId, on }) => {
  if (entry.repeats !== null && entry.dueOn === null)
    return "A task that comes again needs the day it is first due. Give it one.";
  if (entry.state === "open" && entry.snoozedUntil !== null && entry.snoozedUntil <= on)
    return `A task is put off until a day to come; ${entry.snoozedUntil} is not. Choose a later day.`;
  const before = entriesOf(record.journal, "task").find((fact) => fact.entryId === entryId)?.entry;
  if (entry.state === "done" && before?.state === "done")
    return "This task is done already. Somebody was faster: look at the list again.";
  return null;
};

const snooze: Check<"queue_snooze"> = (_record, _rules, { until }, { on }) =>
  until > on ? null : `A line is put off until a day to come; ${until} is not. Choose a later day.`;

/** Why an entry about work is refused, by kind: a sentence that says what to do instead, or null. */
export const workChecks = { task, queue_snooze: snooze } as const;
