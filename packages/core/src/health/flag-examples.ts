import type { z } from "zod";
import type { Example } from "../glossary/index.ts";
import type { RedFlagCondition } from "./red-flag.ts";

type Seen = z.input<typeof RedFlagCondition>;

/** What was seen at a customer, on Tuesday 2026-06-09 unless said otherwise. */
export interface FlagCase {
  readonly seen: readonly Seen[];
  readonly on?: string;
}

const logins = (before: number, after: number, days = 30) =>
  ({ what: "logins_fell", before, after, days }) as const;
const nps = (before: number, after: number, days = 92) =>
  ({ what: "nps_fell", before, after, days }) as const;
const declined = (times: number) => ({ what: "renewal_meeting_declined", times }) as const;
const broken = (mended: string | null): Seen => ({
  what: "integration_broken",
  key: true,
  since: "2026-06-01",
  mended,
});

/** Red flags, and what is none. */
export const flagExamples: readonly Example<FlagCase, boolean>[] = [
  {
    scenario: "S-34",
    title: "Logins down by 50 % within 30 days",
    given: { seen: [logins(200, 100)] },
    expect: true,
  },
  { scenario: "S-34", title: "Down by 49 %", given: { seen: [logins(200, 102)] }, expect: false },
  { title: "Down by half within 31 days", given: { seen: [logins(200, 100, 31)] }, expect: false },
  { title: "Nobody signed in before either", given: { seen: [logins(0, 0)] }, expect: false },
  {
    scenario: "S-34",
    title: "The champion moved away from the product",
    given: { seen: [{ what: "champion_gone", how: "moved" }] },
    expect: true,
  },
  {
    scenario: "S-14",
    title: "The champion left after eight months: at once",
    given: { seen: [{ what: "champion_gone", how: "left" }] },
    expect: true,
  },
  {
    scenario: "S-34",
    title: "The renewal meeting declined twice",
    given: { seen: [declined(2)] },
    expect: true,
  },
  { scenario: "S-34", title: "Declined once", given: { seen: [declined(1)] }, expect: false },
  {
    scenario: "S-34",
    title: "A key integration broken on a Monday, and not mended six working days later",
    given: { seen: [broken(null)] },
    expect: true,
  },
  {
    scenario: "S-34",
    title: "Mended on the fifth working day",
    given: { seen: [broken("2026-06-08")] },
    expect: false,
  },
  {
    title: "Five working days and not yet mended",
    given: { seen: [broken(null)], on: "2026-06-08" },
    expect: false,
  },
  { scenario: "S-34", title: "NPS from 8 to 5", given: { seen: [nps(8, 5)] }, expect: true },
  { scenario: "S-34", title: "From 7 to 5", given: { seen: [nps(7, 5)] }, expect: false },
  { scenario: "S-34", title: "From 9 to 6", given: { seen: [nps(9, 6)] }, expect: false },
  {
    title: "From 9 to 4 within 100 days: one cycle, and time to answer",
    given: { seen: [nps(9, 4, 100)] },
    expect: true,
  },
  {
    title: "From 9 to 4, with 101 days between: a survey was missed",
    given: { seen: [nps(9, 4, 101)] },
    expect: false,
  },
  {
    scenario: "S-18",
    title: "The main user idle for 22 days, and the champion silent to our last two mails: one flag",
    given: {
      seen: [
        { what: "main_user_idle", days: 22 },
        { what: "champion_silent", mails: 2 },
      ],
    },
    expect: true,
  },
  {
    title: "An idle main user alone is none",
    given: { seen: [{ what: "main_user_idle", days: 22 }] },
    expect: false,
  },
  {
    title: "Nor where the champion answered the last mail but one",
    given: {
      seen: [
        { what: "main_user_idle", days: 22 },
        { what: "champion_silent", mails: 1 },
      ],
    },
    expect: false,
  },
];
