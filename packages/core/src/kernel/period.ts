import { z } from "zod";
import { addDays, type Day, day, dayOfCivil } from "./day.ts";
import { Failure } from "./failure.ts";
import {
  firstDayOf,
  lastDayOf,
  type Month,
  month,
  monthIndex,
  monthOf,
  monthOfIndex,
  shiftMonth,
} from "./month.ts";

/** The first month (1-12) of the fiscal year. A fiscal year is named after the calendar year it ends in. */
export const FiscalCalendar = z.object({ fiscalYearStart: z.int().min(1).max(12).default(1) });
/** The first month (1-12) of the fiscal year. */
export type FiscalCalendar = z.infer<typeof FiscalCalendar>;

/**
 * A stretch of whole days, `from` to `to`, both included. What happens in it happens after the end of the day before
 * `from` ({@link opensOn}) and up to the end of `to`. `text` is the form it was asked in and reads back to itself.
 */
export interface Period {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

/** The day whose end is the opening of a period: the day before its first day. */
export function opensOn(period: Pick<Period, "from">): Day {
  return addDays(period.from, -1);
}

const calendarYear: FiscalCalendar = { fiscalYearStart: 1 };

function fiscalYearStart(year: number, calendar: FiscalCalendar): Month {
  const m = calendar.fiscalYearStart;
  return monthOf(dayOfCivil(m === 1 ? year : year - 1, m, 1));
}

const months = (text: string, first: Month, last: Month): Period => ({
  text,
  from: firstDayOf(first),
  to: lastDayOf(last),
});

/**
 * Reads a period: `2026-09` (month), `2026-Q3` (fiscal quarter), `FY2026` (fiscal year), `2026` (calendar year),
 * `ttm:2026-09` (twelve months to the end of September), `t6m:2026-09`, `t3m:2026-09`, `t1m:2026-09`, or
 * `2026-01-01..2026-06-30` (both days included). Throws a `bad_input` {@link Failure} that names these forms.
 */
export function parsePeriod(text: string, calendar: FiscalCalendar = calendarYear): Period {
  const trailing = /^(?:ttm|t(\d{1,2})m):(\d{4}-\d{2})$/.exec(text);
  if (trailing) {
    const count = Number(trailing[1] ?? 12);
    const end = month(trailing[2] ?? "");
    if (count >= 1 && count <= 60) return months(text, shiftMonth(end, 1 - count), end);
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const first = shiftMonth(fiscalYearStart(Number(quarter[1]), calendar), (Number(quarter[2]) - 1) * 3);
    return months(text, first, shiftMonth(first, 2));
  }
  const fiscal = /^FY(\d{4})$/.exec(text);
  if (fiscal) {
    const first = fiscalYearStart(Number(fiscal[1]), calendar);
    return months(text, first, shiftMonth(first, 11));
  }
  if (/^\d{4}$/.test(text)) return months(text, month(`${text}-01`), month(`${text}-12`));
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return months(text, month(text), month(text));
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (range) {
    const [from, to] = [day(range[1] ?? ""), day(range[2] ?? "")];
    if (from > to) throw new Failure("bad_input", `the period ${text} ends before it begins`);
    return { text, from, to };
  }
  throw new Failure(
    "bad_input",
    `"${text}" is not a period. Write 2026-09, 2026-Q3, FY2026, 2026, ttm:2026-09, t3m:2026-09 or 2026-01-01..2026-06-30`,
  );
}

/** The fiscal quarter a month lies in, in the form {@link parsePeriod} reads. */
export function quarterOf(of: Month, calendar: FiscalCalendar = calendarYear): string {
  const start = calendar.fiscalYearStart;
  const index = monthIndex(of) - (start - 1);
  const year = Math.floor(index / 12) + (start === 1 ? 0 : 1);
  return `${String(year).padStart(4, "0")}-Q${Math.floor((index % 12) / 3) + 1}`;
}

/** The same length of time one year earlier: what "against the prior year" compares with. */
export function priorYear(period: Period): Period {
  const wholeMonths = period.from.endsWith("-01") && period.to === lastDayOf(monthOf(period.to));
  const back = (of: Month) => shiftMonth(of, -12);
  if (wholeMonths) {
    const [first, last] = [back(monthOf(period.from)), back(monthOf(period.to))];
    return { text: `${firstDayOf(first)}..${lastDayOf(last)}`, from: firstDayOf(first), to: lastDayOf(last) };
  }
  const shift = (on: Day): Day => {
    const target = monthOfIndex(monthIndex(monthOf(on)) - 12);
    const sameDay = `${target}-${on.slice(8, 10)}`;
    return sameDay <= lastDayOf(target) ? day(sameDay) : lastDayOf(target);
  };
  const [from, to] = [shift(period.from), shift(period.to)];
  return { text: `${from}..${to}`, from, to };
}
