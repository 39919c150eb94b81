import type { SparkPoint } from "../../../charts/sparkline.tsx";
import { lastDayOf, monthAt, monthIndex } from "../../../lib/months.ts";
import type { Account } from "../account.ts";

const months = 24;

/** What the account was worth at the end of each of the last months and today; a gap before it was a customer. */
export function monthlyArr(series: Account["series"], today: string): SparkPoint[] {
  const last = monthIndex(today.slice(0, 7));
  return Array.from({ length: months }, (_, at) => last - months + 1 + at).map((index) => {
    const end = index === last ? today : lastDayOf(monthAt(index));
    return { value: series.filter(({ on }) => on <= end).at(-1)?.arr ?? null };
  });
}
