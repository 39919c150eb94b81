import { entriesOf } from "@termwise/core/facts";
import { type EntryId, Failure } from "@termwise/core/kernel";
import { journalNow, putEntry, type Writer, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { runIn, subjectOfRun } from "./run-entry.ts";

/** How a run ends: its goal is reached or its time over (`done`), it is given up (`stopped`), or a proposal is turned down. */
export interface Ending {
  readonly runId: EntryId;
  readonly how: "done" | "stopped" | "declined";
  readonly reason: string;
  readonly lessons: string | null;
}

/** Ends a run, or turns a proposal down, with the reason; steps that are still open are dropped with it. */
export async function endRun(
  termwise: Termwise,
  { runId, how, reason, lessons }: Ending,
  writer: Writer,
): Promise<void> {
  const subject = await subjectOfRun(termwise, runId);
  await writing(termwise, async (tx) => {
    const journal = await journalNow(tx, subject);
    const { entry } = runIn(journal, runId);
    if (how === "declined" ? entry.state !== "proposed" : entry.state !== "running")
      throw new Failure(
        "conflict",
        how === "declined"
          ? "This proposal was begun or turned down already. Look at it again"
          : "This play is not running any more. Look at it again",
      );
    for (const { entryId, entry: task } of entriesOf(journal, "task"))
      if (task.state === "open" && entry.steps.some((step) => step.task === entryId))
        await putEntry(tx, subject, { entry: { ...task, state: "cancelled" }, entryId }, writer);
    const ended = { ...entry, state: how, endedAt: writer.acting.at, reason, lessons };
    await putEntry(tx, subject, { entry: ended, entryId: runId }, writer);
  });
}
