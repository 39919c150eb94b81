import { type EntryOf, entriesOf } from "@termwise/core/facts";
import { type AccountId, addDays, type Day, daysBetween, EntryId, type Instant } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { type AccountSigns, type Episode, episodesOf } from "@termwise/core/plays";
import type { Timer } from "@termwise/db";
import { z } from "zod";
import { breath } from "../breath.ts";
import { beginOf, dayOf } from "../clock.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { TellNews } from "./news.ts";
import type { ListedPlay } from "./play-list.ts";

/** What a timer does when its time has come, with what it needs to know. */
export const TimerAbout = z.discriminatedUnion("does", [
  z.strictObject({ does: z.literal("tell_at_risk"), since: z.string(), on: z.string() }),
  z.strictObject({
    does: z.literal("propose"),
    play: EntryId,
    since: z.string(),
    on: z.string(),
    because: z.string(),
    clockFrom: z.string(),
  }),
  z.strictObject({ does: z.literal("first_step"), run: EntryId }),
  z.strictObject({ does: z.literal("step_due"), run: EntryId, task: EntryId, dueOn: z.string() }),
  z.strictObject({ does: z.literal("step_late"), run: EntryId, task: EntryId, dueOn: z.string() }),
  z.strictObject({ does: z.literal("run_over"), run: EntryId }),
  z.strictObject({ does: z.literal("tell_renewal"), renewalOn: z.string(), days: z.int() }),
  TellNews,
]);
/** What a timer does. */
export type TimerAbout = z.infer<typeof TimerAbout>;

/**
 * What happened longer ago is history: after a long pause of the server nobody is called to what is over. A danger that
 * lasts is not over, however long ago it began: those who were left alone longest are told first.
 */
export const daysBack = 30;

/** How near to the first measurement that is looked at the beginning of something cannot be told from it. */
const edgeDays = 21;

/** How many days before a renewal its people are told. */
const renewalDays = [120, 90, 60, 30] as const;

interface Planning {
  readonly plays: readonly ListedPlay[];
  readonly signsOf: (record: CustomerRecord) => AccountSigns;
  readonly now: Instant;
  readonly today: Day;
  readonly timeZone: string;
}

/**
 * Everything that has to happen at some time, as far as the facts tell today. It is planned again and again: a key is put
 * down once, and what turns out not to be needed when its time comes does nothing.
 */
export async function plannedTimers(books: Books, planning: Planning): Promise<Timer[]> {
  const accounts = accountsOnDay(books, planning.today);
  const timers: Timer[] = [];
  for (const record of customerRecords(books).records.values()) {
    const account = accounts.get(record.accountId);
    timers.push(...fired(record, planning, account?.status === "churned"), ...ofRuns(record, planning));
    if (account && account.renewalOn !== null && account.arr > 0n)
      timers.push(...ofRenewal(record.accountId, account.renewalOn, planning));
    await breath();
  }
  return timers;
}

const timer = (
  accountId: AccountId,
  dueAt: Instant,
  period: string,
  about: TimerAbout,
  subject = "",
): Timer => ({
  key: [about.does, accountId, subject, period].filter((part) => part !== "").join(":"),
  kind: about.does,
  accountId,
  dueAt,
  about,
});

function fired(
  record: CustomerRecord,
  { plays, signsOf, now, today, timeZone }: Planning,
  left: boolean,
): Timer[] {
  const { accountId } = record;
  const signs = signsOf(record);
  const present = ({ on, lasts }: Episode) => on <= today && (lasts || on >= addDays(today, -daysBack));
  // A danger older than what is looked back upon seems to begin later each week; it is told of once all the same.
  const [earliest] = signs.scores;
  const atEdge = earliest === undefined ? today : addDays(earliest.on, edgeDays);
  const began = ({ since, on }: Episode) =>
    since <= atEdge && on < addDays(today, -daysBack) ? "ever" : since;
  // A reading speaks for its whole day: what it tells is known when the day is over.
  const known = (on: Day): Instant => {
    const at = beginOf(addDays(on, 1), timeZone);
    return at < now ? at : now;
  };
  // Who left since the last measurement is at risk no longer: there is only a loss to speak of.
  const atRisk = (left ? [] : episodesOf({ when: "at_risk" }, signs, today))
    .filter(present)
    .map((episode) => {
      const { since, on } = episode;
      return timer(accountId, known(on), began(episode), { does: "tell_at_risk", since, on });
    });
  const proposals = plays
    .filter(({ play }) => play.active && (!left || play.trigger.when === "lost"))
    .flatMap(({ id, play, triggerSince }) =>
      episodesOf(play.trigger, signs, today)
        .filter((episode) => present(episode) && episode.on >= triggerSince)
        .map((episode) => {
          const { since, on, because } = episode;
          const about = { does: "propose", play: id, since, on, because, clockFrom: known(on) } as const;
          return timer(accountId, known(on), began(episode), about, id);
        }),
    );
  return [...atRisk, ...proposals];
}

/** When a first step is late: counted from the clock, and never sooner than anybody who was told could have begun. */
function lateAt({ clockFrom, firstStepHours }: EntryOf<"play_run">, told: Instant): Instant {
  const after = (from: string) =>
    new Date(Date.parse(from) + firstStepHours * 3_600_000 + 1).toISOString() as Instant;
  const due = after(clockFrom);
  return due > told ? due : after(told);
}

function ofRuns({ accountId, journal }: CustomerRecord, { timeZone }: Planning): Timer[] {
  const tasks = new Map(entriesOf(journal, "task").map((fact) => [fact.entryId, fact.entry]));
  return entriesOf(journal, "play_run").flatMap(({ entryId: run, entry, at }): Timer[] => {
    if (entry.state !== "running" && entry.state !== "proposed") return [];
    const late = lateAt(entry, at);
    const first = timer(accountId, late, "", { does: "first_step", run }, run);
    if (entry.startedAt === null) return [first];
    const over = beginOf(addDays(dayOf(entry.startedAt, timeZone), entry.goal.withinDays), timeZone);
    const steps = entry.steps.flatMap(({ task }): Timer[] => {
      const dueOn = task === null ? null : (tasks.get(task)?.dueOn ?? null);
      if (task === null || dueOn === null || tasks.get(task)?.state !== "open") return [];
      return [
        timer(accountId, beginOf(dueOn, timeZone), dueOn, { does: "step_due", run, task, dueOn }, task),
        timer(
          accountId,
          beginOf(addDays(dueOn, 1), timeZone),
          dueOn,
          { does: "step_late", run, task, dueOn },
          task,
        ),
      ];
    });
    return [first, ...steps, timer(accountId, over, "", { does: "run_over", run }, run)];
  });
}

function ofRenewal(accountId: AccountId, renewalOn: Day, { today, timeZone }: Planning): Timer[] {
  const left = daysBetween(today, renewalOn);
  // The next mark there is, and the one just passed; a renewal that was moved has marks of its own.
  const days = renewalDays.findLast((mark) => mark >= left);
  const next = renewalDays.find((mark) => mark < left);
  return [days !== undefined && days - left <= 3 ? days : undefined, next].flatMap((mark) =>
    mark === undefined
      ? []
      : timer(accountId, beginOf(addDays(renewalOn, -mark), timeZone), `${renewalOn}/${mark}`, {
          does: "tell_renewal",
          renewalOn,
          days: mark,
        }),
  );
}
