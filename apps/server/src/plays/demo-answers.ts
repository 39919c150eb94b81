import type { AccountEntry } from "@termwise/core/facts";
import { outreachOn } from "@termwise/core/health";
import { type AccountId, addDays, type Day, type EntryId, instant } from "@termwise/core/kernel";
import { assignmentsOn, type CustomerRecord } from "@termwise/core/people";
import { dueOf } from "@termwise/core/plays";
import { appendFacts, endTimer, planTimers, type Timer } from "@termwise/db";
import { dayOf } from "../clock.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { DemoAnswers } from "./demo-entries.ts";
import { raiseFirst } from "./demo-escalation.ts";
import { tellable } from "./people-told.ts";
import { idOf } from "./play-id.ts";
import { type ListedPlay, playsIn } from "./play-list.ts";
import { keeperOf, newRun, type RunEntry } from "./run-entry.ts";
import { TimerAbout } from "./timer-plan.ts";

type Proposal = Extract<TimerAbout, { does: "propose" }>;

/** A play at a customer of the demo company, as it was begun there. */
interface Begun {
  readonly record: CustomerRecord;
  readonly runId: EntryId;
  readonly run: RunEntry;
  readonly startedOn: Day;
  /** How many steps were done, of those whose day has come; the others are late. */
  readonly done: number;
  readonly ended: { readonly after: number; readonly reason: string } | null;
}

/** Days: an account at risk for longer has seen a play through, and has another. */
const long = 60;
/** What was called for within so many days waits for somebody yet. */
const fresh = 7;
/** Every so many plays at other accounts have a step that is late. */
const lateEvery = 5;

const planned = (about: unknown): TimerAbout => TimerAbout.parse(about);
const workday = (on: Day): Day => {
  const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(on, 2) : weekday === 0 ? addDays(on, 1) : on;
};

/**
 * What the demo company did about all that its plays call for: its people were told in time and most of them began. Of those
 * that came to be at risk last, one waits for its play, one is put off, one has a step that is late, and the first that has
 * an exec sponsor of ours is raised to them. Done once, when what
 * is at risk in it is known; `timers` are those that its facts ask for. Returns whether anything was put on record.
 */
export async function answerAtDemo(termwise: Termwise, timers: readonly Timer[]): Promise<boolean> {
  const { demo, timeZone } = await termwise.workspace();
  const books = await termwise.books();
  const marked = books.known.now.journal.some(({ source: { key } }) => key.startsWith(DemoAnswers.mark));
  const today = termwise.today();
  if (!demo || marked) return false;
  const { records } = customerRecords(books);
  const answers = new DemoAnswers(termwise.now(), timeZone);
  const plays = new Map(playsIn(books).map((listed) => [listed.id, listed]));
  const atRisk = atRiskIn(timers);
  const [waiting, putOff, late] = [...atRisk.keys()];
  let others = 0;
  for (const { accountId, about: asked } of timers) {
    const about = planned(asked);
    const record = accountId === null ? undefined : records.get(accountId);
    const listed = about.does === "propose" ? plays.get(about.play) : undefined;
    if (about.does !== "propose" || !record || !listed || record.accountId === waiting) continue;
    const proposed = { record, listed, about, today };
    if (atRisk.has(record.accountId))
      answerRisk(
        answers,
        { ...proposed, since: atRisk.get(record.accountId) ?? today },
        record.accountId === late,
      );
    else if (about.on < addDays(today, -fresh)) answerOther(answers, proposed, ++others % lateEvery === 0);
  }
  for (const [accountId, since] of atRisk) {
    const record = records.get(accountId);
    if (record && accountId !== waiting) see(answers, record, { since, today, off: accountId === putOff });
  }
  const raised = raiseFirst(
    answers,
    [...atRisk].flatMap(([accountId, since]) => {
      const record = records.get(accountId);
      if (!record || accountId === waiting || accountId === putOff) return [];
      return [{ record, on: workday(addDays(since, 4)) }];
    }),
    await termwise.read((tx) => tellable(tx)),
  );
  if (answers.facts.length === 0) return false;
  const known = timers.filter(
    ({ kind, accountId }) => kind === "tell_at_risk" && accountId !== null && accountId !== waiting,
  );
  const accounts = accountsOnDay(books, today);
  await writing(termwise, async (tx) => {
    await appendFacts(tx, { journal: answers.facts });
    await raised?.(tx, ({ accountId }) => accounts.get(accountId)?.name ?? accountId);
    await planTimers(tx, known);
    for (const { key, dueAt } of known) await endTimer(tx, { key, state: "done", at: dueAt });
  });
  return true;
}

