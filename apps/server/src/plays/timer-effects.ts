import { entriesOf, type JournalFact } from "@termwise/core/facts";
import { addDays, type Day, Day as DayShape, Instant } from "@termwise/core/kernel";
import { assignmentsOn } from "@termwise/core/people";
import { PlayPolicy, readRun } from "@termwise/core/plays";
import { addNotices, type WorkspaceTransaction } from "@termwise/db";
import { beginOf, dayOf } from "../clock.ts";
import { agreedChoices } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { journalNow, putEntry, type Subject, type Writer } from "../journal/write-entry.ts";
import { type Audience, membersOf, type NoticeKind, newsFor, tellable, wanting } from "./people-told.ts";
import { idOf } from "./play-id.ts";
import { playsIn } from "./play-list.ts";
import { keeperOf, newRun, type RunEntry } from "./run-entry.ts";
import { runningOf } from "./start-run.ts";
import type { TimerAbout } from "./timer-plan.ts";

/** What an effect needs: the transaction it happens in, the customer it is about, and who and when it is. */
export interface Happening {
  readonly tx: WorkspaceTransaction;
  readonly books: Books;
  readonly subject: Subject;
  readonly name: string;
  readonly today: Day;
  readonly writer: Writer;
}

interface News {
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly title: string;
  readonly detail: string | null;
  readonly path: string;
}

async function tell(
  { tx, books, subject, today, writer }: Happening,
  audience: Audience,
  news: News,
): Promise<void> {
  const members = wanting(membersOf(await tellable(tx), audience), news.kind, books.known.now.journal);
  const { accountId } = subject.record;
  await addNotices(tx, newsFor(members, { ...news, accountId }, { at: writer.acting.at, on: today }));
}

/** Whoever keeps the customer, and the manager of its CSM; where none is named, every CS manager. */
function keepers({ subject, today }: Happening): Audience {
  const held = assignmentsOn(subject.record, today);
  return { names: [keeperOf(subject.record, today), held.cs_manager], managersElse: true };
}

/** By when somebody is to have begun, 48 hours after the end of a day; or that this was in the past. */
function toBegin(on: string, { books, subject, today, writer }: Happening): string {
  const hours = agreedChoices(PlayPolicy, books, today).savePlayHours;
  const from = beginOf(addDays(DayShape.parse(on), 1), subject.timeZone);
  const until = new Date(Date.parse(from) + hours * 3_600_000).toISOString();
  const day = dayOf(until as Instant, subject.timeZone);
  return until > writer.acting.at
    ? `The first step of a play is due within ${hours} hours.`
    : `The ${hours} hours for the first step of a play were over on ${day}.`;
}

/** Makes happen what a timer is for. False: it was not needed any more. */
export async function happen(
  about: Exclude<TimerAbout, { does: "tell_news" }>,
  happening: Happening,
): Promise<boolean> {
  const { subject, name } = happening;
  const { accountId } = subject.record;
  const plays = `/accounts/${accountId}/plays`;
  switch (about.does) {
    case "tell_at_risk":
      await tell(happening, keepers(happening), {
        kind: "at_risk",
        subject: accountId,
        title: `${name} is at risk`,
        detail: `Since the reading of ${about.on}. ${toBegin(about.on, happening)}`,
        path: plays,
      });
      return true;
    case "propose":
      return propose(about, happening, plays);
    case "tell_renewal": {
      const due = happening.books.ledgers().find((ledger) => ledger.accountId === accountId)?.dueOn ?? [];
      if (!due.some((on) => on === about.renewalOn)) return false;
      await tell(
        happening,
        { names: [keeperOf(subject.record, happening.today)] },
        {
          kind: "renewal_near",
          subject: `${accountId}/${about.renewalOn}`,
          title: `${name} renews on ${about.renewalOn}`,
          detail: `${about.days} days before.`,
          path: `/accounts/${accountId}/renewals`,
        },
      );
      return true;
    }
    default:
      return ofRun(about, happening, plays);
  }
}

async function propose(
  about: Extract<TimerAbout, { does: "propose" }>,
  happening: Happening,
  path: string,
): Promise<boolean> {
  const { tx, books, subject, name, writer } = happening;
  const play = playsIn(books).find(({ id }) => id === about.play);
  if (!play?.play.active) return false;
  const journal = await journalNow(tx, subject);
  const entryId = idOf("run of", about.play, "at", subject.record.accountId, "since", about.since);
  const beforehand = journal.some((fact) => fact.entryId === entryId) || runningOf(journal, about.play);
  if (beforehand) return false;
  const fired = { since: DayShape.parse(about.since), on: DayShape.parse(about.on), because: about.because };
  const run = newRun(play, { fired, clockFrom: Instant.parse(about.clockFrom) });
  await putEntry(tx, subject, { entry: run, entryId, anew: true }, writer);
  await tell(happening, keepers(happening), {
    kind: "play_proposed",
    subject: entryId,
    title: `${run.name} is proposed for ${name}`,
    detail: about.because,
    path,
  });
  return true;
}

async function ofRun(
  about: Extract<TimerAbout, { run: unknown }>,
  happening: Happening,
  path: string,
): Promise<boolean> {
  const { tx, subject, name, today, writer } = happening;
  const journal = await journalNow(tx, subject);
  const fact = entriesOf(journal, "play_run").find(({ entryId }) => entryId === about.run);
  if (!fact || (fact.entry.state !== "running" && fact.entry.state !== "proposed")) return false;
  const run = fact.entry;
  const say = (kind: NoticeKind, title: string, detail: string | null, audience: Audience) =>
    tell(happening, audience, {
      kind,
      subject: "task" in about ? about.task : about.run,
      title,
      detail,
      path,
    });
  switch (about.does) {
    case "first_step": {
      if (doneSteps(run, journal, writer, today) > 0) return false;
      await say(
        "first_step_late",
        `${run.name} for ${name} has not begun`,
        `No step was done within ${run.firstStepHours} hours.`,
        keepers(happening),
      );
      return true;
    }
    case "run_over":
      await say("play_over", `The time of ${run.name} for ${name} is over`, "Say what came of it.", {
        names: [run.owner],
      });
      return true;
    default: {
      const task = entriesOf(journal, "task").find(({ entryId }) => entryId === about.task)?.entry;
      if (task?.state !== "open" || task.dueOn !== about.dueOn) return false;
      const late = about.does === "step_late";
      // What is late already is not told as due: a server that was down tells the present state alone.
      if (!late && today > task.dueOn) return false;
      const names = [task.assignee ?? keeperOf(subject.record, today)];
      await say(
        late ? "step_late" : "step_due",
        `${task.title}: ${name}`,
        `${run.name}, due on ${about.dueOn}.`,
        { names },
      );
      return true;
    }
  }
}

function doneSteps(run: RunEntry, journal: readonly JournalFact[], { acting }: Writer, today: Day): number {
  return readRun(run, entriesOf(journal, "task"), { now: acting.at, today, cancelAskedAt: null }).done;
}
