import type { LabelMeaning } from "@termwise/core/facts";
import { type AccountId, addDays, type Day, earlier } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { JournalBook } from "./journal-book.ts";
import type { Portrait } from "./portrait.ts";
import { fellBackOn, fullUseOn, reachesFullUse } from "./usage.ts";

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
type Said = keyof (typeof claimants)["crm"]["words"];

/** The label nobody has explained. */
export const unknownLabel = "Live??";

/** What each label means, for the mapping; the unknown one is missing. */
export const labelMeanings: readonly { system: string; field: string; label: string; means: LabelMeaning }[] =
  Object.values(claimants).flatMap(({ system, field, words }) =>
    (Object.keys(words) as Said[]).map((means) => ({ system, field, label: words[means], means })),
  );

interface Step {
  readonly on: Day;
  readonly said: Said;
}

/** The first day of the present life on which usage meets the rule, as readings tell it; null: it does not. */
export function adoptedOn(portrait: Portrait, book: JournalBook): Day | null {
  if (!reachesFullUse(portrait) && portrait.course !== "idle" && portrait.course !== "champion_gone")
    return null;
  const from = fullUseOn(portrait);
  return book.past(from) ? from : null;
}

/** Where a customer truly came to stand, as its systems would say it if they told the truth. */
function truth(portrait: Portrait, book: JournalBook): Step[] {
  const steps: Step[] = [];
  for (const [index, { wonOn, lostOn }] of portrait.lives.entries()) {
    steps.push({ on: wonOn, said: "won" });
    if (index === portrait.lives.length - 1 && signedOff(portrait))
      steps.push({ on: portrait.onboardedOn, said: "onboarded" });
    // Whoever leaves today has given notice long ago.
    if (lostOn !== null) steps.push({ on: earlier(lostOn, addDays(book.timeline.today, -1)), said: "churn" });
  }
  const adopted = portrait.lives.at(-1)?.lostOn === null ? adoptedOn(portrait, book) : null;
  if (adopted !== null) steps.push({ on: adopted, said: "adopted" });
  if (portrait.course === "champion_gone") steps.push({ on: fellBackOn(book.timeline), said: "onboarded" });
  if (portrait.course === "moved_back") steps.push({ on: movedBackOn(portrait), said: "won" });
  return steps.filter(({ on }) => book.past(on)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The day by which systems knew that a customer was moved back. */
const movedBackOn = ({ onboardedOn }: Portrait): Day => addDays(onboardedOn, 51);

/** Whether onboarding was ever signed off in the present life. */
export const signedOff = ({ course, lives }: Portrait): boolean => {
  const { lostOn } = lives.at(-1)!;
  if (lostOn !== null) return false;
  return !["stalled", "skipped", "nobody_logged_in", "logins_only", "late_criteria"].includes(course);
};

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
  return steps.map((step) => (crm && step.on === onboardedOn ? early(step, portrait, today) : step));
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
