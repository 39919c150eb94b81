import type { EntryOf, Priority, TaskSource } from "@termwise/core/facts";
import { addDays, type Day } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { JournalBook } from "./journal-book.ts";
import { type Portrait, valueOn, workday } from "./portrait.ts";

interface Job {
  readonly title: string;
  readonly source: TaskSource;
  readonly priority: Priority;
  readonly repeats?: EntryOf<"task">["repeats"];
}

const jobs: readonly Job[] = [
  { title: "Send the notes of the last call", source: "manual", priority: "normal" },
  { title: "Ask the sponsor for a date for the review", source: "manual", priority: "high" },
  {
    title: "Check the list of open tickets",
    source: "manual",
    priority: "low",
    repeats: { every: 2, unit: "week" },
  },
  { title: "Tell the CSE about the interface", source: "promise", priority: "high" },
  { title: "Put the contract review in the calendar", source: "renewal", priority: "normal" },
  { title: "Name an owner of the renewal", source: "ownership", priority: "normal" },
  { title: "Collect the evidence for the milestone", source: "gate", priority: "normal" },
  { title: "Correct the stage in the CRM", source: "divergence", priority: "normal" },
  {
    title: "Report of use to the champion",
    source: "manual",
    priority: "normal",
    repeats: { every: 1, unit: "month" },
  },
];

/** Work that somebody has with a customer: some of it done, some overdue, some that comes again. */
export function tasks(book: JournalBook, portrait: Portrait, seed: number): void {
  const { accountId, number, lives, record, owners, segment } = portrait;
  if (lives.at(-1)?.lostOn !== null || segment === "Small business") return;
  const random = randomOf(seed, `tasks ${number}`);
  const count = segment === "Enterprise" ? random.between(1, 3) : random.chance(3_500) ? 1 : 0;
  for (let k = 0; k < count; k++) {
    const { repeats = null, ...job } = random.pick(jobs);
    const madeOn = workday(addDays(book.timeline.today, -random.between(4, 40)));
    const dueOn: Day = workday(addDays(madeOn, random.between(3, 30)));
    const done = book.past(dueOn) && random.chance(7_000);
    const csm = valueOn(record.attributes, "csm", madeOn);
    const by = csm ?? owners.am ?? owners.ae;
    const open = {
      of: "task",
      ...job,
      assignee: random.chance(500) ? null : by,
      dueOn,
      state: "open",
      repeats,
      snoozedUntil: null,
      note: null,
    } as const;
    const made = { on: madeOn, time: `1${k}:25` };
    const id = `${number}task${k}`;
    book.put(accountId, id, made, open, by);
    if (done) book.put(accountId, id, made, { ...open, state: "done" }, by, { on: dueOn, time: "15:00" });
  }
}
