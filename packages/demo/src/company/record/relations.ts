import type { ContactRole, EntryOf } from "@termwise/core/facts";
import { addDays, type Day, later } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import type { DemoContact } from "./contacts.ts";
import type { JournalBook } from "./journal-book.ts";
import { type Portrait, valueOn } from "./portrait.ts";
import { championLeftOn } from "./usage.ts";

const roles: readonly ContactRole[] = [
  "sponsor",
  "champion",
  "daily_contact",
  "economic_buyer",
  "objector",
  "end_user",
];

const influenceOf: Readonly<Record<ContactRole, 1 | 2 | 3>> = {
  sponsor: 3,
  champion: 2,
  daily_contact: 1,
  economic_buyer: 3,
  objector: 2,
  end_user: 1,
};

/** A customer that is well and may lose its champion: the first of them does so on the day before today, and nobody has seen to it. */
export const losesChampion = ({ course, story, segment, lives, contacts }: Portrait): boolean =>
  course === "adopted" &&
  !story &&
  segment === "Mid-market" &&
  lives.at(-1)?.lostOn === null &&
  contacts.champion !== undefined;

interface Asked {
  readonly seed: number;
  /** Whether its champion left of late, whatever its course. */
  readonly leaves: boolean;
}

/** The roles people at a customer have had, who of us keeps each relation, and what became of champions that left. */
export function relations(book: JournalBook, portrait: Portrait, { seed, leaves: ofLate }: Asked): void {
  const { accountId, number, contacts, course, lives, record, owners } = portrait;
  const random = randomOf(seed, `relations ${number}`);
  const { today } = book.timeline;
  const first = lives[0]?.wonOn ?? today;
  const since = addDays(first, -random.between(10, 40));
  const leaves = course === "champion_gone" || portrait.name === "Halden Freight";
  const put = (id: string, on: Day, entry: Omit<EntryOf<"contact_role">, "of">, by: string | null) =>
    book.put(accountId, `${number}role${id}`, { on, time: "09:00" }, { of: "contact_role", ...entry }, by);
  for (const role of roles) {
    const contact = contacts[role];
    if (!contact) continue;
    const counterpart = keeperOf(portrait, role, random);
    put(role.replaceAll("_", ""), since, said(contact, { role, since, counterpart, random }), owners.ae);
  }
  const { champion, successor } = contacts;
  const note = "Left for another company; said goodbye by email.";
  if (champion && ofLate) {
    const on = addDays(today, -1);
    const gone = { role: "champion", since: on, counterpart: null, random } as const;
    const csm = valueOn(record.attributes, "csm", on);
    put("championleft", on, { ...said(champion, gone), state: "left", note }, csm);
  }
  if (!leaves || !champion) return;
  const lost = lives.at(-1)?.lostOn ?? null;
  const leftOn = lost === null ? championLeftOn(today) : addDays(lost, -130);
  const csm = valueOn(record.attributes, "csm", leftOn);
  const gone = { role: "champion", since: leftOn, counterpart: null, random } as const;
  put("championleft", addDays(leftOn, 3), { ...said(champion, gone), state: "left", note }, csm);
  if (!successor) return;
  const next = later(addDays(leftOn, 40), leftOn);
  const entry = said(successor, { role: "champion", since: next, counterpart: csm, random });
  put("successor", addDays(next, 2), { ...entry, sentiment: "neutral" }, csm);
}

interface Said {
  readonly role: ContactRole;
  readonly since: Day;
  readonly counterpart: string | null;
  readonly random: Random;
}

function said(
  { id }: DemoContact,
  { role, since, counterpart, random }: Said,
): Omit<EntryOf<"contact_role">, "of"> {
  const influence = influenceOf[role];
  const feeling = random.between(1, 100);
  const sentiment =
    role === "objector" ? "negative" : feeling <= 60 ? "positive" : feeling <= 92 ? "neutral" : "negative";
  return { contactId: id, role, state: "active", since, influence, sentiment, counterpart, note: null };
}

/** Who of us keeps a relation; of some the seller still does, long after the account was handed over. */
function keeperOf({ record, owners }: Portrait, role: ContactRole, random: Random): string | null {
  const csm = valueOn(record.attributes, "csm", "9999-12-31" as Day);
  if (role === "economic_buyer") return owners.am ?? owners.ae;
  return random.chance(600) ? owners.ae : csm;
}
