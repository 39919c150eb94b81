import { type Day, lastDayOf, type Month } from "@termwise/core/kernel";
import {
  type DateShape,
  dayIfReal,
  dayOfSerial,
  dayOfUnixTime,
  type SeenDate,
  seenDate,
} from "./date-shape.ts";
import type { DateFormat } from "./mapping.ts";

/** What a date column shows of itself, counted over all its cells. */
export interface DateEvidence {
  readonly dates: number;
  readonly days: number;
  readonly pairs: number;
  /** Pairs that read only as day/month (`13/01`), only as month/day (`01/13`), and that read differently either way. */
  readonly onlyDmy: number;
  readonly onlyMdy: number;
  readonly either: number;
  readonly serials: number;
  readonly unixTimes: number;
  readonly zoned: number;
  readonly months: number;
  readonly twoDigitYears: number;
  /** The most frequent self-evident form, and separator and year digits of the pairs (`"/4"`). */
  readonly form: string | null;
  readonly pairShape: string | null;
}

/** How a date column is read. `pairs` null: pairs are refused, because the column is written another way. */
export interface DateReading {
  readonly format: string;
  readonly pairs: "dmy" | "mdy" | null;
  readonly numbers: "excel" | "excel1904" | "epoch" | null;
}

const serialLike = (shape: DateShape) =>
  shape.is === "number" && shape.value >= 20_000 && shape.value <= 80_000;
const unixLike = (shape: DateShape) => shape.is === "number" && (shape.digits === 10 || shape.digits === 13);

function most(counts: Map<string, number>): string | null {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** Counts what the cells of a date column look like. Cells that say nothing must be left out by the caller. */
export function dateEvidence(cells: Iterable<string>): DateEvidence {
  const forms = new Map<string, number>();
  const pairShapes = new Map<string, number>();
  const seen = {
    dates: 0,
    days: 0,
    pairs: 0,
    onlyDmy: 0,
    onlyMdy: 0,
    either: 0,
    serials: 0,
    unixTimes: 0,
    zoned: 0,
    months: 0,
    twoDigitYears: 0,
  };
  for (const cell of cells) {
    const date = seenDate(cell);
    if (!date) continue;
    seen.dates++;
    const { shape } = date;
    if (date.zoned) seen.zoned++;
    if (shape.is === "day") {
      seen.days++;
      forms.set(shape.form, (forms.get(shape.form) ?? 0) + 1);
    } else if (shape.is === "month") seen.months++;
    else if (shape.is === "pair") {
      seen.pairs++;
      if (shape.digits === 2) seen.twoDigitYears++;
      const key = `${shape.sep}${shape.digits}`;
      pairShapes.set(key, (pairShapes.get(key) ?? 0) + 1);
      if (shape.a > 12 && shape.b <= 12) seen.onlyDmy++;
      else if (shape.b > 12 && shape.a <= 12) seen.onlyMdy++;
      else if (shape.a !== shape.b && shape.a <= 12) seen.either++;
    } else if (serialLike(shape)) seen.serials++;
    else if (unixLike(shape)) seen.unixTimes++;
  }
  return { ...seen, form: most(forms), pairShape: most(pairShapes) };
}

/** A few cells the other way round among many are typing errors; more, and the column contradicts itself. */
const contradiction = 20;

/**
 * Day/month or month/day, by the cells that read only one way; dots are always day.month. `"either"`: every cell reads
 * both ways (or the cells contradict each other), so somebody must say; `null`: it makes no difference.
 */
export function pairOrder(evidence: DateEvidence): "dmy" | "mdy" | "either" | null {
  const { onlyDmy, onlyMdy, either, pairShape } = evidence;
  if (onlyDmy > 0 && onlyDmy >= onlyMdy * contradiction) return "dmy";
  if (onlyMdy > 0 && onlyMdy >= onlyDmy * contradiction) return "mdy";
  if (onlyDmy === 0 && onlyMdy === 0 && pairShape?.startsWith(".")) return "dmy";
  return either > 0 || onlyDmy + onlyMdy > 0 ? "either" : null;
}

/** Whether pairs are what the column is written in, rather than strays in a column written another way. */
export function writtenInPairs(evidence: DateEvidence): boolean {
  return evidence.pairs * 2 >= evidence.dates && evidence.pairs > 0;
}

/** How to read a column, given the order of its pairs (asked, evident, or taken from a neighbour). */
export function readingOf(evidence: DateEvidence, order: "dmy" | "mdy" | null): DateReading {
  if (writtenInPairs(evidence)) return { format: order ?? "dmy", pairs: order ?? "dmy", numbers: null };
  if (evidence.serials * 2 > evidence.dates) return { format: "excel", pairs: null, numbers: "excel" };
  if (evidence.unixTimes * 2 > evidence.dates) return { format: "epoch", pairs: null, numbers: "epoch" };
  return { format: evidence.form ?? "iso", pairs: null, numbers: null };
}

/** How to read a column whose format the mapping states; what the writing itself says still holds. */
export function statedReading(format: DateFormat, evidence: DateEvidence): DateReading {
  if (format === "dmy" || format === "mdy") return { ...readingOf(evidence, format), pairs: format };
  const numbers = format === "excel" || format === "excel1904" || format === "epoch" ? format : null;
  return { format, pairs: null, numbers };
}

function dayOfShape({ shape }: SeenDate, reading: DateReading, monthReads: "first" | "last"): Day | string {
  const none = (what: string) => `is not a day of the calendar${what}`;
  switch (shape.is) {
    case "day":
      return dayIfReal(shape.year, shape.month, shape.on) ?? none("");
    case "month": {
      const first = dayIfReal(shape.year, shape.month, 1);
      if (!first) return none("");
      return monthReads === "first" ? first : lastDayOf(first.slice(0, 7) as Month);
    }
    case "pair": {
      if (!reading.pairs) return `is not written like the rest of its column (${reading.format})`;
      const [on, month] = reading.pairs === "dmy" ? [shape.a, shape.b] : [shape.b, shape.a];
      return (
        dayIfReal(shape.year, month, on) ?? none(` as ${reading.pairs === "dmy" ? "day/month" : "month/day"}`)
      );
    }
    case "number": {
      if (!reading.numbers) return `is not written like the rest of its column (${reading.format})`;
      if (reading.numbers === "epoch")
        return dayOfUnixTime(shape.value, shape.digits) ?? "is not a time in seconds";
      const system = reading.numbers === "excel" ? 1900 : 1904;
      return (
        dayOfSerial(shape.value, system) ??
        (shape.value === 60 ? none(" (serial 60 is 29 February 1900, which never was)") : none(""))
      );
    }
  }
}

/**
 * The day a cell of the column says, or why it says none. A month without a day is its first day, or for an end its
 * last.
 */
export function readDay(
  text: string,
  reading: DateReading,
  monthReads: "first" | "last",
): { day: Day } | { reason: string } {
  const seen = seenDate(text);
  if (!seen) return { reason: `is not a date (this column is read as ${reading.format})` };
  const read = dayOfShape(seen, reading, monthReads);
  return /^\d{4}-\d{2}-\d{2}$/.test(read) ? { day: read as Day } : { reason: read };
}
