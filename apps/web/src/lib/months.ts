/** Months are `YYYY-MM`; they are counted as whole numbers so that no clock or zone comes in. */
export function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The inverse of {@link monthIndex}. */
export function monthAt(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${days}`;
}

/** The day some months later; the month's last day where it has fewer days. */
export function monthsAfter(day: string, months: number): string {
  const month = monthAt(monthIndex(day) + months);
  const same = `${month}-${day.slice(8)}`;
  return isDay(same) ? same : lastDayOf(month);
}

/** Whether a text is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && text <= lastDayOf(text.slice(0, 7));
}

/** Whether a text is a period the server can read: `ttm:2026-09`, `t3m:2026-09`, `2026-09`, `2026-Q3`, `FY2026`, `2026`, two days. */
export function isPeriod(text: string): boolean {
  const range = /^(\S{10})\.\.(\S{10})$/.exec(text);
  if (range) return isDay(range[1] ?? "") && isDay(range[2] ?? "") && (range[1] ?? "") <= (range[2] ?? "");
  return /^(t(tm|[1-9]\d?m):)?\d{4}-(0[1-9]|1[0-2])$|^\d{4}-Q[1-4]$|^(FY)?\d{4}$/.test(text);
}

/** The day some days later, or earlier where they are fewer than none. */
export function daysAfter(day: string, days: number): string {
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)) + days);
  return new Date(at).toISOString().slice(0, 10);
}

/** The day of the week: 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
