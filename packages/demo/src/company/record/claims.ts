import type { LabelMeaning } from "@termwise/core/facts";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { JournalBook } from "./journal-book.ts";
import type { Portrait } from "./portrait.ts";
import { type Said, type Step, truth } from "./truth.ts";

/** The two systems that say where a customer stands, the field they say it in, and their word for each stage. */
export const claimants = {
  crm: {
    system: "crm",
    field: "Lifecycle Stage",
    words: { won: "Closed Won", onboarded: "Onboarded", adopted: "Adopted", churn: "Churned" },
  },
  platform: {
    system: "success-platform",
    field: "Status",
    words: {
      won: "Implementing",
      onboarded: "Successfully onboarded",
      adopted: "Healthy use",
      churn: "Lost",
    },
  },
} as const;

/** A system that says where customers stand. */
export type Claimant = keyof typeof claimants;

/** The label nobody has explained. */
export const unknownLabel = "Live??";

/** What each label means, for the mapping; the unknown one is missing. */
export const labelMeanings: readonly { system: string; field: string; label: string; means: LabelMeaning }[] =
  Object.values(claimants).flatMap(({ system, field, words }) =>
    (Object.keys(words) as Said[]).map((means) => ({ system, field, label: words[means], means })),
  );

/** What a system says of a customer that is not so, or not yet, by its course; the other steps are true. */
function said(
  claimant: Claimant,
  portrait: Portrait,
  book: JournalBook,
): (Step | { on: Day; label: string })[] {
  const steps = truth(portrait, book);
  const { course, onboardedOn, lives } = portrait;
  const { wonOn, lostOn } = lives.at(-1)!;
  const { today } = book.timeline;
  const crm = claimant === "crm";
  if (lostOn !== null)
    return leftBehind(portrait) && crm ? steps.filter(({ said }) => said !== "churn") : steps;
  if ((course === "nobody_logged_in" || course === "late_criteria") && crm)
    return [...steps, { on: addDays(wonOn, 40), said: "onboarded" }];
  if (course === "logins_only" && crm) return [...steps, { on: addDays(wonOn, 95), said: "adopted" }];
  if (course === "over_stated" && crm) return [...steps, { on: addDays(onboardedOn, 30), said: "adopted" }];
  if (course === "unclaimed" && crm) return steps.filter(({ said }) => said === "won");
  if (course === "declared_dead" && !crm) return [...steps, { on: addDays(today, -33), said: "churn" }];
  if (course === "odd_label" && crm) return [...steps, { on: addDays(today, -61), label: unknownLabel }];
  const first = steps.map((step) => (crm && step.on === onboardedOn ? early(step, portrait, today) : step));
  return crm && course === "onboarded" ? [...first, ...overstated(portrait, today)] : first;
}

/** Of some customers the CRM said more than was so, until it was cleaned up over the last year. */
function overstated({ number, onboardedOn }: Portrait, today: Day): Step[] {
  const random = randomOf(3, `overstated ${number}`);
  const from = addDays(onboardedOn, 30);
  const until = addDays(today, -random.between(40, 330));
  if (!random.chance(5_500) || from >= addDays(until, -30)) return [];
  return [
    { on: from, said: "adopted" },
    { on: until, said: "onboarded" },
  ];
}

/** For a while the CRM was moved on at the kickoff; that was stopped three months ago. */
function early(step: Step, { number, lives }: Portrait, today: Day): Step {
  const { wonOn } = lives.at(-1)!;
  const atKickoff = addDays(wonOn, 12);
  const loose = randomOf(3, `early claim ${number}`).chance(6_000);
  return loose && atKickoff < step.on && atKickoff < addDays(today, -90) ? { ...step, on: atKickoff } : step;
}

/** Customers that left and that the CRM still shows as they were. */
export const leftBehind = ({ name, story, lives, number }: Portrait): boolean =>
  name === "Brightmoor Labs" || (!story && lives.length === 1 && Number(number) % 41 === 0);

/** What the two systems say of a customer, each word from the day it was set. */
export function claims(book: JournalBook, portrait: Portrait): void {
  for (const claimant of Object.keys(claimants) as Claimant[]) {
    const { system, field, words } = claimants[claimant];
    let last: string | null = null;
    for (const [index, step] of said(claimant, portrait, book).entries()) {
      const label = "label" in step ? step.label : words[step.said];
      if (label === last) continue;
      last = label;
      put(book, portrait.accountId, `${portrait.number}${claimant}${index}`, step.on, {
        system,
        field,
        label,
      });
    }
  }
}

/** A prospect the CRM moved on by mistake: nothing was ever sold there. */
export function claimOfProspect(book: JournalBook, accountId: AccountId, number: string): void {
  const { system, field, words } = claimants.crm;
  const on = addDays(book.timeline.today, -47);
  put(book, accountId, `${number}crm0`, on, { system, field, label: words.onboarded });
}

function put(
  book: JournalBook,
  accountId: AccountId,
  id: string,
  on: Day,
  claim: { system: string; field: string; label: string },
): void {
  book.put(accountId, id, { on, time: "06:00" }, { of: "claim", ...claim }, null);
}
