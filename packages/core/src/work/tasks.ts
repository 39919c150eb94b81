import { type EntryOf, entriesBy, type JournalOf } from "../facts/index.ts";
import { addDays, type Day, daysBetween } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { DueGroup } from "./names.ts";
import { keepingDay, nextDue } from "./repeats.ts";

/** What an entry says a task is. */
export type TaskEntry = EntryOf<"task">;

/** A task of an account, and how it stands on a day. */
export interface Task {
  readonly fact: JournalOf<"task">;
  /** When it falls due, seen from the day. */
  readonly due: DueGroup;
  /** Whole days past its day; 0 for one that is not overdue. */
  readonly daysLate: number;
}

/** When an open task falls due, seen from a day: what was put off is out of sight until its day. */
function dueOf({ dueOn, snoozedUntil }: TaskEntry, on: Day): DueGroup {
  if (snoozedUntil !== null && snoozedUntil > on) return "snoozed";
  if (dueOn === null) return "undated";
  if (dueOn < on) return "overdue";
  if (dueOn === on) return "today";
  return dueOn <= addDays(on, 7) ? "week" : "later";
}

/** A task on a day: overdue as soon as its day has passed without it being done. */
export function taskOn(fact: JournalOf<"task">, on: Day): Task {
  const { state, dueOn } = fact.entry;
  const due = state === "open" ? dueOf(fact.entry, on) : "closed";
  return { fact, due, daysLate: due === "overdue" && dueOn !== null ? daysBetween(dueOn, on) : 0 };
}

/** The tasks of a customer on a day, those that are done or were dropped among them, the first written first. */
export function tasksOn(record: CustomerRecord, on: Day): Task[] {
  return entriesBy(record.journal, "task", on).map((fact) => taskOn(fact, on));
}

const rankOfPriority = { high: 0, normal: 1, low: 2 } as const;

/** The order tasks are worked in: the day they are due, then how urgent they are; without a day last. */
export function byDue(a: Task, b: Task): number {
  const [x, y] = [a.fact.entry, b.fact.entry];
  if (x.dueOn !== y.dueOn) return y.dueOn === null || (x.dueOn !== null && x.dueOn < y.dueOn) ? -1 : 1;
  return (
    rankOfPriority[x.priority] - rankOfPriority[y.priority] || (a.fact.entryId < b.fact.entryId ? -1 : 1)
  );
}

/** What completing a task on a day makes of it, and the task that comes after it; null: it does not come again. */
export function completed(task: TaskEntry, doneOn: Day): { done: TaskEntry; next: TaskEntry | null } {
  const done: TaskEntry = { ...task, state: "done", snoozedUntil: null };
  const { repeats, dueOn } = task;
  if (repeats === null || dueOn === null) return { done, next: null };
  return {
    done,
    next: {
      ...task,
      state: "open",
      snoozedUntil: null,
      repeats: keepingDay(repeats, dueOn),
      dueOn: nextDue(repeats, { dueOn, doneOn }),
    },
  };
}
