import type { EntryOf, JournalFact, Priority } from "../facts/index.ts";
import { AccountId, day, EntryId, instant } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { Repeats } from "./repeats.ts";

/** A task in the few words an example needs. */
export interface PlainTask {
  readonly title: string;
  readonly due: string | null;
  readonly state?: "open" | "done" | "cancelled";
  readonly repeats?: Repeats;
  readonly assignee?: string | null;
  readonly priority?: Priority;
  readonly snoozedUntil?: string;
}

const accountId = AccountId.parse("acc_A");
const at = instant("2020-01-01T12:00:00Z");

/** The entry a plain task stands for. */
export function taskOf(plain: PlainTask): EntryOf<"task"> {
  return {
    of: "task",
    title: plain.title,
    assignee: plain.assignee ?? null,
    dueOn: plain.due === null ? null : day(plain.due),
    priority: plain.priority ?? "normal",
    state: plain.state ?? "open",
    source: "manual",
    repeats: plain.repeats ?? null,
    snoozedUntil: plain.snoozedUntil === undefined ? null : day(plain.snoozedUntil),
    note: null,
  };
}

/** A customer with nothing on record but tasks, written at the beginning of 2020. */
export function customerWith(tasks: readonly PlainTask[]): CustomerRecord {
  const journal = tasks.map(
    (task, index): JournalFact => ({
      kind: "journal",
      entryId: EntryId.parse(`ent_${String(index).padStart(4, "0")}`),
      accountId,
      at,
      by: "mem_example",
      withdrawn: null,
      entry: taskOf(task),
      effectiveOn: day("2020-01-01"),
      recordedAt: at,
      source: { system: "example", key: String(index), file: null, line: null },
    }),
  );
  return { accountId, attributes: [], lines: [], movements: [], journal, usage: [] };
}
