import type { Instant } from "../kernel/index.ts";

/** How long it took to begin: in minutes so far or to the first step, and whether that is in time; null: not yet told. */
export interface Activation {
  readonly minutes: number;
  readonly dueAt: Instant;
  readonly done: boolean;
  readonly met: boolean | null;
}

const hour = 3_600_000;

/**
 * The time from the moment the clock began to the first step done; where none is done, to now. In time at 48 hours or
 * fewer (`hours`). A plan is no beginning: only a step that was done is. Term: save-play-activation-time.
 */
export function activationOf(
  clockFrom: Instant,
  {
    firstStepAt,
    now,
    hours,
  }: { readonly firstStepAt: Instant | null; readonly now: Instant; readonly hours: number },
): Activation {
  const from = Date.parse(clockFrom);
  const until = Math.max(from, Date.parse(firstStepAt ?? now));
  const inTime = until - from <= hours * hour;
  return {
    minutes: Math.floor((until - from) / 60_000),
    dueAt: new Date(from + hours * hour).toISOString() as Instant,
    done: firstStepAt !== null,
    met: firstStepAt !== null ? inTime : inTime ? null : false,
  };
}

/** Minutes as hours with one decimal at most: `30`, `48.5`. */
export function hoursText(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}
