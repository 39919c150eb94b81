// The history of stages the slow way: every gate in full on every single day.
import type { EarnedStage } from "../src/facts/index.ts";
import { addDays, type Day } from "../src/kernel/index.ts";
import { type GateCheck, openClauses } from "../src/lifecycle/clause.ts";
import { onboardedGate, onboardingOn } from "../src/lifecycle/gate-onboarded.ts";
import type { StageSpan } from "../src/lifecycle/history.ts";
import { lifeOn } from "../src/lifecycle/lives.ts";
import { type PassageKind, rankOf } from "../src/lifecycle/names.ts";
import type { CustomerRecord, HouseRules } from "../src/people/index.ts";
import { adoptedGate } from "./adoption-by-days.ts";
import { dayAt } from "./customers.ts";

interface Place {
  readonly stage: EarnedStage | "churn" | null;
  readonly reason: string;
  readonly stale: boolean;
  readonly onboarded: boolean;
}

/** The stages of a customer up to a day, every gate asked anew on each day. */
export function historyByDays(record: CustomerRecord, rules: HouseRules, through: Day): StageSpan[] {
  const spans: StageSpan[] = [];
  let everOnboarded = false;
  let life: Day | null = null;
  for (const on of daysUpTo(through)) {
    const present = spans.at(-1) ?? null;
    const place = placeOn(record, rules, on, present);
    if (place.stage === null) continue;
    const began: Day | null = place.stage === "churn" ? life : (lifeOn(record, on)?.wonOn ?? null);
    if (began !== life) [life, everOnboarded] = [began, false];
    everOnboarded ||= place.onboarded;
    const skipped: EarnedStage[] = place.stage === "adopted" && !everOnboarded ? ["onboarded"] : [];
    const staleSince = place.stale
      ? present?.stage === place.stage
        ? (present.staleSince ?? on)
        : on
      : null;
    if (present?.stage === place.stage) spans[spans.length - 1] = { ...present, staleSince, skipped };
    else {
      if (present) spans[spans.length - 1] = { ...present, to: on };
      spans.push({
        stage: place.stage,
        from: on,
        to: null,
        kind: kindOf(present, place.stage, skipped.length > 0),
        reason: place.reason,
        skipped,
        staleSince,
      });
    }
  }
  return spans;
}

function kindOf(before: StageSpan | null, stage: EarnedStage | "churn", skips: boolean): PassageKind {
  if (stage === "churn") return "end";
  if (before?.stage === "churn") return "re-entry";
  const rank = before === null ? 0 : rankOf(before.stage);
  if (rankOf(stage) < rank) return "back";
  return skips ? "skip" : "forward";
}

function placeOn(record: CustomerRecord, rules: HouseRules, on: Day, present: StageSpan | null): Place {
  const life = lifeOn(record, on);
  const nowhere = { stage: null, reason: "", stale: false, onboarded: false };
  if (life === null) return nowhere;
  if (life.lostOn !== null) return { ...nowhere, stage: "churn", reason: `Its ARR ended on ${life.lostOn}.` };
  if (life.wonOn === null || life.wonOn > on)
    return present?.stage === "churn" ? { ...nowhere, stage: "churn", reason: present.reason } : nowhere;
  const held = present === null || present.stage === "churn" ? null : present.stage;
  const onboarded = onboardedGate(onboardingOn(record, life, on));
  const adopted = adoptedGate(record, rules, life, on);
  const place = (stage: EarnedStage, reason: string, stale = false): Place => ({
    stage,
    reason,
    stale,
    onboarded: onboarded.passed,
  });
  if (adopted.passed) return place("adopted", "Usage meets every clause of the adoption rule.");
  if (held === "adopted" && adopted.lapsed && !movedBack(record, on, present))
    return place("adopted", present?.reason ?? "", true);
  if (onboarded.passed)
    return place(
      "onboarded",
      held === "adopted" ? shortOf(adopted) : "All four criteria are met and the CSM has set the flag.",
    );
  if (rankOf(held) >= 2 && onboarded.lapsed) {
    const reason = held === "adopted" ? shortOf(adopted) : (present?.reason ?? "");
    return place("onboarded", reason, true);
  }
  if (held === "adopted") return place("won", shortOf(adopted));
  return place(
    "won",
    held === "onboarded" ? backReason(record, on, onboarded) : "Closed as won, contract signed.",
  );
}

/** Whether somebody moved the account back since it came to where it stands. */
function movedBack(record: CustomerRecord, on: Day, present: StageSpan | null): boolean {
  return record.journal.some(
    ({ entry, effectiveOn }) =>
      entry.of === "setback" && effectiveOn <= on && (present === null || effectiveOn > present.from),
  );
}

function backReason(record: CustomerRecord, on: Day, gate: GateCheck): string {
  const back = record.journal.findLast(
    ({ entry, effectiveOn }) => entry.of === "setback" && effectiveOn <= on,
  );
  return back?.entry.of === "setback" && back.effectiveOn === on ? back.entry.reason : shortOf(gate);
}

const shortOf = (gate: GateCheck): string =>
  openClauses(gate)
    .map(({ label, says }) => `${label}: ${says}`)
    .join(" ");

/** Every day from the first on which anything drawn can happen. */
function daysUpTo(through: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(dayAt(0), -2); day <= through; day = addDays(day, 1)) days.push(day);
  return days;
}