/** The accounts at risk, each with the week that made it so, the latest first. */
function atRiskIn(timers: readonly Timer[]): ReadonlyMap<AccountId, Day> {
  const found = timers.flatMap(({ accountId, about: asked }) => {
    const about = planned(asked);
    return accountId !== null && about.does === "tell_at_risk"
      ? [[accountId, about.since as Day] as const]
      : [];
  });
  return new Map(
    found.sort(([a, since], [b, from]) => (since === from ? (a < b ? -1 : 1) : since < from ? 1 : -1)),
  );
}

interface Proposed {
  readonly record: CustomerRecord;
  readonly listed: ListedPlay;
  readonly about: Proposal;
  readonly today: Day;
}

const runIdOf = (record: CustomerRecord, { play, since }: Proposal): EntryId =>
  idOf("run of", play, "at", record.accountId, "since", since);

function runOf({ listed, about }: Proposed): RunEntry {
  const fired = { since: about.since as Day, on: about.on as Day, because: about.because };
  return newRun(listed, { fired, clockFrom: instant(about.clockFrom) });
}

/**
 * Somebody turned to it on the next working day. At an account that is at risk for long the first plays are over, and one
 * runs; where both the response and the save play were called for of late, the response alone was begun.
 */
function answerRisk(
  answers: DemoAnswers,
  { since, ...proposed }: Proposed & { readonly since: Day },
  isLate: boolean,
): void {
  const { record, listed, about, today } = proposed;
  const on = about.on as Day;
  const [run, runId] = [runOf(proposed), runIdOf(record, about)];
  const startedOn = workday(addDays(on, 1));
  if (startedOn >= today) return;
  const isSave = listed.play.trigger.when === "score_below" && run.use === "save";
  const [forLong, isOver] = [addDays(today, -long) > since, addDays(today, -long) > on];
  if (forLong && (isOver || !isSave)) {
    const ended = { after: 45, reason: "The plan was agreed; the score did not come back." };
    begin(answers, { record, runId, run, startedOn, done: run.steps.length, ended }, today);
    if (isSave) beginAgain(answers, proposed);
    return;
  }
  if (isSave && !forLong) {
    const reason = "The at-risk response is under way with the same people.";
    const at = answers.moment(startedOn, "09:40");
    const entry: RunEntry = { ...run, state: "declined", endedAt: at, reason };
    answers.put(record.accountId, { entry, entryId: runId, at }, keeperOf(record, startedOn));
    return;
  }
  const dueBy = run.steps.filter((step) => dueOf(step, startedOn) < today).length;
  const done = isLate ? Math.max(1, dueBy - 1) : dueBy;
  begin(answers, { record, runId, run, startedOn, done, ended: null }, today);
}

/** The play was over and the score still low: it was begun anew by hand, last week. */
function beginAgain(answers: DemoAnswers, { record, listed, about, today }: Proposed): void {
  const startedOn = workday(addDays(today, -9));
  const run: RunEntry = {
    ...newRun(listed, { fired: null, clockFrom: answers.moment(startedOn, "10:20") }),
    reason: "The score did not come back: a second round, with the sponsor.",
  };
  const runId = idOf("second run of", about.play, "at", record.accountId);
  begin(answers, { record, runId, run, startedOn, done: 3, ended: null }, today);
}

/**
 * The day somebody turned to what is no matter of an account at risk: the next working day, and to a detractor when they heard
 * from us, as both are told side by side. Null: nobody has.
 */
