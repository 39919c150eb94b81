import type { EntryOf } from "@termwise/core/facts";
import { addDays, type Day, EntryId } from "@termwise/core/kernel";
import { dueOf, type HousePlay, housePlayId, housePlays, type PlayRun } from "@termwise/core/plays";
import { randomOf } from "../random.ts";
import { instantOf, type JournalBook, type Moment } from "./journal-book.ts";
import { type Portrait, valueOn, workday } from "./portrait.ts";
import { championLeftOn } from "./usage.ts";

interface Begun {
  readonly key: HousePlay;
  readonly on: Day;
  /** Days from the trigger to the start. */
  readonly waited: number;
  readonly because: string;
  /** How many steps were done by today. */
  readonly done: number;
  readonly ended: { readonly after: number; readonly reason: string; readonly lessons: string | null } | null;
}

const lessons = [
  "The champion answered only once the sponsor was on the mail.",
  "The session on the core workflow brought more than the call.",
  null,
];

/** Plays that were run at a customer: at some that left, at some that stayed, and some that run now. */
export function plays(book: JournalBook, portrait: Portrait, seed: number): void {
  if (portrait.story || portrait.segment === "Small business") return;
  const { number, lives, course, accountId } = portrait;
  const random = randomOf(seed, `plays ${number}`);
  const { today } = book.timeline;
  const last = lives.at(-1);
  if (!last) return;
  if (last.lostOn !== null) {
    if (last.lostOn < addDays(today, -500) || !random.chance(1_000)) return;
    const asked = addDays(last.lostOn, -35);
    const late = random.chance(4_000);
    const on = workday(
      late ? addDays(asked, random.between(2, 6)) : addDays(last.lostOn, -random.between(50, 80)),
    );
    if (on <= last.wonOn) return;
    if (late)
      book.put(
        accountId,
        `${number}cancel`,
        { on: asked, time: "11:15" },
        { of: "cancel_request", says: "The buyer wrote that they will not go on.", leavesOn: last.lostOn },
        valueOn(portrait.record.attributes, "csm", asked),
      );
    const ended = { after: 40, reason: "The customer left.", lessons: random.pick(lessons) };
    begin(book, portrait, {
      key: "at_risk",
      on,
      waited: late ? 4 : random.between(1, 3),
      because: "It came to be at risk.",
      done: 2,
      ended,
    });
    return;
  }
  if (course === "champion_gone")
    begin(book, portrait, {
      // It was put on record three days after the champion had left.
      ...{ key: "champion", on: workday(addDays(championLeftOn(today), 5)), waited: 1, done: 4 },
      because: "Its champion left or moved away.",
      ended: { after: 30, reason: "Somebody else speaks for it now; use is watched.", lessons: null },
    });
  else if (course === "adopted" && random.chance(2_200)) {
    const on = workday(addDays(today, -random.between(110, 330)));
    if (on <= addDays(last.wonOn, 60)) return;
    begin(book, portrait, {
      ...{ key: "at_risk", on, waited: random.between(0, 3), done: 4, because: "It came to be at risk." },
      ended: { after: 21, reason: "The score is back above the level.", lessons: random.pick(lessons) },
    });
  }
}

function begin(
  book: JournalBook,
  portrait: Portrait,
  { key, on, waited, because, done, ended }: Begun,
): void {
  const { accountId, number, record, owners } = portrait;
  const play = housePlays[key];
  const id = `${number}play`;
  const csm = valueOn(record.attributes, "csm", on) ?? owners.ae;
  const met: Moment = { on: addDays(on, -waited), time: "00:00" };
  const start: Moment = { on, time: "10:20" };
  const steps: PlayRun["steps"] = play.steps.map((step, at) => ({
    ...step,
    task: EntryId.parse(`ent_demo${id}step${at}`),
  }));
  const { name, use, goal, firstStepHours } = play;
  const day = addDays(met.on, -1);
  const run: PlayRun = {
    of: "play_run",
    play: housePlayId(key),
    version: 1,
    name,
    use,
    state: "running",
    fired: { since: day, on: day, because },
    clockFrom: instantOf(met),
    firstStepHours,
    startedAt: instantOf(start),
    owner: csm,
    steps,
    goal,
    endedAt: null,
    reason: null,
    lessons: null,
  };
  book.put(accountId, id, start, run, csm);
  const end: Moment | null = ended && { on: addDays(on, ended.after), time: "16:40" };
  for (const [at, step] of play.steps.entries()) {
    const dueOn = dueOf(step, on);
    const task: EntryOf<"task"> = {
      of: "task",
      title: step.title,
      assignee: step.role === "ae" ? owners.ae : csm,
      dueOn,
      priority: "normal",
      state: "open",
      source: "play",
      repeats: null,
      snoozedUntil: null,
      note: `${name}, step ${at + 1} of ${play.steps.length}.`,
    };
    book.put(accountId, `${id}step${at}`, start, task, csm);
    const finished: Moment = { on: dueOn, time: at === 0 ? "15:05" : "14:30" };
    if (at < done && dueOn < book.timeline.today)
      book.put(accountId, `${id}step${at}`, finished, { ...task, state: "done" }, csm);
    else if (end) book.put(accountId, `${id}step${at}`, end, { ...task, state: "cancelled" }, csm);
  }
  if (ended && end)
    book.put(
      accountId,
      id,
      end,
      { ...run, state: "done", endedAt: instantOf(end), reason: ended.reason, lessons: ended.lessons },
      csm,
    );
}
