import type { EntryOf } from "@termwise/core/facts";
import { addDays, type Day, daysBetween, type Instant, instant } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import { engineer, type HandoffKind, handoffEra } from "./handoff-kinds.ts";
import { instantOf, type JournalBook, type Moment } from "./journal-book.ts";
import { type Portrait, valueOn } from "./portrait.ts";

/** Of customers that left longer ago nothing is asked any more. */
const rememberedDays = 820;

interface Promising {
  readonly book: JournalBook;
  readonly portrait: Portrait;
  readonly kind: HandoffKind;
  readonly closedAt: Moment;
  readonly random: Random;
  readonly ae: string;
  readonly cs: string;
}

const technicalOnes = [
  "Orders from the ERP arrive every night before five",
  "Staff and skills are imported from the HR system",
  "Plans can be exported to payroll",
  "Single sign-on works for contractors too",
];
const otherOnes = [
  "Training for every planner within the first month",
  "Last year's data is imported by us",
  "A named contact answers within four hours in the first quarter",
  "The second site can be added at the same price",
];

/** How a promise came out: most are kept, some are at risk or broken; what is due later is open. */
function stateOf(dueOn: Day, drawn: number, book: JournalBook) {
  if (!book.past(addDays(dueOn, -6))) return drawn <= 20 ? "at_risk" : "open";
  return drawn <= 78 ? "kept" : drawn <= 88 ? "at_risk" : drawn <= 96 ? "broken" : "open";
}

/**
 * What is still known to have been promised to a customer from before handoffs were kept: written down on its day, by who
 * looked after the account, with what came of it.
 */
export function earlierPromise(book: JournalBook, portrait: Portrait, seed: number): void {
  const { accountId, number, owners, lives, record } = portrait;
  const life = lives.at(-1);
  const { today } = book.timeline;
  if (!life || daysBetween(life.wonOn, today) <= handoffEra) return;
  if (life.lostOn !== null && life.lostOn < addDays(today, -rememberedDays)) return;
  const random = randomOf(seed, `earlier promise ${number}`);
  const technical = random.chance(5_000);
  const dueOn = addDays(life.wonOn, random.between(20, 85));
  const by = valueOn(record.attributes, "csm", dueOn) ?? owners.ae;
  const entry: EntryOf<"promise"> = {
    of: "promise",
    text: random.pick(technical ? technicalOnes : otherOnes),
    saidBy: owners.ae,
    technical,
    owner: technical ? engineer : by,
    dueOn,
    state: random.chance(8_500) ? "kept" : "broken",
    cseInformedAt: technical ? instantOf({ on: addDays(life.wonOn, 4), time: "10:45" }) : null,
    link: null,
  };
  book.put(accountId, `${number}earlierpromise`, { on: dueOn, time: "16:00" }, entry, by);
}

/** What was promised before the close, who answers for it and how it came out. */
export function promises({ book, portrait, kind, closedAt, random, ae, cs }: Promising): void {
  const told: Instant | null = kind === "untold" ? null : instant(`${addDays(closedAt.on, 4)}T10:45:00Z`);
  const technical = kind === "untold" || random.chance(6_000);
  const wanted = [...(technical ? [true] : []), ...(random.chance(5_500) ? [false] : [])];
  for (const [index, isTechnical] of wanted.entries()) {
    const dueOn = addDays(closedAt.on, random.between(20, 85));
    const open = {
      of: "promise",
      text: random.pick(isTechnical ? technicalOnes : otherOnes),
      saidBy: ae,
      technical: isTechnical,
      owner: random.chance(900) ? null : isTechnical ? engineer : cs,
      dueOn,
      state: "open",
      cseInformedAt: isTechnical && told !== null && book.past(addDays(closedAt.on, 4)) ? told : null,
      link: null,
    } as const;
    const at = { ...closedAt, time: `18:${20 + index}` };
    const id = `${portrait.number}promise${index}`;
    book.put(portrait.accountId, id, at, open, ae);
    const state = stateOf(dueOn, random.between(1, 100), book);
    const seen = { on: book.past(dueOn) ? dueOn : addDays(book.timeline.today, -1), time: "16:00" };
    if (state !== "open" && seen.on > at.on)
      book.put(portrait.accountId, id, at, { ...open, state }, cs, seen);
  }
}
