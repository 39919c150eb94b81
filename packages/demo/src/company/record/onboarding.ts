import type { OnboardingCriterion } from "@termwise/core/facts";
import { addDays, type Day } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import { daysLater, type JournalBook, type Moment } from "./journal-book.ts";
import { type Portrait, valueOn, workday } from "./portrait.ts";

/** Who lets a criterion pass, and takes a customer back: the head of Customer Success. */
const lead = "Oskar Brandvold";

/** Days from the close to the end of onboarding, by segment. */
const onboardingDays: Readonly<Record<string, readonly [number, number]>> = {
  Enterprise: [58, 88],
  "Mid-market": [42, 70],
  Growth: [28, 46],
  "Small business": [18, 30],
  "Public sector": [64, 95],
};

/** The day an onboarding that began on a day is complete. */
export function onboardedDay(segment: string, wonOn: Day, random: Random): Day {
  return workday(addDays(wonOn, random.between(...(onboardingDays[segment] ?? [30, 50]))));
}

/** The day the onboarding of a life is complete, if it comes to that. */
export function endOfOnboarding({ lives, onboardedOn, segment, number }: Portrait, life: number): Day {
  if (life === lives.length - 1) return onboardedOn;
  return onboardedDay(segment, lives[life]?.wonOn ?? onboardedOn, randomOf(life, `end ${number}`));
}

/** What is agreed for each criterion, by segment: what a ten-seat shop agrees is not what an enterprise agrees. */
export const criteriaOf: Readonly<Record<string, Readonly<Record<OnboardingCriterion, string>>>> = {
  Enterprise: {
    technical_completion:
      "Single sign-on works and the ERP interface runs every night without an error for a week.",
    adoption_trigger: "All planners of the first site plan a full week in Scheduling.",
    success_milestone: "Planning a week at the first site takes half the hours it took before.",
    sponsor_confirmation: "The sponsor confirms in writing that the agreed outcome was reached.",
  },
  "Mid-market": {
    technical_completion: "Accounts are set up and the calendar interface runs.",
    adoption_trigger: "Eight of ten planners have planned a week in Scheduling.",
    success_milestone: "The first month is planned without the old spreadsheet.",
    sponsor_confirmation: "The sponsor confirms by email.",
  },
  "": {
    technical_completion: "Everybody can sign in and last year's data is imported.",
    adoption_trigger: "A full week is planned in Scheduling.",
    success_milestone: "The plan is shared with the whole team from Scheduling.",
    sponsor_confirmation: "The owner confirms by email.",
  },
};

const observed: Readonly<Record<Exclude<OnboardingCriterion, "sponsor_confirmation">, readonly string[]>> = {
  technical_completion: [
    "Interface log shows seven nights without an error",
    "All accounts signed in through single sign-on",
    "Import checked together, 14 records corrected",
  ],
  adoption_trigger: [
    "Usage report: the whole team planned last week in Scheduling",
    "Planners showed their week in the weekly call",
    "Plan of the week published from Scheduling",
  ],
  success_milestone: [
    "Hours for planning halved, measured over two weeks",
    "Old spreadsheet archived by the customer",
    "Monthly plan went out two days earlier than before",
  ],
};

const link = (number: string, what: string) => `https://evidence.fernhill.example/${number}/${what}`;

/** Whether the criteria of this course are agreed before the kickoff. */
const agreedLate = ({ course }: Portrait): boolean => course === "late_criteria";

/**
 * The onboarding of one life of a customer: criteria agreed, evidence, confirmation and flag, as far as the course of its
 * present life lets it come. Earlier lives were onboarded in full.
 */
