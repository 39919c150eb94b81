import { entriesOf, type JournalFact } from "@termwise/core/facts";
import { type AccountId, type Day, type EntryId, Failure, type Instant } from "@termwise/core/kernel";
import { isOpenRun } from "@termwise/core/plays";
import { addNotices, type WorkspaceTransaction } from "@termwise/db";
import {
  journalNow,
  newEntryId,
  type Subject,
  subjectOf,
  type Writer,
  writing,
} from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { membersOf, newsFor, tellable } from "./people-told.ts";
import { playNamed } from "./play-list.ts";
import { begin, newRun, type RunEntry, runIn, subjectOfRun } from "./run-entry.ts";

/** What is begun: a run that was proposed, or a play at a customer by hand with the reason. */
export type Start =
  | { readonly runId: EntryId; readonly owner?: string | undefined }
  | {
      readonly play: EntryId;
      readonly accountId: AccountId;
      readonly reason: string;
      readonly owner?: string | undefined;
    };

/**
 * The run of a play that is proposed or running already at the customer. Another play for the same use is none: the save
 * play joins the response that was begun when the account came to be at risk (docs/adr/0020-plays-beside-each-other.md).
 */
export function runningOf(journal: readonly JournalFact[], play: RunEntry["play"]) {
  return entriesOf(journal, "play_run").find((fact) => fact.entry.play === play && isOpenRun(fact));
}

/** Begins a run of a play; of two who begin the same only the first succeeds. Answers with the run's id. */
export async function startRun(termwise: Termwise, start: Start, writer: Writer): Promise<EntryId> {
  const subject =
    "runId" in start ? await subjectOfRun(termwise, start.runId) : await subjectOf(termwise, start.accountId);
  const play = "runId" in start ? null : playNamed(await termwise.books(), start.play);
  return writing(termwise, async (tx) => {
    const journal = await journalNow(tx, subject);
    const { runId, run } =
      play === null || "runId" in start
        ? proposed(journal, (start as { runId: EntryId }).runId)
        : byHand(journal, play, start.reason, writer.acting.at);
    const today = termwise.today();
    const owner = start.owner ?? null;
    const begun = await begin(tx, subject, { runId, run, owner, today }, writer);
    await tellAssignees(tx, subject, { runId, run: begun, today }, writer);
    return runId;
  });
}

function proposed(journal: readonly JournalFact[], runId: EntryId): { runId: EntryId; run: RunEntry } {
  const { entry } = runIn(journal, runId);
  if (entry.state === "running")
    throw new Failure("conflict", "This play is running already. Somebody was faster: look at it again");
  if (entry.state !== "proposed")
    throw new Failure("refused", "This run is over. Begin the play anew at the account");
  return { runId, run: entry };
}

function byHand(
  journal: readonly JournalFact[],
  play: ReturnType<typeof playNamed>,
  reason: string,
  now: Instant,
): { runId: EntryId; run: RunEntry } {
  const other = runningOf(journal, play.id);
  if (other)
    throw new Failure(
      "conflict",
      `${other.entry.name} is ${other.entry.state} at this account. ${other.entry.state === "proposed" ? "Begin or turn down that one" : "Stop it first"}`,
    );
  return { runId: newEntryId(), run: { ...newRun(play, { fired: null, clockFrom: now }), reason } };
}

async function tellAssignees(
  tx: WorkspaceTransaction,
  subject: Subject,
  { runId, run, today }: { runId: EntryId; run: RunEntry; today: Day },
  { acting, by }: Writer,
): Promise<void> {
  const tasks = entriesOf(await journalNow(tx, subject), "task");
  const assignees = run.steps.map(
    ({ task }) => tasks.find(({ entryId }) => entryId === task)?.entry.assignee ?? null,
  );
  const { accountId } = subject.record;
  const members = membersOf(await tellable(tx), { names: [run.owner, ...assignees] });
  await addNotices(
    tx,
    newsFor(
      members.filter((id) => id !== by),
      {
        kind: "play_started",
        subject: runId,
        accountId,
        title: `${run.name} was begun`,
        detail: "You have a step in it.",
        path: `/accounts/${accountId}/plays`,
      },
      { at: acting.at, on: today },
    ),
  );
}
