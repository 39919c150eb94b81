import { type EntryOf, entriesOf } from "@termwise/core/facts";
import { type EntryId, Failure } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "@termwise/db";
import { journalNow, newEntryId, putEntry, type Subject, type Writer } from "../journal/write-entry.ts";

type Commentary = EntryOf<"commentary">;

/** Whether what a commentary says is to be done has somebody to do it and a day to do it by. */
export const asksForTask = ({ owner, dueOn, state }: Commentary): boolean =>
  owner !== null && dueOn !== null && state !== "done";

/**
 * Puts the action of a commentary on its owner's list, as a task about the account it begins with; one that is open
 * already follows what the commentary says now. Answers with the task's id. Whoever has finished or dropped it is not
 * overruled.
 */
export async function putTask(
  tx: WorkspaceTransaction,
  subject: Subject,
  commentary: Commentary,
  writer: Writer,
): Promise<EntryId> {
  const { owner, dueOn, action, cause, task } = commentary;
  const title = (action ?? cause)?.split("\n")[0]?.slice(0, 300);
  if (owner === null || dueOn === null || !title)
    throw new Failure("refused", "Say what is done about it: it becomes the owner's task");
  const before = entriesOf(await journalNow(tx, subject), "task").find((fact) => fact.entryId === task);
  if (before && before.entry.state !== "open") return before.entryId;
  const entry: EntryOf<"task"> = {
    of: "task",
    title,
    assignee: owner,
    dueOn,
    priority: before?.entry.priority ?? "high",
    state: "open",
    source: "review",
    repeats: before?.entry.repeats ?? null,
    snoozedUntil: before?.entry.snoozedUntil ?? null,
    note: (cause ?? "").slice(0, 2_000).trim() || null,
  };
  const entryId = before?.entryId ?? newEntryId();
  await putEntry(tx, subject, { entry, entryId, anew: !before }, writer);
  return entryId;
}
