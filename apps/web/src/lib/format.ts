const locale = typeof navigator === "undefined" ? "en" : navigator.language;
/** No-break space: a number and its unit stay together. */
const nbsp = "\u00a0";

/** Intl formats an exact decimal given as text; the type library knows only numbers and numeric literals. */
type Decimal = `${number}`;

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

function print(value: string, options: Intl.NumberFormatOptions): string {
  return numberFormat(options)
    .format(value as Decimal)
    .replace("-", "\u2212");
}

/** Decimal places of a currency's minor unit, as the browser's ISO 4217 table has them. */
function digitsOf(currency: string): number {
  return numberFormat({ style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whole minor units as a decimal of major units: `("123450", "USD")` is `"1234.50"`. */
export function majorOf(minor: string, currency: string): string {
  const digits = digitsOf(currency);
  if (digits === 0) return minor;
  const sign = minor.startsWith("-") ? "-" : "";
  const size = minor.replace("-", "").padStart(digits + 1, "0");
  return `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

function moneyOptions(currency: string): Intl.NumberFormatOptions {
  return { style: "currency", currency, currencyDisplay: "narrowSymbol" };
}

interface MoneyFormat {
  /** Prints `+` before what is above zero. */
  signed?: boolean;
  /** Rounds to whole major units, where a column of cents would say less than it shows. */
  whole?: boolean;
}

/** The whole amount; cents only where there are any: `$12,400,210`, `$1,234.50`. */
export function money(
  minor: string,
  currency: string,
  { signed = false, whole = false }: MoneyFormat = {},
): string {
  const major = majorOf(minor, currency);
  const round = whole || !/\.\d*[1-9]/.test(major);
  return print(major, {
    ...moneyOptions(currency),
    ...(round ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
    signDisplay: signed ? "exceptZero" : "negative",
  });
}

/** Three significant digits: `$12.4M`, `€980K`. The full amount belongs near it. */
export function compactMoney(minor: string, currency: string, { signed = false }: MoneyFormat = {}): string {
  const major = majorOf(minor, currency);
  const zero = !/[1-9]/.test(major);
  return print(major, {
    ...moneyOptions(currency),
    notation: "compact",
    ...(zero
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 3, maximumSignificantDigits: 3, roundingPriority: "auto" as const }),
    signDisplay: signed ? "exceptZero" : "negative",
  });
}

/** A tick of an axis: `400K`, `1.5M`. */
export function tickNumber(value: number): string {
  return print(String(value), { notation: "compact", maximumSignificantDigits: 3 });
}

/** Moves the point of a decimal two places right: a share as per cent, exactly. */
function hundredfold(share: string): Decimal {
  const sign = share.startsWith("-") ? "-" : "";
  const [whole = "0", part = ""] = share.replace("-", "").split(".");
  const places = part.padEnd(2, "0");
  return `${sign}${whole}${places.slice(0, 2)}.${places.slice(2) || "0"}` as Decimal;
}

interface ShareFormat {
  digits?: number;
  signed?: boolean;
}

/** A share as per cent without its unit: `("0.8667")` is `86.7`. */
export function percentNumber(share: string, { digits = 1, signed = false }: ShareFormat = {}): string {
  return print(hundredfold(share), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? "exceptZero" : "negative",
  });
}

/** A share as per cent: `86.7 %`. */
export function percent(share: string, format: ShareFormat = {}): string {
  return `${percentNumber(share, format)}${nbsp}%`;
}

/** Percentage points as the server gives them (`"-1.0700"`): `−1.1 pp`; the sign is always there. */
export function points(
  pp: string,
  { digits = 1, unit = true }: { digits?: number; unit?: boolean } = {},
): string {
  const text = print(pp, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "exceptZero",
  });
  return unit ? `${text}${nbsp}pp` : text;
}

/** Keeps a sign and its amount on one line: browsers break a line after a true minus. */
export function unbroken(text: string): string {
  return text.replaceAll("\u2212", "\u2212\u2060");
}

/** A whole number: `1,234`. */
export function count(value: number | string): string {
  return print(String(value), { maximumFractionDigits: 0 });
}

/** `1 account`, `214 accounts`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar day, never ambiguous: `21 Nov 2026`. */
export function dayText(on: string): string {
  const [year, month, day] = on.split("-").map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
}

/** A sentence of the server with its days as people write them. */
export function readable(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayText);
}

/** A month, `YYYY-MM` or the month of a day: `Sep 2026`. */
export function monthText(of: string): string {
  return `${monthNames[Number(of.slice(5, 7)) - 1]} ${of.slice(0, 4)}`;
}

/** A month for an axis: `Sep`, and `Jan 26` where the year is said. */
export function shortMonth(of: string, withYear = false): string {
  const name = monthNames[Number(of.slice(5, 7)) - 1] ?? "";
  return withYear ? `${name} ${of.slice(2, 4)}` : name;
}

/** A moment in the reader's zone: `21 Nov 2026, 09:12 CET`. */
export function momentText(at: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  const month = monthNames[Number(part("month")) - 1];
  return `${part("day")} ${month} ${part("year")}, ${part("hour")}:${part("minute")} ${part("timeZoneName")}`;
}

/** The calendar day of a moment in UTC, as text. */
export function momentDay(at: string): string {
  return dayText(at.slice(0, 10));
}
