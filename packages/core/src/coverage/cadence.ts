import { addDays, addMonths, type Day, dayOfCivil } from "../kernel/index.ts";
import {
  assignmentsOn,
  type CustomerRecord,
  holdersOf,
  isReview,
  lastTouch,
  rolesOn,
  type Touch,
  touchesOn,
} from "../people/index.ts";
import type { Coverage } from "./coverage.ts";

/** Whether a customer has been in touch as often as its touch model wants; `everyDays` null: no model says. */
export interface TouchState {
  readonly lastOn: Day | null;
  readonly days: number | null;
  readonly everyDays: number | null;
  readonly overdue: boolean;
}

/** The last touchpoint of a customer against what its touch model wants. Never in touch is overdue where a model says. */
export function touchState(record: CustomerRecord, coverage: Coverage, on: Day): TouchState {
  const { on: lastOn, days } = lastTouch(touchesOn(record, on), on);
  const { everyDays } = coverage;
  return { lastOn, days, everyDays, overdue: everyDays !== null && (days === null || days > everyDays) };
}

/**
 * How a business review that a customer is due stands: `held` in the present quarter (or year), `due` by its last day,
 * or `missed`: not held yet, and not in the quarter (or year) before either.
 */
export interface ReviewState {
  readonly type: "qbr" | "ebr" | "annual_review";
  readonly state: "held" | "due" | "missed";
  readonly lastOn: Day | null;
  /** The last day of the present quarter or year. */
  readonly dueBy: Day;
  /** Who should have been there and was not; empty where the last one was complete, or there was none. */
  readonly without: readonly ("sponsor" | "exec_sponsor")[];
}

/**
 * The business reviews a customer is due on a day: a quarterly one where it is looked after closely, an executive and
 * an annual one each year where it is strategic. An executive review without a sponsor does not count as held.
 */
export function reviewStates(
  record: CustomerRecord,
  coverage: Coverage,
  { on, since }: { on: Day; since: Day | null },
): ReviewState[] {
  const reviews = touchesOn(record, on).filter(({ entry }) => isReview(entry.type));
  const types = [
    ...(coverage.touch.value === "high_touch" ? (["qbr"] as const) : []),
    ...(coverage.strategic.value ? (["ebr", "annual_review"] as const) : []),
  ];
  return types.map((type) => {
    const held = reviews.filter(({ entry }) => entry.type === type);
    const whole = held.filter((touch) => type !== "ebr" || sponsorsIn(record, touch).length > 0);
    const last = latest(held);
    const { from, to } = periodOf(type, on);
    const before = periodOf(type, addDays(from, -1));
    const inside = (first: Day) => whole.some(({ effectiveOn }) => effectiveOn >= first);
    // Who became a customer within the period before had not the whole of it to meet in.
    const could = since !== null && since <= before.from;
    return {
      type,
      state: inside(from) ? "held" : could && !inside(before.from) ? "missed" : "due",
      lastOn: last?.effectiveOn ?? null,
      dueBy: to,
      without: last ? missingFrom(record, last, type) : [],
    };
  });
}

function latest(touches: readonly Touch[]): Touch | undefined {
  return [...touches].sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0];
}

/** The calendar quarter of a day for a quarterly review, its calendar year for the others. */
function periodOf(type: ReviewState["type"], on: Day): { from: Day; to: Day } {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const quarterly = type === "qbr";
  const from = dayOfCivil(year, quarterly ? month - ((month - 1) % 3) : 1, 1);
  return { from, to: addDays(addMonths(from, quarterly ? 3 : 12), -1) };
}

function sponsorsIn(record: CustomerRecord, touch: Touch) {
  const sponsors = holdersOf(rolesOn(record, touch.effectiveOn), "sponsor");
  return sponsors.filter(({ contactId }) => touch.entry.contacts.includes(contactId));
}

function missingFrom(
  record: CustomerRecord,
  touch: Touch,
  type: ReviewState["type"],
): ReviewState["without"] {
  if (type === "qbr") return [];
  const executive = assignmentsOn(record, touch.effectiveOn).exec_sponsor;
  const ours = touch.entry.ours ?? [];
  return [
    ...(sponsorsIn(record, touch).length === 0 ? (["sponsor"] as const) : []),
    ...(type === "annual_review" && executive !== null && !ours.includes(executive)
      ? (["exec_sponsor"] as const)
      : []),
  ];
}