export function onboarding(book: JournalBook, portrait: Portrait, life: number, kickoffOn: Day): void {
  const { accountId, number, segment, lives } = portrait;
  const present = life === lives.length - 1;
  const { wonOn, lostOn } = lives[life] ?? lives[0]!;
  const random = randomOf(life, `onboarding ${number}`);
  const end = endOfOnboarding(portrait, life);
  // What comes after a customer has left would speak for its next life.
  if (lostOn !== null && end >= lostOn) return;
  const csm = valueOn(portrait.record.attributes, "csm", kickoffOn) ?? portrait.owners.ae;
  const id = (what: string) => `${number}${present ? "" : `past${life}`}${what}`;
  const criteria = criteriaOf[segment] ?? criteriaOf[""]!;
  const agreedOn: Moment = { on: addDays(kickoffOn, -1), time: "10:20" };
  const from = `ent_demoset${(segment in criteriaOf ? segment : "any").replaceAll(/[^A-Za-z]/g, "")}`;
  for (const [index, [criterion, text]] of Object.entries(criteria).entries()) {
    const late = present && agreedLate(portrait) && criterion === "success_milestone";
    const at = late ? daysLater(agreedOn, 9) : agreedOn;
    const entry = { of: "criterion", criterion: criterion as OnboardingCriterion, text, from } as const;
    book.put(accountId, id(`criterion${index}`), at, entry, csm);
  }
  const steps = present ? stepsOf(portrait) : allSteps;
  const time = () => `${random.between(9, 16)}:${random.between(10, 59)}`.padStart(5, "0");
  for (const [criterion, daysBefore] of proofs) {
    if (!steps.includes(criterion)) continue;
    const on = workday(addDays(end, -Math.min(daysBefore, Math.floor(spanOf(end, wonOn) / 3))));
    const entry = {
      of: "evidence",
      criterion,
      observed: random.pick(observed[criterion]),
      link: random.chance(6_000) ? link(number, criterion) : null,
      expiresOn: null,
    } as const;
    book.put(accountId, id(criterion), { on, time: time() }, entry, csm);
  }
  if (steps.includes("sponsor_confirmation")) confirmation(book, portrait, id("confirmation"), end, present);
  if (present) waiver(book, portrait, end);
  if (steps.includes("flag"))
    book.put(accountId, id("flag"), { on: end, time: "16:40" }, { of: "onboarded_flag", value: true }, csm);
}

const spanOf = (a: Day, b: Day): number => (Date.parse(a) - Date.parse(b)) / 86_400_000;

const proofs = [
  ["technical_completion", 24],
  ["adoption_trigger", 10],
  ["success_milestone", 4],
] as const;

type Step = OnboardingCriterion | "flag";
const allSteps: readonly Step[] = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
  "flag",
];

/** What of the onboarding was ever done, by course. */
function stepsOf({ course }: Portrait): readonly Step[] {
  if (course === "stalled") return ["technical_completion"];
  if (course === "skipped") return ["technical_completion", "adoption_trigger"];
  if (course === "nobody_logged_in") return ["technical_completion"];
  if (course === "logins_only") return ["technical_completion"];
  if (course === "moved_back") return allSteps;
  if (course === "waived" || course === "waiver_over")
    return allSteps.filter((step) => step !== "success_milestone");
  return allSteps;
}

function confirmation(
  book: JournalBook,
  { accountId, number, course, contacts, record }: Portrait,
  id: string,
  end: Day,
  present: boolean,
): void {
  const { sponsor, champion } = contacts;
  if (!sponsor || !champion) return;
  const delegated = present && course === "delegated";
  const entry = {
    of: "confirmation",
    contactId: delegated ? champion.id : sponsor.id,
    role: delegated ? "champion" : "sponsor",
    delegatedBy: delegated ? sponsor.id : null,
    observed: delegated
      ? "Confirmed by email on behalf of the sponsor"
      : "Confirmed in writing that the agreed outcome was reached",
    link: link(number, "confirmation"),
    expiresOn: present && course === "stale" ? addDays(book.timeline.today, -20) : null,
  } as const;
  const at = { on: workday(addDays(end, -1)), time: "11:30" };
  book.put(accountId, id, at, entry, valueOn(record.attributes, "csm", end));
}

/** A milestone that cannot be measured yet is let pass: for now, or until some weeks ago. */
function waiver(book: JournalBook, { accountId, number, course }: Portrait, end: Day): void {
  if (course !== "waived" && course !== "waiver_over") return;
  const { today } = book.timeline;
  const entry = {
    of: "waiver",
    criterion: "success_milestone",
    reason: "The site the milestone is measured at opens later; agreed with the sponsor.",
    role: "cs_manager",
    expiresOn: course === "waived" ? addDays(today, 75) : addDays(today, -30),
  } as const;
  book.put(accountId, `${number}waiver`, { on: end, time: "14:05" }, entry, lead);
}

/** The customer is taken back to Won: what was signed off did not hold. */
export function setback(book: JournalBook, { accountId, number, course, onboardedOn }: Portrait): Day | null {
  if (course !== "moved_back") return null;
  const on = workday(addDays(onboardedOn, 50));
  const entry = {
    of: "setback",
    to: "won",
    reason: "The new plant went back to its spreadsheet; onboarding starts again with the new team.",
  } as const;
  book.put(accountId, `${number}setback`, { on, time: "13:15" }, entry, lead);
  return on;
}
