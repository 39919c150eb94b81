import type { ContactRole } from "@termwise/core/facts";
import { type AccountId, ContactId, type Day, type Instant, instant } from "@termwise/core/kernel";
import { domainOf } from "../account-facts.ts";
import type { Random } from "../random.ts";
import { beginnings, endings, taken } from "../words.ts";

/** An invented person at a customer. What is personal of them belongs where it can be erased; facts know the id alone. */
export interface DemoContact {
  readonly id: ContactId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly title: string;
  readonly note: string | null;
  readonly addedAt: Instant;
}

/** The people at one customer by what they do there; not every customer has everybody. */
export type ContactsOf = Readonly<Partial<Record<ContactRole | "successor", DemoContact>>>;

const givenNames =
  "Abiola Alma Anselm Asta Bastian Birgit Caleb Celeste Dario Delphine Edwin Elin Emeka Esme Farah Florian Greta Hanne Hector Ilse Imran Iona Jasper Jonna Kasimir Katya Leif Linnea Lucan Maeve Malik Marit Nadia Nils Odile Orla Otto Petra Quentin Rafael Renske Rosa Saskia Silas Sunniva Tabitha Tariq Tilda Ugo Vera Viggo Wendel Xenia Yara Ylva Zeno".split(
    " ",
  );

const titles: Readonly<Record<ContactRole | "successor", readonly string[]>> = {
  sponsor: ["Chief Operating Officer", "VP Operations", "Managing Director", "Director of Planning"],
  champion: ["Head of Planning", "Operations Lead", "Process Manager", "Planning Manager"],
  daily_contact: ["Planning Coordinator", "Dispatcher", "Office Manager", "Systems Administrator"],
  economic_buyer: ["Chief Financial Officer", "Finance Director", "Head of Procurement"],
  objector: ["IT Security Lead", "Works Council", "Head of IT"],
  end_user: ["Planner", "Shift Lead", "Scheduler"],
  successor: ["Head of Operations Planning", "Acting Head of Planning"],
};

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "");

function personName(random: Random): { given: string; family: string } {
  const given = random.pick(givenNames);
  for (;;) {
    const [start, end] = [random.pick(beginnings), random.pick(endings)];
    if (!start.endsWith(end[0] ?? "") && !taken.has(`${start}${end}`))
      return { given, family: `${start}${end}` };
  }
}

interface Asked {
  readonly accountId: AccountId;
  readonly number: string;
  readonly company: string;
  readonly roles: readonly (keyof ContactsOf)[];
  readonly addedOn: Day;
}

/** Invents the people at a customer, one for each role that is asked for. */
export function contactsFor(
  { accountId, number, company, roles, addedOn }: Asked,
  random: Random,
): ContactsOf {
  const people = roles.map((role, index): [string, DemoContact] => {
    const { given, family } = personName(random);
    const contact: DemoContact = {
      id: ContactId.parse(`con_demo${number}${String.fromCharCode(97 + index)}`),
      accountId,
      name: `${given} ${family}`,
      email: `${plain(given)}.${plain(family)}@${domainOf(company)}`,
      phone: random.chance(4_000) ? `+1 555 01${random.between(10, 99)}` : null,
      title: random.pick(titles[role]),
      note: null,
      addedAt: instant(`${addedOn}T09:00:00Z`),
    };
    return [role, contact];
  });
  return Object.fromEntries(people);
}

/** Who is known at a customer of a segment: the more it pays, the more people. */
export function rolesKnown(segment: string, random: Random): (keyof ContactsOf)[] {
  if (segment === "Small business") return ["sponsor", "champion", "daily_contact"];
  const base: (keyof ContactsOf)[] = ["sponsor", "champion", "daily_contact"];
  if (segment === "Growth") return random.chance(2_500) ? [...base, "end_user"] : base;
  if (random.chance(7_000)) base.push("economic_buyer");
  if (random.chance(3_000)) base.push("objector");
  if (segment === "Enterprise") base.push("end_user");
  return base;
}
