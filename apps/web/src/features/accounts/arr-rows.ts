import type { StepRow } from "../../charts/step-chart.tsx";
import { dayText, majorOf, money, shortMonth } from "../../lib/format.ts";
import { monthAt, monthIndex } from "../../lib/months.ts";
import type { Account } from "./account.ts";

/** Days since 1970-01-01, to place a day on an axis. */
export function dayNumber(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000;
}

/** ARR after each change up to `through`; the last value holds until then. What lies ahead may still be renewed. */
export function arrRows(series: Account["series"], currency: string, through: string): StepRow[] {
  const past = series.filter(({ on }) => on <= through);
  const rows = past.map(({ on, arr }) => ({
    on: on as string,
    day: dayNumber(on),
    value: Number(majorOf(arr, currency)),
    text: money(arr, currency),
  }));
  const last = rows.at(-1);
  if (!last) return [];
  return last.on < through ? [...rows, { ...last, on: through, day: dayNumber(through) }] : rows;
}

/** The first days of months between the first and the last row, for the axis: the year is said in January and first. */
export function monthTicks(rows: readonly StepRow[]): { day: number; text: string }[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [monthIndex(first.on.slice(0, 7)), monthIndex(last.on.slice(0, 7))];
  const every = to - from > 30 ? 6 : to - from > 14 ? 3 : 1;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
    .filter((index) => index % every === 0 && dayNumber(`${monthAt(index)}-01`) >= first.day)
    .map((index) => {
      const month = monthAt(index);
      return { day: dayNumber(`${month}-01`), text: shortMonth(month, every > 1 || index % 12 === 0) };
    });
}

/** What the line shows, in one sentence. */
export function arrSummary(rows: readonly StepRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return "No ARR has been booked for this account.";
  const peak = rows.reduce((a, b) => (b.value > a.value ? b : a));
  return `${first.text} on ${dayText(first.on)}, ${last.text} on ${dayText(last.on)}; the most was ${peak.text} from ${dayText(peak.on)}.`;
}
