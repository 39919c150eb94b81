import type { AccountEntry } from "@termwise/core/facts";
import { addDays, ContactId, type Day, day } from "@termwise/core/kernel";
import { customerOf, type PlainCustomer } from "@termwise/core/lifecycle";
import { type CustomerRecord, feedOf, type HouseRules } from "@termwise/core/people";
import { Chance } from "../ledger/chance.ts";

/** Customers as a board holds them: what is on record of each, the rules for all, and the day that is asked for. */
export interface Customers {
  readonly records: readonly CustomerRecord[];
  readonly rules: HouseRules;
  readonly on: Day;
  readonly entries: number;
  readonly readings: number;
}

const on = day("2026-09-30");
const entriesEach = 40;
const readingsEach = 40;
const sponsor = ContactId.parse("con_sponsor");
const criteria = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
] as const;

const rules: NonNullable<PlainCustomer["rules"]> = [
  {
    on: "2024-01-01",
    entry: {
      of: "adoption_rule",
      segment: null,
      coreFeatures: [
        { feature: "Planning", cadence: "daily" },
        { feature: "Reports", cadence: "weekly" },
      ],
      coreModule: "Planning",
      seatShare: 60,
      idleDays: 14,
    },
  },
  { on: "2025-01-01", entry: { of: "lifecycle_policy", parameters: { slaWonDays: 90 } } },
];

/** Customers with forty entries and forty readings each, drawn so that all stages, moves back and losses come up. */
export function customersOf(accounts: number, seed = 7): Customers {
  const chance = new Chance(seed);
  const made = Array.from({ length: accounts }, () => customerOf(plainOf(chance)));
  return {
    records: made.map(({ record }) => record),
    rules: {
      journal: made[0]?.rules.journal ?? [],
      readings: feedOf(made.flatMap(({ record }) => record.usage)),
    },
    on,
    entries: made.reduce((sum, { record }) => sum + record.journal.length, 0),
    readings: made.reduce((sum, { record }) => sum + record.usage.length, 0),
  };
}

function plainOf(chance: Chance): PlainCustomer {
  const began = addDays(day("2024-01-01"), chance.below(600));
  const at = (after: number) => addDays(began, after);
  const terms = 1 + chance.below(3);
  return {
    rules,
    segment: ["SMB", "Growth", "Enterprise"][chance.below(3)] ?? "SMB",
    lines: Array.from({ length: terms }, (_, year) => ({
      from: at(365 * year),
      to: at(365 * (year + 1) - 1),
      seats: 10 + chance.below(40),
      price: "20",
      per: "month" as const,
    })),
    entries: entriesFrom(chance, at),
    usage: readingsOf(chance),
  };
}

function entriesFrom(chance: Chance, at: (after: number) => Day): { at: string; entry: AccountEntry }[] {
  const told: { at: string; entry: AccountEntry }[] = [
    { at: at(-2), entry: { of: "deal_closed", opportunity: null, signedOn: at(-1) } },
    { at: at(-2), entry: roleOf(sponsor, at(-2)) },
    ...criteria.map((criterion) => ({
      at: at(2 + chance.below(4)),
      entry: { of: "criterion", criterion, text: "As agreed.", from: null } as const,
    })),
    {
      at: at(5),
      entry: {
        of: "kickoff",
        attendedBy: [],
        successCriteria: null,
        timeline: null,
        goLiveOn: null,
        plan: null,
      },
    },
    ...criteria.slice(0, 3).map((criterion) => ({
      at: at(20 + chance.below(40)),
      entry: {
        of: "evidence",
        criterion: criterion as "technical_completion",
        observed: "Seen.",
        link: null,
        expiresOn: chance.below(4) === 0 ? at(300) : null,
      } as const,
    })),
    {
      at: at(60),
      entry: {
        of: "confirmation",
        contactId: sponsor,
        role: "sponsor",
        delegatedBy: null,
        observed: "It runs.",
        link: null,
        expiresOn: null,
      },
    },
    { at: at(61), entry: { of: "onboarded_flag", value: true } },
  ];
  if (chance.below(10) === 0)
    told.push({ at: at(200), entry: { of: "setback", to: "won", reason: "Changed." } });
  while (told.length < entriesEach)
    told.push({
      at: at(chance.below(700)),
      entry: {
        of: "touchpoint",
        type: "call",
        direction: "ours",
        contacts: [sponsor],
        text: "Talked.",
        outcome: null,
        nextStep: null,
      },
    });
  return told;
}

/** Weekly readings of two features, each told on a weekday of its own. */
function readingsOf(chance: Chance): NonNullable<PlainCustomer["usage"]>[number][] {
  const [planning, reports] = [chance.below(7), chance.below(7)];
  const seats = 20;
  return Array.from({ length: readingsEach / 2 }, (_, week) => -7 * week).flatMap((days) => {
    const users = 10 + chance.below(11);
    const activeDays = 4 + chance.below(4);
    return [
      { on: addDays(on, days - planning), feature: "Planning", users, uses: users * 9, activeDays, seats },
      {
        on: addDays(on, days - reports),
        feature: "Reports",
        users: 3,
        uses: 1 + chance.below(3),
        activeDays: 1,
      },
    ];
  });
}

function roleOf(contactId: ContactId, since: Day): AccountEntry {
  return {
    of: "contact_role",
    contactId,
    role: "sponsor",
    state: "active",
    since,
    influence: null,
    sentiment: null,
    counterpart: null,
    note: null,
  };
}
