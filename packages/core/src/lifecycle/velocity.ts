import { entriesOf } from "../facts/index.ts";
import { type AccountId, type Day, daysBetween } from "../kernel/index.ts";
import { type CustomerRecord, heldOn } from "../people/index.ts";
import type { StageSpan } from "./history.ts";

/** A customer and the ways it has come. */
export interface Journey {
  readonly record: CustomerRecord;
  readonly history: readonly StageSpan[];
}

/** How long customers stand at a stage. */
export interface StageVelocity {
  readonly stage: Exclude<StageSpan["stage"], "churn">;
  /** Days of the stretches that ended, the shortest first. */
  readonly closed: readonly number[];
  /** Half of the stretches that ended were this long or shorter; null: none ended. */
  readonly medianDays: number | null;
  /** Days of those who stand there now. */
  readonly open: readonly number[];
  readonly medianOpenDays: number | null;
}

/** One customer's time at an earned stage; `to` is null while it stands there. */
export interface Stretch {
  readonly accountId: AccountId;
  readonly from: Day;
  readonly to: Day | null;
  /** Days from entering to leaving, or to the day that was asked for. */
  readonly days: number;
}

/**
 * The stretches that {@link stageVelocity} counts at a stage, each with its customer: those who stand there first, then
 * those that ended, the longest first. Terms: velocity-metrics. Unit: days.
 */
export function stretchesAt(
  journeys: readonly Journey[],
  { stage, on }: { readonly stage: StageVelocity["stage"]; readonly on: Day },
): Stretch[] {
  return journeys
    .flatMap(({ record, history }) =>
      history
        .filter((span) => span.stage === stage && span.from <= on)
        .map(({ from, to }) => ({
          accountId: record.accountId,
          from,
          to,
          days: daysBetween(from, to ?? on),
        })),
    )
    .sort(
      (a, b) =>
        Number(a.to !== null) - Number(b.to !== null) ||
        b.days - a.days ||
        (a.accountId < b.accountId ? -1 : 1),
    );
}

/** The middle of some numbers: of an even count, the mean of the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Stage velocity: for each earned stage, the days customers stood there, from entering to leaving, and the age of those
 * who stand there now. Terms: velocity-metrics. Unit: days.
 */
export function stageVelocity(histories: readonly (readonly StageSpan[])[], on: Day): StageVelocity[] {
  return (["won", "onboarded", "adopted"] as const).map((stage) => {
    const spans = histories.flat().filter((span) => span.stage === stage && span.from <= on);
    const closed = spans.flatMap(({ from, to }) => (to === null ? [] : daysBetween(from, to)));
    const open = spans.flatMap(({ from, to }) => (to === null ? daysBetween(from, on) : []));
    const sorted = closed.sort((a, b) => a - b);
    return { stage, closed: sorted, medianDays: median(sorted), open, medianOpenDays: median(open) };
  });
}

/**
 * Time to onboard: the days from Won to Onboarded of the present life; null: it is not there, or went past it. Term:
 * time-to-onboard. Unit: days.
 */
export function timeToOnboard(history: readonly StageSpan[]): number | null {
  return onboardingOf(history)?.days ?? null;
}

/** The day of the present life a customer was onboarded, and how long it took; falling back there is none. */
function onboardingOf(history: readonly StageSpan[]): { readonly on: Day; readonly days: number } | null {
  const life = history.slice(
    Math.max(
      0,
      history.findLastIndex(({ kind }) => kind === "re-entry"),
    ),
  );
  const [won] = life;
  const onboarded = life.find(({ stage, kind }) => stage === "onboarded" && kind !== "back");
  if (won?.stage !== "won" || onboarded === undefined) return null;
  return { on: onboarded.from, days: daysBetween(won.from, onboarded.from) };
}

/** The day of the present life a customer was shown to be Onboarded; null: it is not there, or went past it. */
export function onboardedOn(history: readonly StageSpan[]): Day | null {
  return onboardingOf(history)?.on ?? null;
}

/** How quickly the customers of each CSM were onboarded, by who held them on the day. */
export function timeToOnboardByCsm(
  journeys: readonly Journey[],
): { readonly csm: string | null; readonly days: readonly number[]; readonly medianDays: number | null }[] {
  const byCsm = new Map<string | null, number[]>();
  for (const { record, history } of journeys) {
    const onboarding = onboardingOf(history);
    if (onboarding === null) continue;
    const csm = heldOn(record, "csm", onboarding.on);
    byCsm.set(csm, [...(byCsm.get(csm) ?? []), onboarding.days]);
  }
  return [...byCsm]
    .map(([csm, days]) => ({ csm, days: days.sort((a, b) => a - b), medianDays: median(days) }))
    .sort((a, b) => ((a.csm ?? "\uffff") < (b.csm ?? "\uffff") ? -1 : 1));
}

/**
 * Onboarding productivity over some days: onboardings completed, the hours on record for them, and hours for each; null
 * where no hours are on record. Term: onboarding-productivity. Unit: hours.
 */
export function onboardingProductivity(
  journeys: readonly Journey[],
  { from, to }: { readonly from: Day; readonly to: Day },
): { readonly completed: number; readonly hours: number; readonly hoursEach: number | null } {
  const done = journeys.filter(({ history }) =>
    history.some(
      ({ stage, kind, from: on }) => stage === "onboarded" && kind === "forward" && on >= from && on <= to,
    ),
  );
  const hours = done
    .flatMap(({ record }) => entriesOf(record.journal, "effort"))
    .reduce((sum, { entry }) => sum + entry.hours, 0);
  return {
    completed: done.length,
    hours,
    hoursEach: done.length === 0 || hours === 0 ? null : hours / done.length,
  };
}
