import { addDays, type Day, earlier } from "@termwise/core/kernel";
import type { JournalBook } from "./journal-book.ts";
import { endOfOnboarding } from "./onboarding.ts";
import type { Portrait } from "./portrait.ts";
import { fellBackOn, fullUseOn, reachesFullUse } from "./usage.ts";

/** What can truly be said of where a customer stands. */
export type Said = "won" | "onboarded" | "adopted" | "churn";

/** Where a customer came to stand, and the day. */
export interface Step {
  readonly on: Day;
  readonly said: Said;
}

const neverSignedOff: ReadonlySet<Portrait["course"]> = new Set([
  "stalled",
  "skipped",
  "nobody_logged_in",
  "logins_only",
  "late_criteria",
]);

/** Whether onboarding comes to its end in the present life. */
export const signedOff = ({ course }: Portrait): boolean => !neverSignedOff.has(course);

/** The day of the present life on which usage first meets the rule; null: it never does. */
export function adoptedOn(portrait: Portrait): Day | null {
  const declines = portrait.course === "idle" || portrait.course === "champion_gone";
  return reachesFullUse(portrait) || declines ? fullUseOn(portrait) : null;
}

/** Where a customer truly came to stand, as systems would say it that told the truth. */
export function truth(portrait: Portrait, book: JournalBook): Step[] {
  const { lives, course } = portrait;
  const steps: Step[] = [];
  for (const [life, { wonOn, lostOn }] of lives.entries()) {
    const present = life === lives.length - 1;
    const lasted = (on: Day | null): on is Day => on !== null && (lostOn === null || on < lostOn);
    steps.push({ on: wonOn, said: "won" });
    const end = !present || signedOff(portrait) ? endOfOnboarding(portrait, life) : null;
    if (lasted(end)) steps.push({ on: end, said: "onboarded" });
    const adopted = present ? adoptedOn(portrait) : null;
    if (lasted(adopted)) steps.push({ on: adopted, said: "adopted" });
    // Whoever leaves today has given notice long ago.
    if (lostOn !== null) steps.push({ on: earlier(lostOn, addDays(book.timeline.today, -1)), said: "churn" });
  }
  if (course === "champion_gone") steps.push({ on: fellBackOn(book.timeline), said: "onboarded" });
  if (course === "moved_back") steps.push({ on: addDays(portrait.onboardedOn, 51), said: "won" });
  return steps.filter(({ on }) => book.past(on)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
