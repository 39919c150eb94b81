import {
  type CommercialRole,
  type ExpansionKind,
  expansionKinds,
  renewalPreparations,
} from "@termwise/core/facts";
import { addDays, addMonths, type Day, daysBetween, earlier } from "@termwise/core/kernel";
import { termEndOn } from "@termwise/core/lifecycle";
import { type Random, randomOf } from "../random.ts";
import { churnReason } from "./churn-reasons.ts";
import type { JournalBook } from "./journal-book.ts";
import { type Portrait, valueOn, workday } from "./portrait.ts";

interface Person {
  readonly name: string;
  readonly role: CommercialRole;
}

/** Who holds a commercial role of the account on a day. */
function holder({ record }: Portrait, role: CommercialRole, on: Day): Person | null {
  const name = valueOn(record.attributes, role, on);
  return name === null ? null : { name, role };
}

/** Who would grow or renew the account: its AM, else its CSM, else its AE. */
export function commercialOf(portrait: Portrait, on: Day): Person {
  return (
    holder(portrait, "am", on) ??
    holder(portrait, "csm", on) ?? { name: portrait.owners.ae, role: "ae" as const }
  );
}

/** The motions of a customer: its renewal where one is open, its expansions, and why it left. */
export function motions(book: JournalBook, portrait: Portrait, seed: number): void {
  const random = randomOf(seed, `motions ${portrait.number}`);
  for (const [index, { lostOn }] of portrait.lives.entries())
    if (lostOn !== null) churnReason(book, portrait, { lostOn, index, random });
  if (portrait.lives.at(-1)?.lostOn !== null) return;
  renewal(book, portrait, random);
  expansions(book, portrait, random);
}

/** Most conversations about a renewal begin in time, some late, some not at all. */
function renewal(book: JournalBook, portrait: Portrait, random: Random): void {
  const { accountId, number, record } = portrait;
  const { today } = book.timeline;
  const termEndsOn = termEndOn(record, today);
  if (termEndsOn === null || daysBetween(today, termEndsOn) > 120) return;
  const opensOn = addDays(termEndsOn, -120);
  const latest = earlier(addDays(termEndsOn, -90), addMonths(termEndsOn, -3));
  const drawn = random.between(1, 100);
  const startedOn = workday(
    drawn <= 70 ? addDays(opensOn, random.between(2, 24)) : addDays(latest, random.between(6, 30)),
  );
  const owner = commercialOf(portrait, startedOn);
  const quiet = drawn > 90 || startedOn <= portrait.lives.at(-1)!.wonOn;
  // Before it was signed, the line that ends then was not known of: it is the same term only from its start on.
  if (quiet || termEndOn(record, startedOn) !== termEndsOn) return;
  book.put(
    accountId,
    `${number}renewal`,
    { on: startedOn, time: "10:05" },
    { of: "renewal_started", termEndsOn, owner },
    owner.name,
  );
  for (const [index, step] of renewalPreparations.entries()) {
    const plannedOn = workday(addDays(startedOn, 18 + index * 16));
    const held = random.chance(8_000) && book.past(plannedOn);
    const entry = {
      of: "renewal_step",
      termEndsOn,
      step,
      plannedOn,
      doneOn: held ? plannedOn : null,
      note: null,
    } as const;
    const at = { on: held ? plannedOn : startedOn, time: `1${index}:40` };
    book.put(accountId, `${number}renewalstep${index}`, at, entry, owner.name);
  }
}

const growth: Readonly<Record<string, number>> = { Enterprise: 3_400, "Mid-market": 2_000, Growth: 700 };

/** Expansions: one that the ledger shows is explained or left without an owner; some are open, some were lost. */
function expansions(book: JournalBook, portrait: Portrait, random: Random): void {
  const { record, name, story } = portrait;
  const { today } = book.timeline;
  const grown = record.movements.filter(
    ({ kind, on, sourcedBy }) =>
      kind === "expansion" && sourcedBy === null && on <= today && on > addDays(today, -365),
  );
  for (const [index, movement] of grown.entries()) {
    if (!random.chance(7_500)) continue;
    const closedOn = workday(addDays(movement.on, -2));
    const openedOn = workday(addDays(closedOn, -random.between(20, 60)));
    if (openedOn < portrait.lives.at(-1)!.wonOn) continue;
    put(book, portrait, `won${index}`, {
      ...{ openedOn, closedOn, outcome: "won" as const, random },
      ...{ amount: String(movement.amount), currency: movement.currency },
    });
  }
  const chance = name === "Calder Logistics" ? 10_000 : story ? 0 : (growth[portrait.segment] ?? 150);
  if (!random.chance(chance) || portrait.course === "idle") return;
  const openedOn = workday(addDays(today, -random.between(12, 75)));
  if (daysBetween(portrait.lives.at(-1)!.wonOn, openedOn) < 60) return;
  const lost = !story && random.chance(2_500);
  const closedOn = lost ? workday(addDays(today, -random.between(2, 10))) : null;
  const held = record.movements.findLast(({ on }) => on <= openedOn);
  const amount = ((held?.balance ?? 0n) * BigInt(random.between(6, 22))) / 100n;
  if (amount === 0n || held === undefined) return;
  put(book, portrait, "open", {
    ...{ openedOn, closedOn, outcome: lost ? ("lost" as const) : null, random },
    ...{ amount: String(amount), currency: held.currency },
  });
}

interface Motion {
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly outcome: "won" | "lost" | null;
  readonly random: Random;
  readonly amount: string;
  readonly currency: Portrait["record"]["movements"][number]["currency"];
}

function put(book: JournalBook, portrait: Portrait, name: string, motion: Motion): void {
  const { openedOn, closedOn, outcome, random, amount, currency } = motion;
  const owner = commercialOf(portrait, openedOn);
  const csm = holder(portrait, "csm", openedOn);
  const type: ExpansionKind = random.pick(expansionKinds);
  const opened = {
    of: "expansion",
    ...{ type, openedOn, owner, amount, currency },
    closedOn: null,
    outcome: null,
    source: random.chance(6_500) ? (csm ?? owner) : owner,
    closer: null,
    note: null,
  } as const;
  const id = `${portrait.number}expansion${name}`;
  const at = { on: openedOn, time: "15:20" };
  book.put(portrait.accountId, id, at, opened, owner.name);
  if (closedOn === null) return;
  const note = outcome === "lost" ? "Budget went to another project; ask again next year." : null;
  const closed = { ...opened, closedOn, outcome, closer: owner, note };
  book.put(portrait.accountId, id, at, closed, owner.name, { on: closedOn, time: "16:10" });
}
