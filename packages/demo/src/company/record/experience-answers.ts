import type { EntryOf } from "@termwise/core/facts";
import { addDays, type Day, later } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import type { JournalBook } from "./journal-book.ts";
import type { Portrait } from "./portrait.ts";
import type { TroubleOn } from "./trouble.ts";

/** A ticket that was solved, and when. */
export interface Solved {
  readonly ticket: string;
  readonly solvedOn: Day;
}

/** For how many days it has been asked: a year can be looked at, and what went before it cannot. */
const askedFor = 400;

interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly wonOn: Day;
  readonly trouble: TroubleOn;
  readonly solved: readonly Solved[];
  readonly seed: number;
}

/** An answer on a scale from 1: near its top where nothing ails, lower the worse things stand. */
function scoreOf(top: number, badly: number, random: Random): number {
  const best = random.chance(5_500) ? top : top - random.between(1, 2);
  return Math.max(1, Math.min(top, best - Math.round((badly * (top - 2)) / 100)));
}

/** Customers who take part in the monthly pulse: large ones, and of the others one in twenty. */
const takesPart = ({ segment }: Portrait, random: Random): boolean =>
  segment === "Enterprise" ? random.chance(2_000) : random.chance(500);

/**
 * What is asked on occasion, beside the quarterly survey: satisfaction after one solved ticket in three, effort after the
 * start and then half-yearly, and of a few customers the mood of each month.
 */
export function experienceAnswers(book: JournalBook, portrait: Portrait, asked: Asked): void {
  const { to, wonOn, trouble, solved, seed } = asked;
  const from = later(asked.from, addDays(book.timeline.today, -askedFor));
  const { accountId, number, contacts } = portrait;
  const person = contacts.daily_contact ?? contacts.champion;
  const random = randomOf(seed, `experience ${number} ${wonOn}`);
  const answer = (
    on: Day,
    survey: EntryOf<"survey_answer">["survey"],
    { score, about }: { score: number; about: string | null },
  ) => {
    if (on >= to) return;
    const entry: EntryOf<"survey_answer"> = {
      of: "survey_answer",
      survey,
      score,
      contactId: person?.id ?? null,
      person: person === undefined ? `respondent ${number}` : null,
      about,
      comment: null,
    };
    const at = { on, time: `${random.between(10, 16)}:${random.between(10, 59)}` };
    book.put(accountId, `${number}${survey}${on.replaceAll("-", "")}`, at, entry, null);
  };
  for (const { ticket, solvedOn } of solved) {
    const on = addDays(solvedOn, 1);
    if (on < from || !random.chance(3_300)) continue;
    answer(on, "csat", { score: scoreOf(5, trouble(on), random), about: ticket });
  }
  const easy = (on: Day, about: string | null) =>
    answer(on, "ces", { score: scoreOf(7, trouble(on), random), about });
  const started = addDays(wonOn, 45);
  if (started >= from && random.chance(4_000)) easy(started, "Getting started");
  const first = addDays(later(from, addDays(wonOn, 120)), random.between(0, 180));
  for (let on = first; on < to; on = addDays(on, random.between(175, 190)))
    if (random.chance(4_500)) easy(on, null);
  if (!takesPart(portrait, random)) return;
  for (let on = addDays(from, random.between(30, 60)); on < to; on = addDays(on, 30))
    if (random.chance(8_000)) answer(on, "pulse", { score: scoreOf(5, trouble(on), random), about: null });
}
