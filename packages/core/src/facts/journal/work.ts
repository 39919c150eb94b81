import { z } from "zod";
import { Day } from "../../kernel/index.ts";
import { priorities, taskSources } from "./names.ts";
import { Link, Person, written } from "./words.ts";

export const workEntries = [
  /** A task about the account. Its id is the task's; later versions assign, change, complete or cancel it. */
  z.strictObject({
    of: z.literal("task"),
    title: written(300),
    assignee: Person.nullable(),
    dueOn: Day.nullable(),
    priority: z.enum(priorities),
    state: z.enum(["open", "done", "cancelled"]),
    source: z.enum(taskSources),
    /** Comes again this long after it was due; null: once. `dayOfMonth`: the day it falls on where months are long enough. */
    repeats: z
      .strictObject({
        every: z.int().min(1).max(366),
        unit: z.enum(["day", "week", "month"]),
        dayOfMonth: z.int().min(1).max(31).optional(),
      })
      .nullable(),
    snoozedUntil: Day.nullable(),
    note: written(2_000).nullable(),
  }),
  /** A line of somebody's queue is put off until a day, or done with. `subject` names the line. */
  z.strictObject({ of: z.literal("queue_snooze"), subject: written(300), until: Day }),
  /** What another system says of the account: the label in one of its fields, as it stands there. */
  z.strictObject({
    of: z.literal("claim"),
    system: written(100),
    field: written(200),
    label: written(200).nullable(),
  }),
  /** How a line of the divergence report is handled: by whom, how, until when. `subject` names the line. */
  z.strictObject({
    of: z.literal("divergence_handling"),
    subject: written(1_500),
    action: z.enum(["fix_source", "record_evidence", "agenda", "accepted"]),
    owner: Person.nullable(),
    reason: written(1_000).nullable(),
    expiresOn: Day.nullable(),
    link: Link.nullable(),
  }),
] as const;
