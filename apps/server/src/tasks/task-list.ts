import type { JournalOf } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import { assignmentsOn, type CustomerRecord } from "@termwise/core/people";
import { byDue, type DueGroup, dueGroups, heldAs, isTaskOf, type Task, tasksOn } from "@termwise/core/work";
import { type OwnerNames, ownerName } from "../derive/visible.ts";

/** Whose tasks are asked for: one's own, those of the accounts in one's book, or all one may see. */
export const taskScopes = ["mine", "accounts", "all"] as const;
/** One of {@link taskScopes}. */
export type TaskScope = (typeof taskScopes)[number];

/** What of the tasks is asked for. Assignees by name, `""` for nobody. */
export interface TasksAsked {
  readonly of: TaskScope;
  readonly assignees?: readonly string[] | undefined;
  readonly priorities?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly search?: string | undefined;
}

/** A task with the account it is about. */
export interface ListedTask extends Task {
  readonly accountId: AccountId;
  readonly accountName: string;
  /** Whether it is for the one who asks to do. */
  readonly mine: boolean;
}

interface Asking {
  readonly today: Day;
  readonly own: OwnerNames;
  readonly nameOf: (accountId: AccountId) => string;
}

/** The tasks of some customers, in the order they are worked in; those that are closed the latest first. */
export function listedTasks(
  records: Iterable<CustomerRecord>,
  asked: TasksAsked,
  { today, own, nameOf }: Asking,
): ListedTask[] {
  const isMine = (name: string) => own.has(ownerName(name));
  const words = asked.search?.trim().toLowerCase() ?? "";
  const rows: ListedTask[] = [];
  for (const record of records) {
    const tasks = tasksOn(record, today);
    if (tasks.length === 0) continue;
    if (asked.of === "accounts" && heldAs(record, isMine, today).length === 0) continue;
    const accountName = nameOf(record.accountId);
    for (const task of tasks) {
      const mine = isTaskOf(record, task.fact.entry, isMine, today);
      if (asked.of === "mine" && !mine) continue;
      if (wanted(task.fact, asked) && holds(words, [accountName, task.fact.entry.title]))
        rows.push({ ...task, accountId: record.accountId, accountName, mine });
    }
  }
  return rows.sort(inOrder);
}

function wanted({ entry }: JournalOf<"task">, { assignees, priorities, sources }: TasksAsked): boolean {
  const named = assignees?.map(ownerName);
  return (
    (named?.includes(ownerName(entry.assignee ?? "")) ?? true) &&
    (priorities?.includes(entry.priority) ?? true) &&
    (sources?.includes(entry.source) ?? true)
  );
}

const holds = (words: string, texts: readonly string[]): boolean =>
  words === "" || texts.some((text) => text.toLowerCase().includes(words));

const groups = Object.keys(dueGroups);

function inOrder(a: ListedTask, b: ListedTask): number {
  if (a.due !== b.due) return groups.indexOf(a.due) - groups.indexOf(b.due);
  if (a.due === "closed" && a.fact.recordedAt !== b.fact.recordedAt)
    return a.fact.recordedAt < b.fact.recordedAt ? 1 : -1;
  return byDue(a, b);
}

/** How many tasks there are in each group. */
export function countsOf(rows: readonly ListedTask[]): { group: DueGroup; tasks: number }[] {
  const found = new Map<string, number>();
  for (const { due } of rows) found.set(due, (found.get(due) ?? 0) + 1);
  return (groups as DueGroup[]).map((group) => ({ group, tasks: found.get(group) ?? 0 }));
}

/** Who can be given a task: whoever holds one of the accounts in a role, or has a task of them. */
export function peopleOf(records: Iterable<CustomerRecord>, today: Day): string[] {
  const names = new Map<string, string>();
  const add = (name: string | null) => {
    if (name !== null && !names.has(ownerName(name))) names.set(ownerName(name), name);
  };
  for (const record of records) {
    for (const name of Object.values(assignmentsOn(record, today))) add(name);
    for (const { fact } of tasksOn(record, today)) add(fact.entry.assignee);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b, "en"));
}
