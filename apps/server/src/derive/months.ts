import type { FactSet } from "@termwise/core/facts";
import { type Day, type Month, monthIndex, monthOf, shiftMonth } from "@termwise/core/kernel";

/** From which month the data speaks, and which month is the last whose figures are final. */
export interface Months {
  readonly first: Month;
  readonly last: Month;
  readonly lastClosed: Month;
  /** The data stops well before today: figures are told as of its end, not of today. */
  readonly stale: boolean;
}

/** A company signs, starts or ends something at least this often; longer silence means the export is old. */
const silentMonths = 3;

/**
 * The months a set of facts speaks of on a day. The last closed month is the one before today's; where nothing was
 * signed, started or given notice of for over three months before it, the export is taken to end with its last such
 * event, since contract ends alone would read as customers lost.
 */
export function monthsOf(facts: Pick<FactSet, "lines">, today: Day): Months {
  let first = today;
  let event: Day | null = null;
  for (const line of facts.lines) {
    if (line.startsOn < first) first = line.startsOn;
    for (const on of [line.startsOn, line.signedOn, line.noticeOn])
      if (on !== null && on <= today && (event === null || on > event)) event = on;
  }
  const current = monthOf(today);
  const before = shiftMonth(current, -1);
  const lastEvent = event === null ? before : monthOf(event);
  const stale = monthIndex(before) - monthIndex(lastEvent) > silentMonths;
  return { first: monthOf(first), last: current, lastClosed: stale ? lastEvent : before, stale };
}
