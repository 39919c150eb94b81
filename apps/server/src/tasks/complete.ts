import { isDeepStrictEqual } from "node:util";
import { entriesOf, type JournalOf } from "@termwise/core/facts";
import { type Day, type EntryId, Failure } from "@termwise/core/kernel";
import { completed, type TaskEntry } from "@termwise/core/work";
import {
  journalNow,
  putEntry,
  putWithdrawal,
  type Subject,
  versionsNow,
  type Writer,
  writing,
} from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { idOfNext, taskIn } from "./task-entry.ts";

/** What completing a task has put on record, and so what undoing it takes back. */
export interface Completion {
  readonly entryId: EntryId;
  /** The task that comes after it; null: it does not come again. */
  readonly next: { readonly entryId: EntryId; readonly dueOn: Day | null } | null;
  readonly undo: string;
}

/** Completes a task and, where it comes again, puts the next one on record with it: both or neither. */
export function completeTask(
  termwise: Termwise,
  subject: Subject,
  entryId: EntryId,
  writer: Writer,
): Promise<Completion> {
  return writing(termwise, async (tx) => {
    const journal = await journalNow(tx, subject);
    const { entry } = taskIn(journal, entryId);
    if (entry.state === "done")
      throw new Failure("conflict", "This task is done already. Somebody was faster: look at the list again");
    if (entry.state === "cancelled")
      throw new Failure("refused", "This task was dropped. Reopen it first, then complete it");
    const { done, next } = completed(entry, termwise.today());
    await putEntry(tx, subject, { entry: done, entryId }, writer);
    if (next === null) return { entryId, next, undo: "Opens the task again." };
    const nextId = idOfNext(entryId);
    // A plain entry that opened the task again has left the next one standing.
    const there = entriesOf(journal, "task").find((fact) => fact.entryId === nextId);
    if (!there) await putEntry(tx, subject, { entry: next, entryId: nextId, anew: true }, writer);
    const { dueOn } = there?.entry ?? next;
    const undone = !there || isDeepStrictEqual(there.entry, next);
    return {
      entryId,
      next: { entryId: nextId, dueOn },
      undo: undone
        ? "Opens the task again and takes the next one back."
        : "Nothing: the next one was there before, and somebody has worked with it.",
    };
  });
}

/**
 * Opens a task that is done or was dropped as it was when it last was open, and takes back the one that came after it.
 * Refused when somebody has changed or completed that one since.
 */
export function reopenTask(
  termwise: Termwise,
  subject: Subject,
  entryId: EntryId,
  writer: Writer,
): Promise<{ readonly entryId: EntryId; readonly tookBack: EntryId | null }> {
  return writing(termwise, async (tx) => {
    const journal = await journalNow(tx, subject);
    const present = taskIn(journal, entryId);
    if (present.entry.state === "open")
      throw new Failure("conflict", "This task is open already. Somebody was faster: look at the list again");
    const versions = await versionsNow(tx, subject);
    const entry = lastOpen(
      entriesOf(versions, "task").filter((fact) => fact.entryId === entryId),
      present.entry,
      termwise.today(),
    );
    const nextId = idOfNext(entryId);
    const next = journal.find((fact) => fact.entryId === nextId);
    const asMade = completed(entry, present.effectiveOn).next;
    if (next && present.entry.state === "done") {
      if (!isDeepStrictEqual(next.entry, asMade))
        throw new Failure(
          "refused",
          "The task that came after this one was changed or completed since. Work with that one instead",
        );
      await putWithdrawal(tx, { fact: next, reason: "The task before it was opened again" }, writer);
    }
    await putEntry(tx, subject, { entry, entryId }, writer);
    return { entryId, tookBack: next && present.entry.state === "done" ? next.entryId : null };
  });
}

/** A task as it was when it last was open; what it was put off until counts no more once that day has come. */
function lastOpen(versions: readonly JournalOf<"task">[], present: TaskEntry, today: Day): TaskEntry {
  const open = versions
    .filter(({ entry }) => entry.state === "open")
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .at(-1)?.entry;
  const entry: TaskEntry = open ?? { ...present, state: "open", snoozedUntil: null };
  return entry.snoozedUntil !== null && entry.snoozedUntil <= today
    ? { ...entry, snoozedUntil: null }
    : entry;
}
