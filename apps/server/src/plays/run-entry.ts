import { type EntryOf, entriesOf, type JournalFact, type JournalOf } from "@termwise/core/facts";
import { type Day, type EntryId, Failure, type Instant } from "@termwise/core/kernel";
import { assignmentsOn, type CustomerRecord } from "@termwise/core/people";
import { dueOf } from "@termwise/core/plays";
import type { WorkspaceTransaction } from "@termwise/db";
import { customerRecords } from "../derive/customer-records.ts";
import { putEntry, type Subject, subjectOf, type Writer } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { idOf } from "./play-id.ts";
import type { ListedPlay } from "./play-list.ts";

/** What an entry says a run of a play is. */
export type RunEntry = EntryOf<"play_run">;

const noSuchRun = () => new Failure("not_found", "There is no such run of a play, or it was taken back");

/** The customer a run is at, as somebody sees it. `not_found` where they see no such run. */
export async function subjectOfRun(termwise: Termwise, runId: EntryId): Promise<Subject> {
  const { records } = customerRecords(await termwise.books());
  for (const { accountId, journal } of records.values())
    if (journal.some((fact) => fact.entryId === runId && fact.entry.of === "play_run"))
      return subjectOf(termwise, accountId);
  throw noSuchRun();
}

/** A run as it stands in a journal. */
export function runIn(journal: readonly JournalFact[], runId: EntryId): JournalOf<"play_run"> {
  const fact = entriesOf(journal, "play_run").find((one) => one.entryId === runId);
  if (!fact) throw noSuchRun();
  return fact;
}

/** A run of a play that was not begun yet: what the play says now, and when its clock began. */
export function newRun(
  { id, version, play }: ListedPlay,
  { fired, clockFrom }: { readonly fired: RunEntry["fired"]; readonly clockFrom: Instant },
): RunEntry {
  const { name, use, steps, goal, firstStepHours } = play;
  return {
    of: "play_run",
    play: id,
    version,
    name,
    use,
    state: "proposed",
    fired,
    clockFrom,
    firstStepHours,
    startedAt: null,
    owner: null,
    steps: steps.map((step) => ({ ...step, task: null })),
    goal,
    endedAt: null,
    reason: null,
    lessons: null,
  };
}

/** Who answers for a customer on a day: its CSM, or where it has none its AM or AE. */
export function keeperOf(record: CustomerRecord, on: Day): string | null {
  const { csm, am, ae } = assignmentsOn(record, on);
  return csm ?? am ?? ae;
}

/**
 * Begins a run: its steps become tasks of whoever holds the customer in their role, due on their day, and it is running.
 * Within a transaction of `writing`.
 */
export async function begin(
  tx: WorkspaceTransaction,
  subject: Subject,
  { runId, run, owner, today }: { runId: EntryId; run: RunEntry; owner: string | null; today: Day },
  writer: Writer,
): Promise<RunEntry> {
  const held = assignmentsOn(subject.record, today);
  const keeper = owner ?? keeperOf(subject.record, today);
  const steps: RunEntry["steps"] = [];
  for (const [at, step] of run.steps.entries()) {
    const task = idOf("step", String(at), "of", runId);
    const entry: EntryOf<"task"> = {
      of: "task",
      title: step.title,
      assignee: held[step.role] ?? keeper,
      dueOn: dueOf(step, today),
      priority: at === 0 ? "high" : "normal",
      state: "open",
      source: "play",
      repeats: null,
      snoozedUntil: null,
      note: `${run.name}, step ${at + 1} of ${run.steps.length}.${step.note === null ? "" : ` ${step.note}`}`,
    };
    await putEntry(tx, subject, { entry, entryId: task, anew: true }, writer);
    steps.push({ ...step, task });
  }
  const begun: RunEntry = { ...run, state: "running", startedAt: writer.acting.at, owner: keeper, steps };
  await putEntry(tx, subject, { entry: begun, entryId: runId, anew: true }, writer);
  return begun;
}
