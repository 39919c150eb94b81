import { repeatsOf, repeatsValue } from "./task-words.ts";
import type { TaskRow } from "./tasks.ts";
import type { TaskActions, TaskChange } from "./use-task-actions.ts";

/** A task as its form holds it. */
export interface TaskValues {
  account: string;
  title: string;
  assignee: string;
  dueOn: string;
  priority: TaskRow["priority"];
  repeats: string;
  note: string;
}

type Fields = Parameters<TaskActions["add"]>[1];

/** What the form of a task starts with; a new one is for whoever adds it. */
export function startOf(row: TaskRow | null, me: string): TaskValues {
  return {
    account: row?.accountName ?? "",
    title: row?.title ?? "",
    assignee: row ? (row.assignee ?? "") : me,
    dueOn: row?.dueOn ?? "",
    priority: row?.priority ?? "normal",
    repeats: row ? repeatsValue(row.repeats) : "",
    note: row?.note ?? "",
  };
}

/** The task a form describes. */
export function fieldsOf(values: TaskValues, before: TaskRow["repeats"] = null): Fields {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  return {
    title: values.title.trim(),
    assignee: text(values.assignee),
    dueOn: text(values.dueOn),
    priority: values.priority,
    repeats: repeatsOf(values.repeats, before),
    note: text(values.note),
  } as Fields;
}

/** Which fields of a task a form changes, with words for it; null: none. */
export function changesIn(row: TaskRow, values: TaskValues): { change: TaskChange | null; text: string } {
  const after: Record<string, unknown> = { ...fieldsOf(values, row.repeats) };
  const before: Record<string, unknown> = { ...row };
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  if (changed.length === 0) return { change: null, text: "" };
  const change = Object.fromEntries(changed.map((key) => [key, after[key]])) as TaskChange;
  const text =
    changed.length === 1 && changed[0] === "assignee"
      ? `${after["assignee"] === null ? "For nobody in particular" : `For ${String(after["assignee"])}`}: ${row.title}.`
      : `Changed: ${row.title}.`;
  return { change, text };
}
