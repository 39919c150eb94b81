import type { Answer, Example } from "../glossary/index.ts";
import type { PlayDraft } from "./play.ts";

/** A save play in few words: health scores of days in a row, what is written, and when it was begun. */
export interface SaveCase {
  /** Health scores, one a day, the first on 2026-06-01. */
  readonly scores?: readonly number[];
  /** What the play lacks of trigger, owner, day, second step and goal. */
  readonly without?: "trigger" | "owner" | "day" | "steps" | "goal";
}

/** Whether it is a play, and the day its trigger was met. */
export interface SaveText {
  readonly faults: readonly string[];
  readonly met: string | null;
}

const low = (days: number) => Array.from({ length: days }, () => 39);

/** What is a save play, and when the usual one is set off. */
export const savePlayExamples: readonly Example<SaveCase, SaveText>[] = [
  {
    scenario: "S-09",
    title: "Below 40 on 14 days in a row",
    given: { scores: low(14) },
    expect: { faults: [], met: "2026-06-14" },
  },
  {
    scenario: "S-09",
    title: "Thirteen days do not set it off",
    given: { scores: low(13) },
    expect: { faults: [], met: null },
  },
  {
    title: "40 is not below 40, and begins the row anew",
    given: { scores: [...low(7), 40, ...low(7)] },
    expect: { faults: [], met: null },
  },
  {
    title: "Nothing sets it off",
    given: { without: "trigger" },
    expect: { faults: ["Nothing sets it off. Write down in advance what does."], met: null },
  },
  {
    title: "A step without an owner",
    given: { without: "owner" },
    expect: { faults: ["Step 2 has no owner. Say which role does it."], met: null },
  },
  {
    title: "A step without a day",
    given: { without: "day" },
    expect: { faults: ["Step 2 has no day. Say on which day it is done."], met: null },
  },
  {
    title: "A lone call",
    given: { without: "steps" },
    expect: { faults: ["One step alone is a call and no play. Write down what follows it."], met: null },
  },
  {
    title: "No goal",
    given: { without: "goal" },
    expect: {
      faults: [
        "It has no goal. Say what it is to bring about.",
        "The goal has no time. Say within how many days it is to be reached.",
      ],
      met: null,
    },
  },
];

/** A draft of the usual save play with something left out. */
export function draftWithout(draft: PlayDraft, without: SaveCase["without"]): PlayDraft {
  const step = (change: Partial<PlayDraft["steps"][number]>) =>
    draft.steps.map((one, at) => (at === 1 ? { ...one, ...change } : one));
  switch (without) {
    case "trigger":
      return { ...draft, trigger: null };
    case "owner":
      return { ...draft, steps: step({ role: null }) };
    case "day":
      return { ...draft, steps: step({ day: null }) };
    case "steps":
      return { ...draft, steps: draft.steps.slice(0, 1) };
    case "goal":
      return { ...draft, goal: { says: "", withinDays: null } };
    case undefined:
      return draft;
  }
}

/** The steps of the usual save play begun on a day. */
export const playbookExamples: readonly Example<{ readonly begun: string }, readonly string[]>[] = [
  {
    scenario: "S-09",
    title: "The save play begun on 1 June: day 1, 3, 7 and 14",
    given: { begun: "2026-06-01" },
    expect: ["2026-06-01 csm", "2026-06-03 csm", "2026-06-07 cs_manager", "2026-06-14 csm", "2026-06-14 ae"],
  },
];

/** Moments of an attempt to keep a customer. */
export interface AttemptCase {
  readonly begun: string;
  readonly cancelAsked: string | null;
}

