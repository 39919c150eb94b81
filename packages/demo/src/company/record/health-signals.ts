import type { EntryOf } from "@termwise/core/facts";
import { addDays, type Day, later } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import { experienceAnswers, type Solved } from "./experience-answers.ts";
import { instantOf, type JournalBook } from "./journal-book.ts";
import type { Portrait } from "./portrait.ts";
import { type TroubleOn, troubleOf } from "./trouble.ts";

/** How many days of tickets and answers there are. */
const history = 820;

/** Days between tickets of a customer nothing ails, by segment. */
const quiet: Readonly<Record<string, number>> = {
  Enterprise: 45,
  "Mid-market": 75,
  "Public sector": 80,
  Growth: 110,
  "Small business": 150,
};

const subjects: readonly (readonly [area: string, subject: string])[] = [
  ["Scheduling", "A shift is shown twice"],
  ["Scheduling", "The plan prints without names"],
  ["Reports", "The hours of a month do not add up"],
  ["Reports", "An export takes too long"],
  ["Integrations", "Payroll received no hours"],
  ["Integrations", "The calendar interface stopped"],
  ["Mobile app", "Planners are signed out every day"],
];

const words = {
  good: ["Saves us a day a week.", "Planners like it.", "Support answers within the hour."],
  bad: [
    "Reports take too long to set up.",
    "We wait for answers for days.",
    "Half of the team went back to spreadsheets.",
  ],
} as const;

/** What tells how a customer fares beside its use: support tickets, and answers to surveys. */
export function healthSignals(book: JournalBook, portrait: Portrait, seed: number): void {
  const trouble = troubleOf(portrait, book.timeline, seed);
  const random = randomOf(seed, `signals ${portrait.number}`);
  for (const { wonOn, lostOn } of portrait.lives) {
    const { today } = book.timeline;
    const from = later(wonOn, addDays(today, -history));
    const to = lostOn ?? today;
    const solved = tickets(book, portrait, { from, to, trouble, random });
    experienceAnswers(book, portrait, { from, to, wonOn, trouble, solved, seed });
    const asked = later(addDays(wonOn, 60), addDays(today, -history));
    answers(book, portrait, { from: asked, to, trouble, random });
  }
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly trouble: TroubleOn;
  readonly random: Random;
}

function tickets(book: JournalBook, { accountId, number, segment }: Portrait, stretch: Stretch): Solved[] {
  const { from, to, trouble, random } = stretch;
  const solved: Solved[] = [];
  const every = quiet[segment] ?? 90;
  for (let on = addDays(from, random.between(5, every)); on < to; ) {
    const badly = trouble(on);
    const [area, subject] = random.pick(subjects);
    const severity =
      badly > 45
        ? random.pick(["high", "high", "urgent", "normal"] as const)
        : random.pick(["low", "normal", "normal"] as const);
    const solvedOn = addDays(on, badly > 45 ? random.between(12, 40) : random.between(1, 5));
    const opened = { on, time: `${random.between(10, 16)}:${random.between(10, 59)}` };
    const id = `${number}ticket${on.replaceAll("-", "")}`;
    const entry: EntryOf<"support_ticket"> = {
      of: "support_ticket",
      ticket: `T-${number}-${on.slice(2).replaceAll("-", "")}`,
      subject,
      severity,
      area,
      solvedAt: book.past(solvedOn) ? instantOf({ on: solvedOn, time: "15:00" }) : null,
      contacts: badly > 45 ? random.between(2, 6) : random.between(1, 3),
      reopened: badly > 45 && random.chance(2_500),
      escalated: badly > 60 && random.chance(3_500),
    };
    book.put(accountId, id, opened, entry, null);
    if (entry.solvedAt !== null) solved.push({ ticket: entry.ticket, solvedOn });
    on = addDays(on, Math.max(6, Math.round((every * (100 - badly)) / 100) + random.between(0, 12)));
  }
  return solved;
}

/** For how many days what is seen opens a flag by itself, once the company is looked at; before, its flags are history. */
const newsDays = 60;
/** Within how many days of the answer before an NPS has to fall for a flag. */
const cycleDays = 100;

/** A red flag of the past: opened on the day of its evidence, and cleared some weeks later. */
function pastFlag(
  book: JournalBook,
  { accountId, number, owners }: Portrait,
  { on, text, clearedOn }: { readonly on: Day; readonly text: string; readonly clearedOn: Day },
): void {
  const id = `${number}flag${on.replaceAll("-", "")}`;
  const opened = { on, time: "18:00" };
  const flag: EntryOf<"red_flag"> = {
    of: "red_flag",
    rule: "nps_fell",
    title: "NPS fell within one cycle",
    evidence: [{ on, text }],
    cleared: null,
  };
  book.put(accountId, id, opened, flag, null);
  const cleared = {
    on: clearedOn,
    reason: "Talked it through with them; what was in the way is being mended.",
  };
  book.put(accountId, id, opened, { ...flag, cleared }, owners.ae, { on: clearedOn, time: "11:00" });
}

/** One person answers each quarter or so, most of the time the same. */
function answers(book: JournalBook, portrait: Portrait, { from, to, trouble, random }: Stretch): void {
  const { accountId, number, contacts } = portrait;
  const person = contacts.daily_contact ?? contacts.champion;
  const fond = random.between(8, 10);
  let before: { on: Day; score: number } | null = null;
  for (let on = addDays(from, random.between(0, 80)); on < to; on = addDays(on, random.between(80, 95))) {
    if (random.chance(2_000)) continue;
    const badly = trouble(on);
    const score = Math.max(0, Math.min(10, fond - Math.round((badly * 6) / 100) - random.between(0, 1)));
    const comment = random.chance(3_000) ? random.pick(score <= 6 ? words.bad : words.good) : null;
    const entry: EntryOf<"survey_answer"> = {
      of: "survey_answer",
      survey: "nps",
      score,
      contactId: person?.id ?? null,
      person: person === undefined ? `respondent ${number}` : null,
      about: null,
      comment,
    };
    const at = { on, time: `${random.between(10, 16)}:${random.between(10, 59)}` };
    book.put(accountId, `${number}nps${on.replaceAll("-", "")}`, at, entry, null);
    const fell = before && before.score >= 8 && score <= 5 && before.on >= addDays(on, -cycleDays);
    if (before && fell && on < addDays(book.timeline.today, -newsDays)) {
      const text = `NPS answered with ${score} after ${before.score} on ${before.on}`;
      pastFlag(book, portrait, { on, text, clearedOn: addDays(on, 20 + ((score * 7) % 30)) });
    }
    before = { on, score };
    // Most who are unhappy are called; some too late, and some not at all.
    if (score <= 6 && random.chance(8_000)) {
      const calledOn = addDays(on, random.chance(7_500) ? 1 : random.between(3, 6));
      const text = "Called about the answer to the survey; went through what is in the way.";
      book.put(
        accountId,
        `${number}outreach${on.replaceAll("-", "")}`,
        { on: calledOn, time: "09:10" },
        {
          of: "touchpoint",
          type: "call",
          direction: "ours",
          contacts: person ? [person.id] : [],
          text,
          outcome: null,
          nextStep: null,
        },
        portrait.owners.ae,
      );
    }
  }
}
