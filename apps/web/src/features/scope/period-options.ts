import { monthText } from "../../lib/format.ts";
import { monthAt, monthIndex } from "../../lib/months.ts";

/** The kinds of period that are offered as a list. */
export type PeriodKind = "ttm" | "t3m" | "month" | "quarter" | "year";

/** The kind a period's text is of; a free range reads as twelve months. */
export function periodKindOf(period: string): PeriodKind {
  if (period.startsWith("t3m:")) return "t3m";
  if (/^\d{4}-\d{2}$/.test(period)) return "month";
  if (/^\d{4}-Q[1-4]$/.test(period)) return "quarter";
  if (/^(FY)?\d{4}$/.test(period)) return "year";
  return "ttm";
}

/** Periods that end in the months of the data, the newest first. */
export function periodOptions(
  kind: PeriodKind,
  months: { first: string; last: string },
  fiscalYearStart: number,
): { value: string; label: string }[] {
  const [first, last] = [monthIndex(months.first), monthIndex(months.last)];
  const all = Array.from({ length: last - first + 1 }, (_, i) => monthAt(last - i));
  if (kind === "month") return all.map((of) => ({ value: of, label: monthText(of) }));
  if (kind === "quarter")
    return distinct(all.map((of) => quarterOf(of, fiscalYearStart))).map((value) => ({
      value,
      label: `Q${value.slice(-1)} ${value.slice(0, 4)}`,
    }));
  if (kind === "year")
    return distinct(all.map((of) => `FY${fiscalYearOf(of, fiscalYearStart)}`)).map((value) => ({
      value,
      label: value,
    }));
  return all.map((of) => ({ value: `${kind}:${of}`, label: monthText(of) }));
}

/** The fiscal year a month lies in: it is named after the calendar year it ends in. */
function fiscalYearOf(month: string, start: number): number {
  return Number(month.slice(0, 4)) + (start > 1 && Number(month.slice(5, 7)) >= start ? 1 : 0);
}

function quarterOf(month: string, start: number): string {
  const into = (Number(month.slice(5, 7)) - start + 12) % 12;
  return `${fiscalYearOf(month, start)}-Q${Math.floor(into / 3) + 1}`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
