import { priorities } from "@termwise/core/facts";
import { Day, type EntryId, Failure, type Instant } from "@termwise/core/kernel";
import type { TaskEntry } from "@termwise/core/work";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { journalNow, putEntry, type Subject, type Writer, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { taskIn } from "./task-entry.ts";

const text = (max: number) => z.string().trim().min(1).max(max);

/** What of a task can be changed; what is left out stays as it is. `cancelled` drops it. */
export const TaskChange = z
  .strictObject({
    title: text(300),
    assignee: text(200).nullable(),
    dueOn: Day.nullable(),
    priority: z.enum(priorities),
    state: z.enum(["open", "cancelled"]),
    repeats: z
      .strictObject({
        every: z.int().min(1).max(366),
        unit: z.enum(["day", "week", "month"]),
        dayOfMonth: z.int().min(1).max(31).optional(),
      })
      .nullable(),
    snoozedUntil: Day.nullable(),
    note: text(2_000).nullable(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { message: "changes nothing" });
/** What of a task is changed. */
export type TaskChange = z.infer<typeof TaskChange>;

interface Change {
  readonly entryId: EntryId;
  readonly change: TaskChange;
  /** The `recordedAt` of the version somebody looked at. */
  readonly seen?: Instant | undefined;
}

/**
 * Changes some fields of a task as it stands in this moment, so that of two who change different fields both are heard.
 * Answers with what those fields were before, which given back undoes it.
 */
export function changeTask(
  termwise: Termwise,
  subject: Subject,
  { entryId, change, seen }: Change,
  writer: Writer,
): Promise<{ readonly entryId: EntryId; readonly before: TaskChange }> {
  return writing(termwise, async (tx) => {
    const { entry, recordedAt, by } = taskIn(await journalNow(tx, subject), entryId);
    if (seen !== undefined && seen !== recordedAt) {
      const who = (await authorsOf(tx))(by) ?? "Somebody";
      const at = recordedAt.slice(11, 16);
      throw new Failure("conflict", `${who} changed this task at ${at} UTC. Look at it again, then decide`);
    }
    if (entry.state === "done")
      throw new Failure("refused", "This task is done. Open it again first, then change it");
    const today = termwise.today();
    const over = ({ snoozedUntil }: TaskEntry) => snoozedUntil !== null && snoozedUntil <= today;
    const standing: TaskEntry = over(entry) ? { ...entry, snoozedUntil: null } : entry;
    const names = Object.keys(change) as (keyof TaskChange)[];
    const before = Object.fromEntries(names.map((name) => [name, standing[name]])) as TaskChange;
    await putEntry(tx, subject, { entry: { ...standing, ...given(change) }, entryId }, writer);
    return { entryId, before };
  });
}

/** What a change gives; a field of it that is undefined is not given. */
function given(change: TaskChange): Partial<TaskEntry> {
  const fields = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as Partial<TaskEntry>;
}
