import type { Day, Instant } from "@termwise/core/kernel";
import { addDays } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { type Activation, activationOf, inTellingOrder, isOpenRun, isSaving } from "@termwise/core/plays";
import { beginOf } from "../clock.ts";
import type { Books } from "../derive/books.ts";
import { type ListedRun, runsOf, type Seen } from "./run-list.ts";

/** What is done about an account at risk: the runs that are to keep it, and the clock from its being at risk to the first step. */
export interface Response {
  readonly clock: Activation;
  /** Those that run or are proposed, in the order they are told everywhere. */
  readonly runs: readonly ListedRun[];
  /** The days plays meant to keep it were begun, these and those that are over. */
  readonly begunOn: readonly Day[];
}

/**
 * What is done about an account that is at risk since the reading of a week. Its clock runs from the end of that day to
 * the first step done after it, of whichever play is meant to keep the account. Term: save-play-activation-time.
 */
export function responseOf(
  books: Books,
  record: CustomerRecord,
  { since, hours, seen }: { readonly since: Day; readonly hours: number; readonly seen: Seen },
): Response {
  const saving = runsOf(books, record, seen).filter(({ fact }) => isSaving(fact.entry.use));
  const end = beginOf(addDays(since, 1), seen.timeZone);
  const from: Instant = [end, seen.now].sort()[0] ?? seen.now;
  const [firstStepAt = null] = saving
    .flatMap(({ reading }) =>
      reading.steps.flatMap(({ doneAt }) => (doneAt && doneAt >= from ? [doneAt] : [])),
    )
    .sort();
  const open = saving.filter(({ fact }) => isOpenRun(fact));
  return {
    clock: activationOf(from, { firstStepAt, now: seen.now, hours }),
    runs: open.sort((a, b) => inTellingOrder(a.fact, b.fact)),
    begunOn: saving.flatMap(({ startedOn }) => startedOn ?? []),
  };
}

/** A run as a line about an account has it: what it is, its next step or that none is left, and who has it. */
export function runLine({ fact: { entryId, entry }, reading }: ListedRun) {
  const { play, name, state, owner } = entry;
  const { next, through, done, overdue, steps } = reading;
  return {
    runId: entryId,
    playId: play,
    name,
    state,
    owner,
    done,
    overdue,
    steps: steps.length,
    through,
    next: next && {
      title: next.title,
      task: next.task,
      dueOn: next.dueOn,
      assignee: next.assignee,
      late: next.state === "overdue",
    },
  };
}
