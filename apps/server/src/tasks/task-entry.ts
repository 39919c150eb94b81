import { createHash } from "node:crypto";
import { entriesOf, type JournalFact, type JournalOf } from "@termwise/core/facts";
import { EntryId, Failure } from "@termwise/core/kernel";
import { customerRecords } from "../derive/customer-records.ts";
import { type Subject, subjectOf } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";

/** The customer a task is about, as somebody sees it. `not_found` where they see no such task. */
export async function subjectOfTask(termwise: Termwise, entryId: EntryId): Promise<Subject> {
  const { records } = customerRecords(await termwise.books());
  for (const { accountId, journal } of records.values())
    if (journal.some((fact) => fact.entryId === entryId && fact.entry.of === "task"))
      return subjectOf(termwise, accountId);
  throw noSuchTask();
}

/** A task as it stands in a journal. `not_found` when it was taken back in the meantime. */
export function taskIn(journal: readonly JournalFact[], entryId: EntryId): JournalOf<"task"> {
  const fact = entriesOf(journal, "task").find((one) => one.entryId === entryId);
  if (!fact) throw noSuchTask();
  return fact;
}

const noSuchTask = () => new Failure("not_found", "There is no such task, or somebody has taken it back");

/** The id of the task that comes after one that repeats: always the same, so that nothing is ever left behind twice. */
export function idOfNext(entryId: EntryId): EntryId {
  const hash = createHash("sha256").update(`the task after ${entryId}`).digest("hex");
  return EntryId.parse(`ent_${hash.slice(0, 24)}`);
}
