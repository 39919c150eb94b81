import type { EarnedStage } from "../facts/index.ts";
import { type Day, dayOfEpoch } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { changeDays } from "./change-days.ts";
import { type GateCheck, openClauses } from "./clause.ts";
import { type Course, courseOf } from "./course.ts";
import { adoptedGate } from "./gate-adopted.ts";
import { type PassageKind, rankOf } from "./names.ts";

/** A stretch of days an account stood at a stage without a break, and how it came there. */
export interface StageSpan {
  readonly stage: EarnedStage | "churn";
  readonly from: Day;
  /** The first day of the next stage; null: it still stands there. */
  readonly to: Day | null;
  readonly kind: PassageKind;
  readonly reason: string;
  /** Stages below that were never earned in this life. */
  readonly skipped: readonly EarnedStage[];
  /** Since when its evidence has been stale, as of the end of the span; null: it holds. */
  readonly staleSince: Day | null;
}

/** Why an account is where it is put: what it takes to say so is read only where it comes from elsewhere. */
type Why = "lost" | "used" | "proven" | "won" | "as before" | "less used" | "no longer proven";

/** Where an account is put on a day. */
interface Place {
  readonly stage: EarnedStage | "churn";
  readonly stale: boolean;
  readonly onboarded: boolean;
  readonly why: Why;
}

/** A stretch that is being walked through. */
type Walked = { -readonly [Key in keyof StageSpan]: StageSpan[Key] } & { began: number };

/**
 * The stages of a customer up to a day, each as long as it lasted: folded over the days on which anything can change.
 * The same facts give the same history whatever order they were recorded in; what is effective later changes nothing.
 */
export function historyOf(record: CustomerRecord, rules: HouseRules, through: Day): StageSpan[] {
  const spans: Walked[] = [];
  const course = courseOf(record, rules);
  let everOnboarded = false;
  let life: Day | null = null;
  for (const on of changeDays(record, rules, through)) {
    const present = spans.at(-1) ?? null;
    const place = placeOn(course, on, present);
    if (place === null) continue;
    const began: Day | null = place.stage === "churn" ? life : (course.lifeOn(on).life?.wonOn ?? null);
    if (began !== life) [life, everOnboarded] = [began, false];
    everOnboarded ||= place.onboarded;
    const skipped: EarnedStage[] = place.stage === "adopted" && !everOnboarded ? ["onboarded"] : [];
    const staleSince = (before: Day | null) => (place.stale ? (before ?? dayOfEpoch(on)) : null);
    if (present?.stage === place.stage) {
      present.staleSince = staleSince(present.staleSince);
      present.skipped = skipped;
      continue;
    }
    const from = dayOfEpoch(on);
    if (present) present.to = from;
    spans.push({
      stage: place.stage,
      from,
      to: null,
      kind: kindOf(present, place.stage, skipped.length > 0),
      reason: reasonOf(place.why, course, on, present),
      skipped,
      staleSince: staleSince(null),
      began: on,
    });
  }
  return spans.map(({ began: _, ...span }) => span);
}

function kindOf(before: StageSpan | null, stage: EarnedStage | "churn", skips: boolean): PassageKind {
  if (stage === "churn") return "end";
  if (before?.stage === "churn") return "re-entry";
  const rank = before === null ? 0 : rankOf(before.stage);
  if (rankOf(stage) < rank) return "back";
  return skips ? "skip" : "forward";
}

function placeOn(course: Course, on: number, present: Walked | null): Place | null {
  const { life, won } = course.lifeOn(on);
  if (life === null) return null;
  if (life.lostOn !== null) return { stage: "churn", stale: false, onboarded: false, why: "lost" };
  if (won > on)
    return present?.stage === "churn"
      ? { stage: "churn", stale: false, onboarded: false, why: "as before" }
      : null;
  const held = present === null || present.stage === "churn" ? null : present.stage;
  const { passed: onboarded, lapsed } = course.onboardedOn(on);
  const adopted = course.adoptedOn(on);
  if (adopted.passed) return { stage: "adopted", stale: false, onboarded, why: "used" };
  const fell = held === "adopted";
  if (fell && adopted.lapsed && !course.movedBack(on, present?.began ?? null))
    return { stage: "adopted", stale: true, onboarded, why: "as before" };
  if (onboarded) return { stage: "onboarded", stale: false, onboarded, why: fell ? "less used" : "proven" };
  if (rankOf(held) >= 2 && lapsed)
    return { stage: "onboarded", stale: true, onboarded, why: fell ? "less used" : "as before" };
  const why = fell ? "less used" : held === "onboarded" ? "no longer proven" : "won";
  return { stage: "won", stale: false, onboarded, why };
}

function reasonOf(why: Why, course: Course, on: number, present: Walked | null): string {
  const { life } = course.lifeOn(on);
  switch (why) {
    case "lost":
      return `Its ARR ended on ${life?.lostOn}.`;
    case "used":
      return "Usage meets every clause of the adoption rule.";
    case "proven":
      return "All four criteria are met and the CSM has set the flag.";
    case "won":
      return "Closed as won, contract signed.";
    case "as before":
      return present?.reason ?? "";
    case "less used":
      return shortOf(adoptedGate(course.record, course.rules, life, dayOfEpoch(on)));
    case "no longer proven":
      return course.reasonBackOn(on) ?? shortOf(course.onboardedGateOn(on));
  }
}

const shortOf = (gate: GateCheck): string =>
  openClauses(gate)
    .map(({ label, says }) => `${label}: ${says}`)
    .join(" ");