/** Save plays and rescue calls. */
export const rescueExamples: readonly Example<AttemptCase, string>[] = [
  {
    scenario: "S-38",
    title: "It asked to cancel on 3 June, and the call came on 5 June",
    given: { begun: "2026-06-05T09:00:00.000Z", cancelAsked: "2026-06-03T10:00:00.000Z" },
    expect: "rescue_call",
  },
  {
    scenario: "S-38",
    title: "Begun on 1 June, two days before it asked",
    given: { begun: "2026-06-01T09:00:00.000Z", cancelAsked: "2026-06-03T10:00:00.000Z" },
    expect: "save_play",
  },
  {
    title: "In the very moment it asked: too late",
    given: { begun: "2026-06-03T10:00:00.000Z", cancelAsked: "2026-06-03T10:00:00.000Z" },
    expect: "rescue_call",
  },
  {
    title: "It never asked",
    given: { begun: "2026-06-05T09:00:00.000Z", cancelAsked: null },
    expect: "save_play",
  },
];

/** When the clock began and when the first step was done. */
export interface ClockCase {
  readonly from: string;
  readonly firstStep: string | null;
  readonly now?: string;
}

/** Hours to the first step, and whether that is in time. */
export interface ClockText {
  readonly hours: string;
  readonly met: boolean | null;
}

/** The clock of 48 hours. */
export const activationExamples: readonly Example<ClockCase, ClockText>[] = [
  {
    title: "Monday 09:00 to Tuesday 15:00",
    given: { from: "2026-06-01T09:00:00.000Z", firstStep: "2026-06-02T15:00:00.000Z" },
    expect: { hours: "30", met: true },
  },
  {
    scenario: "S-19",
    title: "Exactly 48 hours are in time",
    given: { from: "2026-06-01T09:00:00.000Z", firstStep: "2026-06-03T09:00:00.000Z" },
    expect: { hours: "48", met: true },
  },
  {
    scenario: "S-19",
    title: "A second more is not",
    given: { from: "2026-06-01T09:00:00.000Z", firstStep: "2026-06-03T09:00:01.000Z" },
    expect: { hours: "48", met: false },
  },
  {
    title: "Nobody has begun after 12 hours: not yet told",
    given: { from: "2026-06-01T09:00:00.000Z", firstStep: null, now: "2026-06-01T21:00:00.000Z" },
    expect: { hours: "12", met: null },
  },
  {
    title: "Nobody has begun after 60 hours: late",
    given: { from: "2026-06-01T09:00:00.000Z", firstStep: null, now: "2026-06-03T21:00:00.000Z" },
    expect: { hours: "60", met: false },
  },
];

/** Attempts to keep a customer, counted. */
export interface AttemptsCase {
  readonly savePlays: number;
  readonly rescueCalls: number;
}

/** The share that came in time. */
export const proactiveExamples: readonly Example<AttemptsCase, Answer>[] = [
  {
    title: "Nine save plays and three rescue calls",
    given: { savePlays: 9, rescueCalls: 3 },
    expect: "0.750000",
  },
  { title: "Rescue calls alone", given: { savePlays: 0, rescueCalls: 2 }, expect: "0.000000" },
  {
    title: "No attempt at all is unknown",
    given: { savePlays: 0, rescueCalls: 0 },
    expect: { unknown: "Nobody tried to keep a customer in this time." },
  },
];

/** Lost customers of a campaign: how many, how many contacted, and the ARR of those that came back, in minor units. */
export interface WinBackCase {
  readonly lost: number;
  readonly contacted: number;
  readonly back: readonly string[];
}

/** A campaign as it stands. */
export interface WinBackText {
  readonly lost: number;
  readonly contacted: number;
  readonly wonBack: number;
  readonly arr: string;
}

/** Win-back campaigns. */
export const winBackExamples: readonly Example<WinBackCase, WinBackText>[] = [
  {
    title: "Twelve lost, nine contacted, one back at $18,000",
    given: { lost: 12, contacted: 9, back: ["1800000"] },
    expect: { lost: 12, contacted: 9, wonBack: 1, arr: "1800000" },
  },
  {
    title: "Nobody came back",
    given: { lost: 2, contacted: 2, back: [] },
    expect: { lost: 2, contacted: 2, wonBack: 0, arr: "0" },
  },
];
