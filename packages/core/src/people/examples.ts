import type { Example } from "../glossary/index.ts";
import type { PlainRecord, PlainRole } from "./plain-record.ts";

/** What is on record of a customer, asked of on a day. */
export interface PeopleCase {
  readonly record: PlainRecord;
  readonly on: string;
  readonly renewalOn?: string;
}

const year = "2025-01-01";
const ana: PlainRole = { who: "ana", role: "champion", since: year };
const vera: PlainRole = { who: "vera", role: "sponsor", since: year };
const met = (on: string, ...people: string[]) => ({ on, type: "call" as const, with: people });

/** Records of people and what is missing among them. */
export const gapExamples = {
  champion: [
    {
      scenario: "S-14",
      title: "The champion leaves after eight months: missing at once, although a replacement is named",
      given: {
        record: {
          roles: [
            ana,
            vera,
            { who: "ana", role: "champion", since: "2025-09-01", state: "left" },
            { who: "ben", role: "champion", since: "2025-09-01" },
          ],
          touches: [met("2025-08-20", "ana"), met("2025-08-25", "vera")],
        },
        on: "2025-09-01",
      },
      expect: ["champion_left ana, left on 2025-09-01, ben has not been met"],
    },
    {
      title: "Once the successor was spoken to, nothing is missing",
      given: {
        record: {
          roles: [
            ana,
            vera,
            { who: "ana", role: "champion", since: "2025-09-01", state: "left" },
            { who: "ben", role: "champion", since: "2025-09-01" },
          ],
          touches: [met("2025-09-03", "ben", "vera")],
        },
        on: "2025-09-10",
      },
      expect: [],
    },
    {
      title: "A sponsor is no champion: the one relation does not stand in for the other",
      given: { record: { roles: [vera], touches: [met("2025-03-01", "vera")] }, on: "2025-03-10" },
      expect: ["no_champion"],
    },
  ],
} satisfies Record<string, Example<PeopleCase, string[]>[]>;

const replaced = [
  ana,
  vera,
  { who: "ana", role: "champion", since: "2025-09-01", state: "left" },
  { who: "ben", role: "champion", since: "2025-09-01" },
] as const satisfies readonly PlainRole[];

/** Records of people, and whether a champion has gone. */
export const departureExamples = {
  "champion-departure": [
    {
      scenario: "S-14",
      title: "Told on the very day, a named successor or not",
      given: { record: { roles: replaced, touches: [met("2025-08-20", "ana", "vera")] }, on: "2025-09-01" },
      expect: ["champion_left ana, left on 2025-09-01, ben has not been met"],
    },
    {
      title: "A move to other work within the customer is one too",
      given: {
        record: {
          roles: [ana, vera, { who: "ana", role: "champion", since: "2025-09-01", state: "moved" }],
          touches: [met("2025-08-20", "ana", "vera")],
        },
        on: "2025-09-02",
      },
      expect: ["champion_left ana, moved on 2025-09-01, nobody took over"],
    },
    {
      title: "It is over when somebody has spoken to the successor",
      given: { record: { roles: replaced, touches: [met("2025-09-03", "ben", "vera")] }, on: "2025-09-10" },
      expect: [],
    },
    {
      title: "That the sponsor leaves is another event",
      given: {
        record: {
          roles: [ana, vera, { who: "vera", role: "sponsor", since: "2025-09-01", state: "left" }],
          touches: [met("2025-08-20", "ana")],
        },
        on: "2025-09-02",
      },
      expect: [],
    },
  ],
} satisfies Record<string, Example<PeopleCase, string[]>[]>;

/** Records of people, and whose approval a renewal needs. */
export const approverExamples = {
  sponsor: [
    {
      scenario: "S-15",
      title: "A sponsor who never signs in and gets the quarterly review stands on the renewal",
      given: {
        record: {
          roles: [ana, vera],
          touches: [{ on: "2025-10-07", type: "qbr", with: ["vera"] }, met("2025-11-02", "ana")],
        },
        on: "2025-12-01",
      },
      expect: ["vera, sponsor, last touch 2025-10-07, last review 2025-10-07"],
    },
    {
      title: "Who moved to another post approves nothing any more",
      given: {
        record: { roles: [vera, { who: "vera", role: "sponsor", since: "2025-06-01", state: "moved" }] },
        on: "2025-12-01",
      },
      expect: [],
    },
  ],
} satisfies Record<string, Example<PeopleCase, string[]>[]>;

