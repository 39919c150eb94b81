import type { TouchpointKind } from "@termwise/core/facts";
import { addDays, addMonths, type Day, dayOfCivil } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import { executiveOf } from "./assignments.ts";
import type { JournalBook } from "./journal-book.ts";
import { type Portrait, valueOn, workday } from "./portrait.ts";

/** Days between touchpoints, and how many of them there are at most. */
const cadence: Readonly<Record<string, { every: number; most: number }>> = {
  Enterprise: { every: 24, most: 7 },
  "Mid-market": { every: 52, most: 3 },
  Growth: { every: 80, most: 2 },
  "Public sector": { every: 45, most: 3 },
  "Small business": { every: 95, most: 1 },
};

const said: Readonly<Record<"call" | "meeting" | "email" | "note", readonly string[]>> = {
  call: [
    "Weekly call. Two open tickets, one about the calendar interface. They plan the next site for spring.",
    "Call about the export of hours. Works since the update; payroll will try it this month.",
    "Short call, all quiet. Asked for a training for three new planners.",
  ],
  meeting: [
    "Went through usage with the site leads. The second site plans in Scheduling since last month.",
    "Met the new shift lead. Wants a board per hall; showed it, sent the guide.",
  ],
  email: [
    "Sent the summary of the last quarter and asked who takes part in the next review.",
    "Asked for the list of planners that have left, to free their seats.",
  ],
  note: ["Support has three tickets about slow imports; none open now."],
};
const system = "Monthly summary of use was sent.";

/** When we were in touch with a customer: calls, meetings and reviews, more often with larger ones. */
export function touchpoints(book: JournalBook, portrait: Portrait, seed: number): void {
  const { segment, lives, number, course } = portrait;
  const { wonOn, lostOn } = lives.at(-1)!;
  if (lostOn !== null) return;
  const random = randomOf(seed, `touchpoints ${number}`);
  const { every, most } = cadence[segment] ?? { every: 80, most: 2 };
  const { today } = book.timeline;
  // Some customers nobody has spoken to for too long.
  const quiet = course === "idle" || random.chance(1_200) ? every * 2 : 0;
  for (let k = 0; k < most; k++) {
    const on = workday(addDays(today, -2 - quiet - k * every - random.between(0, 12)));
    if (on <= wonOn) break;
    touch(book, portrait, { id: `touch${k}`, on, random });
  }
  if (segment === "Enterprise") reviews(book, portrait, random);
}

interface Touching {
  readonly id: string;
  readonly on: Day;
  readonly random: Random;
}

function touch(book: JournalBook, portrait: Portrait, { id, on, random }: Touching): void {
  const { accountId, number, segment, contacts, record, owners } = portrait;
  const tech = segment === "Small business";
  const type = tech ? "email" : random.pick(["call", "call", "meeting", "email", "note"] as const);
  const csm = valueOn(record.attributes, "csm", on);
  const by = tech ? null : (csm ?? owners.am ?? owners.ae);
  const person = random.pick([
    contacts.champion,
    contacts.daily_contact,
    contacts.champion,
    contacts.sponsor,
  ]);
  const theirs = !tech && type !== "note" && random.chance(3_000);
  const entry = {
    of: "touchpoint",
    type,
    direction: type === "note" ? null : theirs ? "theirs" : "ours",
    contacts: type === "note" || !person ? [] : [person.id],
    text: tech ? system : random.pick(said[type]),
    outcome: random.chance(800) ? (random.chance(6_500) ? "good" : "bad") : null,
    nextStep: !tech && random.chance(4_000) ? "Send the guide and ask again in two weeks." : null,
  } as const;
  const at = { on, time: `${random.between(10, 16)}:${random.between(10, 59)}` };
  book.put(accountId, `${number}${id}`, at, { ...entry, contacts: [...entry.contacts] }, by);
}

/** The first day of the calendar quarter of a day. */
function quarterOf(on: Day): Day {
  const month = Number(on.slice(5, 7));
  return dayOfCivil(Number(on.slice(0, 4)), month - ((month - 1) % 3), 1);
}

/** Quarterly reviews of enterprise customers, and an executive review a year; some were missed, some were without the sponsor. */
function reviews(book: JournalBook, portrait: Portrait, random: Random): void {
  const { today } = book.timeline;
  const first = addDays(portrait.lives.at(-1)!.wonOn, 60);
  for (let back = 0; back < 4; back++) {
    const quarter = addMonths(quarterOf(today), -3 * back);
    const on = workday(addDays(quarter, random.between(20, 70)));
    if (on < first || random.chance(2_000)) continue;
    const type: TouchpointKind = back === 2 ? "ebr" : back === 3 ? "annual_review" : "qbr";
    review(book, portrait, { id: `review${back}`, on, type, withSponsor: random.chance(8_500) });
  }
}

function review(
  book: JournalBook,
  portrait: Portrait,
  { id, on, type, withSponsor }: { id: string; on: Day; type: TouchpointKind; withSponsor: boolean },
): void {
  const { accountId, number, contacts, record, owners } = portrait;
  const { sponsor, champion } = contacts;
  const there = [...(withSponsor || type === "ebr" ? [sponsor] : []), champion].flatMap(
    (one) => one?.id ?? [],
  );
  const executive = executiveOf(portrait.segment);
  const entry = {
    of: "touchpoint",
    type,
    direction: "ours",
    contacts: there,
    ours: type === "qbr" ? [owners.ae] : executive === null ? [] : [executive],
    text: "Went through the goals of the quarter, use by site and what comes next. Slides are in the account folder.",
    outcome: null,
    nextStep: "Agree the goals of the next quarter.",
  } as const;
  const by = valueOn(record.attributes, "csm", on) ?? owners.ae;
  book.put(accountId, `${number}${id}`, { on, time: "13:30" }, { ...entry, ours: [...entry.ours] }, by);
}
