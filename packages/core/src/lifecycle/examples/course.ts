import type { Example } from "../../glossary/index.ts";
import type { LifecycleEvent, Place } from "../machine.ts";
import type { PlainLife } from "../plain-life.ts";
import { begun, type LifeCase, proven, rule, using } from "./stages.ts";

/** Some lives and the days that are asked about. */
export interface LivesCase {
  readonly lives: readonly PlainLife[];
  readonly day: string;
  readonly from?: string;
}

/** A place and what happens there. */
export interface MoveCase {
  readonly from: Place;
  readonly event: LifecycleEvent;
}

const contract = { from: "2026-01-05", to: "2026-12-31", seats: 10, price: "150", per: "month" } as const;
const lines = [contract];

/** Moves and where they lead by the table. */
export const moveExamples = [
  {
    title: "A deal is won",
    given: { from: "prospect", event: "deal_won" },
    expect: "won",
  },
  {
    title: "Onboarding is shown before anything was won",
    given: { from: "prospect", event: "onboarding_proven" },
    expect: "refused",
  },
  {
    title: "Use shows a customer that was never shown to be Onboarded as Adopted",
    given: { from: "won", event: "adoption_measured" },
    expect: "adopted",
  },
  {
    title: "A renewal opens over Adopted without any expansion",
    given: { from: "adopted", event: "renewal_opened" },
    expect: "renewal",
  },
  {
    title: "A renewal is signed: back to the stage evidence has earned",
    given: { from: "renewal", event: "renewed" },
    expect: "earned",
  },
  {
    title: "A lost customer is renewed",
    given: { from: "churn", event: "renewed" },
    expect: "refused",
  },
  {
    title: "A lost customer signs a new deal",
    given: { from: "churn", event: "deal_won" },
    expect: "won",
  },
] satisfies Example<MoveCase, string>[];

/** Lives and the stages they stood at. */
export const journeyExamples = [
  {
    title: "From Won to Adopted",
    given: { lines, steps: proven, adoption: [rule], usage: using(8), day: "2026-03-02" },
    expect: ["Won from 2026-01-05", "Onboarded from 2026-02-03", "Adopted from 2026-03-01"],
  },
  {
    title: "Lost in July and back in December",
    given: {
      lines: [
        { ...contract, to: "2026-06-30" },
        { ...contract, from: "2026-12-01", to: "2027-11-30" },
      ],
      steps: proven,
      day: "2026-12-02",
    },
    expect: [
      "Won from 2026-01-05",
      "Onboarded from 2026-02-03",
      "Churn from 2026-07-01",
      "Won from 2026-12-01",
    ],
  },
  {
    title: "Moved back by somebody with a reason",
    given: { lines, steps: [...proven, { on: "2026-03-01", what: "moved back to Won" }], day: "2026-03-02" },
    expect: ["Won from 2026-01-05", "Onboarded from 2026-02-03", "Won from 2026-03-01"],
  },
] satisfies Example<LifeCase, string[]>[];

/** Lives and the encounters that decided. */
export const momentExamples = [
  {
    title: "A kickoff that went well, a review nobody marked, a meeting that went badly",
    given: {
      lines,
      steps: [
        ...begun,
        { on: "2026-01-10", what: "meeting that went well" },
        { on: "2026-04-02", what: "quarterly review" },
        { on: "2026-05-12", what: "meeting that went badly" },
      ],
      day: "2026-06-01",
    },
    expect: ["2026-01-10 kickoff: good", "2026-04-02 review: unknown", "2026-05-12 encounter: bad"],
  },
  {
    title: "A kickoff nobody has marked",
    given: { lines, steps: begun, day: "2026-06-01" },
    expect: ["2026-01-10 kickoff: unknown"],
  },
] satisfies Example<LifeCase, string[]>[];

const wonOn = (from: string, to = "2027-12-31"): PlainLife => ({ lines: [{ ...contract, from, to }] });

/** Lives, and the days they took. */
export const velocityExamples = [
  {
    title: "One took 29 days from Won to Onboarded, one has stood at Won for 33",
    given: { lives: [{ lines, steps: proven }, wonOn("2026-01-29")], day: "2026-03-03" },
    expect: [
      { stage: "Won", left: 1, medianDays: 29, there: 1, medianDaysSoFar: 33 },
      { stage: "Onboarded", left: 0, medianDays: null, there: 1, medianDaysSoFar: 28 },
      { stage: "Adopted", left: 0, medianDays: null, there: 0, medianDaysSoFar: null },
    ],
  },
] satisfies Example<LivesCase, Record<string, string | number | null>[]>[];