const executive = { attribute: "exec_sponsor", value: "Vincent Price" } as const;
const held = { attribute: "csm", value: "Mara Klein" } as const;

/** Records of people, and how a matter is raised past the everyday line. */
export const escalationExamples = {
  "exec-sponsor": [
    {
      scenario: "S-16",
      title: "Our executive and the customer's sponsor are a line of their own beside CSM and champion",
      given: {
        record: {
          attributes: [executive, held],
          roles: [ana, { ...vera, counterpart: "Vincent Price" }],
        },
        on: "2025-12-01",
      },
      expect: "Vincent Price with vera, beside Mara Klein with ana",
    },
    {
      title: "Without an executive of ours there is no such line",
      given: { record: { attributes: [held], roles: [ana, vera] }, on: "2025-12-01" },
      expect: null,
    },
  ],
} satisfies Record<string, Example<PeopleCase, string | null>[]>;

/** Records of people, and the roles they have on a day. */
export const roleExamples = {
  stakeholder: [
    {
      title: "On a day in the past a person has the role of that day",
      given: {
        record: { roles: [ana, { who: "ana", role: "champion", since: "2025-09-01", state: "left" }] },
        on: "2025-05-01",
      },
      expect: ["ana, champion, active since 2025-01-01"],
    },
    {
      title: "Later the same person has left, and the months before stay",
      given: {
        record: { roles: [ana, { who: "ana", role: "champion", since: "2025-09-01", state: "left" }] },
        on: "2025-10-01",
      },
      expect: ["ana, champion, left since 2025-09-01, active since 2025-01-01"],
    },
  ],
} satisfies Record<string, Example<PeopleCase, string[]>[]>;

/** Records of people, and which of them are key. */
export const keyExamples = {
  "key-stakeholders": [
    {
      title: "Sponsor, champion and whoever has influence; reachable is who was in touch within 90 days",
      given: {
        record: {
          roles: [
            ana,
            vera,
            { who: "dan", role: "daily_contact", since: year, influence: 2 },
            { who: "eve", role: "end_user", since: year },
          ],
          touches: [met("2025-11-20", "ana", "eve"), met("2025-06-01", "vera")],
        },
        on: "2025-12-01",
      },
      expect: ["ana, reachable", "vera", "dan"],
    },
  ],
} satisfies Record<string, Example<PeopleCase, string[]>[]>;

/** Records of people, and when they were last in touch. */
export const touchExamples = {
  touchpoints: [
    {
      title: "A note reaches nobody; the last touch is the mail before it",
      given: {
        record: {
          touches: [
            met("2025-03-03", "ana"),
            { on: "2025-03-20", type: "email" },
            { on: "2025-03-25", type: "note" },
          ],
        },
        on: "2025-03-30",
      },
      expect: "2025-03-20, 10 days ago",
    },
    {
      title: "Without any touchpoint the last one is not known, which is not today",
      given: { record: {}, on: "2025-03-30" },
      expect: null,
    },
  ],
} satisfies Record<string, Example<PeopleCase, string | null>[]>;

/** Records of touchpoints, and how much of them people carried. */
export const humanExamples = {
  "human-led-success": [
    {
      title: "Three calls by a person, one mail by a system",
      given: {
        record: {
          touches: [
            met("2025-01-10", "ana"),
            met("2025-02-10", "ana"),
            met("2025-03-10", "ana"),
            { on: "2025-03-12", type: "email", by: null },
          ],
        },
        on: "2025-03-30",
      },
      expect: "3/4",
    },
  ],
} satisfies Record<string, Example<PeopleCase, string | null>[]>;

const passed = [
  { attribute: "cse", value: "Noor Aziz" },
  { attribute: "cse", value: "Ida Blum", from: "2025-07-01" },
  { attribute: "cs_manager", value: "Olga Brandt", from: "2025-03-01" },
] as const;

/** Records of assignments, and who of us held the account on a day. */
export const holderExamples = {
  cse: [
    {
      title: "Who was CSE in June, before the account passed to another",
      given: { record: { attributes: [...passed] }, on: "2025-06-30" },
      expect: "Noor Aziz",
    },
    {
      title: "And from July on",
      given: { record: { attributes: [...passed] }, on: "2025-07-01" },
      expect: "Ida Blum",
    },
  ],
  "cs-manager": [
    {
      title: "Before somebody was assigned, nobody held it",
      given: { record: { attributes: [...passed] }, on: "2025-02-28" },
      expect: null,
    },
  ],
} satisfies Record<string, Example<PeopleCase, string | null>[]>;
