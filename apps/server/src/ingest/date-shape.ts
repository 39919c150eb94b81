import { type Day, dayOfCivil, dayOfEpoch, daysInMonth, epochDay } from "@termwise/core/kernel";

/**
 * What a date cell looks like, before its column is read:
 * - `day`: the writing itself says year, month and day (`2024-01-05`, `5 Jan 2024`, `20240105`); `form` says how;
 * - `pair`: two numbers and a year, which read as day/month or month/day (`05/01/2024`);
 * - `number`: digits only, a spreadsheet's serial or a count of seconds;
 * - `month`: a year and a month without a day (`2024-01`).
 */
export type DateShape =
  | {
      readonly is: "day";
      readonly form: string;
      readonly year: number;
      readonly month: number;
      readonly on: number;
    }
  | {
      readonly is: "pair";
      readonly sep: string;
      readonly a: number;
      readonly b: number;
      readonly year: number;
      readonly digits: number;
    }
  | { readonly is: "number"; readonly value: number; readonly digits: number }
  | { readonly is: "month"; readonly year: number; readonly month: number };

/** A shape and whether a time zone other than UTC stood behind it. */
export interface SeenDate {
  readonly shape: DateShape;
  readonly zoned: boolean;
}

const time =
  /[T ,]+(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-6]\d(?:[.,]\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(Z|UTC|GMT|[A-Z]{3,4}|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[+-]\d{2}))?$/;
/** No date is longer; a cell of megabytes must not be searched for one. */
const longest = 64;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i;

// English, German, French and Spanish, by the letters that tell the months of all four apart.
const monthStarts: readonly (readonly string[])[] = [
  ["jan", "ene", "jän"],
  ["feb", "fév", "fev"],
  ["mar", "mär", "mrz"],
  ["apr", "avr", "abr"],
  ["may", "mai"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "aoû", "aou", "ago"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec", "dez", "déc", "dic"],
];

function monthByName(name: string): number {
  const lower = name.toLowerCase();
  return monthStarts.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1;
}

/** Two-digit years: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

const n = (text: string | undefined) => Number(text ?? "");

function shapeOf(text: string): DateShape | null {
  let m = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (m) return { is: "day", form: m[2] === "-" ? "iso" : "ymd", year: n(m[1]), month: n(m[3]), on: n(m[4]) };
  m = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (m)
    return {
      is: "pair",
      sep: m[2] ?? "",
      a: n(m[1]),
      b: n(m[3]),
      year: fullYear(m[4] ?? ""),
      digits: (m[4] ?? "").length,
    };
  if (/^(19|20)\d{6}$/.test(text))
    return {
      is: "day",
      form: "ymd",
      year: n(text.slice(0, 4)),
      month: n(text.slice(4, 6)),
      on: n(text.slice(6)),
    };
  if (/^\d+(\.\d+)?$/.test(text)) {
    const whole = text.split(".")[0] ?? "";
    return { is: "number", value: Number(whole), digits: whole.length };
  }
  m = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ /-]([^\d\s.,/-]{3,10})\.?,?[ /-](\d{4}|\d{2})$/i.exec(text);
  if (m) return named(m[2], m[1], m[3]);
  m = /^([^\d\s.,-]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (m) return named(m[1], m[2], m[3]);
  m = /^(\d{4})-(\d{2})$/.exec(text);
  return m ? { is: "month", year: n(m[1]), month: n(m[2]) } : null;
}

function named(name: string | undefined, on: string | undefined, year: string | undefined): DateShape | null {
  const month = monthByName(name ?? "");
  return month === 0 ? null : { is: "day", form: "month name", year: fullYear(year ?? ""), month, on: n(on) };
}

/** The shape of a date cell; `null`: it looks like no date. A time behind the day is passed over. */
export function seenDate(text: string): SeenDate | null {
  if (text.length > longest) return null;
  const bare = text.replace(weekday, "");
  const behind = time.exec(bare);
  const shape = shapeOf(behind ? bare.slice(0, behind.index) : bare);
  const zone = behind?.[1];
  return shape && { shape, zoned: zone !== undefined && !/^(Z|UTC|GMT|(UTC|GMT)?[+-]00:?(00)?)$/.test(zone) };
}

/** The calendar day of a year, month and day of month, or `null` where there is none (2027-02-29). */
export function dayIfReal(year: number, month: number, on: number): Day | null {
  const real =
    year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && on >= 1 && on <= daysInMonth(year, month);
  return real ? dayOfCivil(year, month, on) : null;
}

const serialOrigin = epochDay("1899-12-30" as Day);
const origin1904 = epochDay("1904-01-01" as Day);

/** The day of a spreadsheet's serial number; `null` for 60 in the 1900 system, a 29 February that never was. */
export function dayOfSerial(serial: number, system: 1900 | 1904): Day | null {
  if (serial < 1 || serial > 2_958_465) return null;
  if (system === 1904) return dayOfEpoch(origin1904 + serial);
  return serial === 60 ? null : dayOfEpoch(serialOrigin + serial + (serial < 60 ? 1 : 0));
}

/** The UTC day of a count of seconds (10 digits) or milliseconds (13 digits) since 1970. */
export function dayOfUnixTime(value: number, digits: number): Day | null {
  if (digits !== 10 && digits !== 13) return null;
  return dayOfEpoch(Math.floor((digits === 13 ? value / 1000 : value) / 86_400));
}