/** Lives, and the days from Won to Onboarded. */
export const onboardTimeExamples = [
  {
    title: "Won on 5 January, Onboarded on 3 February",
    given: { lines, steps: proven, day: "2026-03-01" },
    expect: 29,
  },
  {
    title: "Not Onboarded yet",
    given: { lines, steps: begun, day: "2026-03-01" },
    expect: null,
  },
  {
    title: "Adopted, and never shown to be Onboarded",
    given: { lines, adoption: [rule], usage: using(9), day: "2026-03-01" },
    expect: null,
  },
] satisfies Example<LifeCase, number | null>[];

const worked = (hours: number): PlainLife => ({
  lines,
  steps: [...proven, { on: "2026-02-01", what: "hours of onboarding", hours }],
});

/** Lives, and the hours an onboarding took. */
export const productivityExamples = [
  {
    title: "Two Onboarded in the quarter on 70 hours, one still on its way on 12",
    given: {
      lives: [
        worked(40),
        worked(30),
        { lines, steps: [...begun, { on: "2026-02-01", what: "hours of onboarding", hours: 12 }] },
      ],
      from: "2026-01-01",
      day: "2026-03-31",
    },
    expect: "2 onboarded, 70 hours, 35 each",
  },
  {
    title: "No hours on record",
    given: { lives: [{ lines, steps: proven }], from: "2026-01-01", day: "2026-03-31" },
    expect: "1 onboarded, 0 hours, unknown each",
  },
] satisfies Example<LivesCase, string>[];

const lost = (on: string, ...steps: NonNullable<PlainLife["steps"]>): PlainLife => ({
  ...wonOn("2025-07-01", on),
  steps,
});

/** Lives, and how many of those lost could have been kept. */
export const goalExamples = [
  {
    title: "Three lost: one closed down, one over the price, one unexplained",
    given: {
      lives: [
        lost("2026-06-30", { on: "2026-07-01", what: "reason for leaving", reason: "closure" }),
        lost("2026-06-30", { on: "2026-07-01", what: "reason for leaving", reason: "price" }),
        lost("2026-08-31"),
        wonOn("2026-01-05"),
      ],
      from: "2026-07-01",
      day: "2026-09-30",
    },
    expect: "3 lost, 1 preventable, 1 unexplained: missed",
  },
  {
    title: "One lost that closed down",
    given: {
      lives: [lost("2026-06-30", { on: "2026-07-01", what: "reason for leaving", reason: "closure" })],
      from: "2026-07-01",
      day: "2026-09-30",
    },
    expect: "1 lost, 0 preventable, 0 unexplained: met",
  },
] satisfies Example<LivesCase, string>[];

/** Lives, and how far the onboarding has come. */
export const onboardingExamples = [
  {
    title: "Kickoff held, technical completion and adoption trigger shown",
    given: {
      lines,
      steps: [
        ...begun,
        { on: "2026-01-20", what: "technical completion shown" },
        { on: "2026-01-25", what: "adoption trigger shown" },
      ],
      day: "2026-01-30",
    },
    expect: "under way since 2026-01-05, 2 of 5 clauses hold",
  },
  {
    title: "Everything shown",
    given: { lines, steps: proven, day: "2026-03-01" },
    expect: "over since 2026-02-03",
  },
  { title: "Nothing won", given: { day: "2026-03-01" }, expect: "not begun" },
] satisfies Example<LifeCase, string>[];

/** Lives, and whether the product is set up. */
export const implementationExamples = [
  {
    title: "Kickoff held, nothing shown",
    given: { lines, steps: begun, day: "2026-01-30" },
    expect: "missing",
  },
  {
    title: "The interface has run for a week",
    given: {
      lines,
      steps: [...begun, { on: "2026-01-20", what: "technical completion shown" }],
      day: "2026-01-30",
    },
    expect: "met",
  },
  {
    title: "Shown by a certificate that has run out since",
    given: {
      lines,
      steps: [...begun, { on: "2026-01-20", what: "technical completion shown", until: "2026-06-01" }],
      day: "2026-06-01",
    },
    expect: "stale",
  },
] satisfies Example<LifeCase, string>[];
