const deviceLocale = typeof navigator === "undefined" ? "en" : navigator.language;

/** How somebody reads numbers, days and moments; what is null is as their device has it. */
export interface Reading {
  /** A language and region, such as `de-CH`. */
  readonly locale: string | null;
  /** An IANA time zone; moments are told in it. */
  readonly timeZone: string | null;
}

let reading: Reading = { locale: null, timeZone: null };

/** From now on everything is printed as this person reads it. What is on screen already is not drawn again by this. */
export function readAs(next: Reading): void {
  reading = next;
  formats.clear();
}

/** The separators of whole numbers and of decimals, as this person's numbers are printed. */
export function separators(): { group: string; decimal: string } {
  const parts = numberFormat({}).formatToParts(12345678.5);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: of("group"), decimal: of("decimal") };
}

/** No-break space: a number and its unit stay together. */
const nbsp = "\u00a0";

/** Intl formats an exact decimal given as text; the type library knows only numbers and numeric literals. */
type Decimal = `${number}`;

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(reading.locale ?? deviceLocale, options);
  formats.set(key, made);
  return made;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
}

function print(value: string, options: Intl.NumberFormatOptions): string {
  return numberFormat(options)
    .format(value as Decimal)
    .replace("-", "\u2212");
}

/** Decimal places of a currency's minor unit, as the browser's ISO 4217 table has them. */
export function currencyDigits(currency: string): number {
  return numberFormat({ style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whole minor units as a decimal of major units: `("123450", "USD")` is `"1234.50"`. */
export function majorOf(minor: string, currency: string): string {
  const digits = currencyDigits(currency);
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

/** A decimal of major units, printed exactly: unit prices may be finer than a cent. */
export function exactMoney(major: string, currency: string): string {
  return print(major, {
    ...moneyOptions(currency),
    minimumFractionDigits: /\./.test(major) ? 2 : 0,
    maximumFractionDigits: 12,
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

/** A decimal with every digit it has, up to six places: `1,234.5`. */
export function exactNumber(value: string): string {
  return print(value, { maximumFractionDigits: 6 });
}

/** `1 account`, `214 accounts`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as the reader writes it: day first and English names, unless they chose a locale. Months are never numbers. */
function dateText(at: Date, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  const locale = reading.locale ?? "en-GB";
  const number = Number(dateFormat("en", { month: "numeric", timeZone }).format(at));
  return dateFormat(locale, { ...options, timeZone })
    .formatToParts(at)
    .map(({ type, value }) =>
      // English locales differ in one month's short name only ("Sept"), where a column of them would not align.
      type === "month" && locale.startsWith("en") ? (monthNames[number - 1] ?? value) : value,
    )
    .join("");
}

const asDay = { day: "numeric", month: "short", year: "numeric" } as const;

/** A calendar day, never ambiguous: `21 Nov 2026`. */
export function dayText(on: string): string {
  return dateText(new Date(`${on}T00:00:00Z`), asDay, "UTC");
}

const grouped = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/g;

/** A sentence of the server with its days, and numbers whose thousands are set apart, as this person reads them. */
export function readable(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayText).replace(grouped, (number) => {
    const digits = number.split(".")[1]?.length ?? 0;
    return print(number.replaceAll(",", ""), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  });
}

/** The first day of a month as the moment it begins in UTC. */
const monthOf = (of: string) => new Date(`${of.slice(0, 7)}-01T00:00:00Z`);

/** A month, `YYYY-MM` or the month of a day: `Sep 2026`. */
export function monthText(of: string): string {
  return dateText(monthOf(of), { month: "short", year: "numeric" }, "UTC");
}

/** A month for an axis: `Sep`, and `Jan 26` where the year is said. */
export function shortMonth(of: string, withYear = false): string {
  return dateText(monthOf(of), { month: "short", ...(withYear ? { year: "2-digit" } : {}) }, "UTC");
}

/** A moment in the reader's zone: `21 Nov 2026, 09:12 CET`. */
export function momentText(at: string): string {
  const moment = new Date(at);
  const timeZone = reading.timeZone ?? undefined;
  const time = dateFormat(reading.locale ?? "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  });
  return `${dateText(moment, asDay, timeZone)}, ${time.format(moment)}`;
}

/** The calendar day of a moment in the zone the reader chose, else in UTC. */
export function momentDay(at: string): string {
  return dateText(new Date(at), asDay, reading.timeZone ?? "UTC");
}