function turnedOn(answers: DemoAnswers, { record, listed, about, today }: Proposed): Day | null {
  const on = about.on as Day;
  if (listed.play.trigger.when !== "detractor") return workday(addDays(on, 1));
  const outreach = outreachOn(record, { on: today, now: answers.now });
  const reachedAt = outreach.find(({ answer }) => answer.effectiveOn === on)?.reachedAt ?? null;
  return reachedAt && dayOf(reachedAt, answers.timeZone);
}

/** A play at an account that is not at risk: begun when somebody turned to it, and done where its last day has come. */
function answerOther(answers: DemoAnswers, proposed: Proposed, isLate: boolean): void {
  const { record, about, today } = proposed;
  const run = runOf(proposed);
  const startedOn = turnedOn(answers, proposed);
  if (startedOn === null || startedOn >= today) return;
  const dueBy = run.steps.filter((step) => dueOf(step, startedOn) < today).length;
  const isOver = dueBy === run.steps.length && !isLate;
  const days = (run.steps.at(-1)?.day ?? 1) - 1;
  const ended = isOver ? { after: days, reason: "All its steps were done." } : null;
  const done = isLate ? Math.max(1, dueBy - 1) : dueBy;
  begin(answers, { record, runId: runIdOf(record, about), run, startedOn, done, ended }, today);
}

function begin(answers: DemoAnswers, begun: Begun, today: Day): void {
  const { record, runId, run, startedOn, done, ended } = begun;
  const held = assignmentsOn(record, startedOn);
  const keeper = keeperOf(record, startedOn);
  const at = answers.moment(startedOn, "10:20");
  const tasks = run.steps.map((step, nth) => ({
    step,
    entryId: idOf("step", String(nth), "of", runId),
    dueOn: dueOf(step, startedOn),
  }));
  const running: RunEntry = {
    ...run,
    state: "running",
    startedAt: at,
    owner: keeper,
    steps: tasks.map(({ step, entryId }) => ({ ...step, task: entryId })),
  };
  answers.put(record.accountId, { entry: running, entryId: runId, at }, keeper);
  const end = ended && answers.moment(addDays(startedOn, ended.after), "16:40");
  for (const [nth, { step, entryId, dueOn }] of tasks.entries()) {
    const open: Extract<AccountEntry, { of: "task" }> = {
      of: "task",
      title: step.title,
      assignee: held[step.role] ?? keeper,
      dueOn,
      priority: nth === 0 ? "high" : "normal",
      state: "open",
      source: "play",
      repeats: null,
      snoozedUntil: null,
      note: `${run.name}, step ${nth + 1} of ${run.steps.length}.${step.note === null ? "" : ` ${step.note}`}`,
    };
    answers.put(record.accountId, { entry: open, entryId, at }, keeper);
    const doneAt = answers.moment(dueOn, "15:05");
    if (nth < done && dueOn < today)
      answers.put(
        record.accountId,
        { entry: { ...open, state: "done" }, entryId, at: doneAt },
        open.assignee,
      );
    else if (end)
      answers.put(record.accountId, { entry: { ...open, state: "cancelled" }, entryId, at: end }, keeper);
  }
  if (ended && end)
    answers.put(
      record.accountId,
      {
        entry: { ...running, state: "done", endedAt: end, reason: ended.reason },
        entryId: runId,
        at: end,
      },
      keeper,
    );
}

/** The manager has seen it, and one of them is put off for a reason. */
function see(
  answers: DemoAnswers,
  record: CustomerRecord,
  { since, today, off }: { since: Day; today: Day; off: boolean },
): void {
  const on = workday(addDays(since, 1));
  const { cs_manager: manager } = assignmentsOn(record, on);
  if (on >= today) return;
  const at = answers.moment(off ? workday(addDays(on, 1)) : on, "11:30");
  if (dayOf(at, answers.timeZone) >= today) return;
  const entry: AccountEntry = {
    of: "risk_handling",
    since,
    owner: null,
    seen: { by: manager, at },
    snoozed: off
      ? { until: addDays(today, 9), reason: "Their new head of operations starts then; the call is agreed." }
      : null,
    accepted: null,
  };
  answers.put(
    record.accountId,
    { entry, entryId: idOf("risk handling", record.accountId, since), at },
    manager,
  );
}
