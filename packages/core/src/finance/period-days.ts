import type { Day } from "../kernel/index.ts";

/** The days of a period. */
export interface PeriodDays {
  readonly from: Day;
  readonly to: Day;
}

/** Whether two periods are for the same days: the one entered later takes the place of the other. */
export function sameDays(a: PeriodDays, b: PeriodDays): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether two periods share days and neither lies within the other, as a quarter lies within its year. */
export function cutAcross(a: PeriodDays, b: PeriodDays): boolean {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  return first.from < second.from && second.from <= first.to && first.to < second.to;
}

/** Why a period cannot be entered on a day beside those that are: it is not over, or it cuts across one; null: it can. */
export function daysFault(
  period: PeriodDays,
  beside: readonly PeriodDays[],
  today: Day,
): { column: "from" | "to"; fault: string } | null {
  if (period.to > today)
    return { column: "to", fault: `${period.to} is still to come. Enter a period when it is over` };
  const other = beside.find((one) => cutAcross(period, one));
  if (!other) return null;
  return {
    column: "from",
    fault: `It shares days with ${other.from} to ${other.to} without lying within it. Correct its days, or remove that period first`,
  };
}
