import { count, currencyDigits, majorOf, money, percent, points, separators } from "../../../lib/format.ts";

/** What a value is counted in. */
interface Of {
  readonly unit: string;
  readonly currency: string | null;
}

/** A target as it is printed: `105.0 %`, `$12,500,000`, `300`. */
export function targetText(value: string, { unit, currency }: Of): string {
  if (unit === "ratio") return percent(value);
  return currency ? money(value, currency, { whole: true }) : count(value);
}

/** How far a figure is from its target: `−2.8 pp`, `+$120,000`, `−3`. */
export function gapText(gap: string, { unit, currency }: Of): string {
  if (unit === "ratio") return points(gap);
  const sign = Number(gap) > 0 ? "+" : "";
  return currency ? money(gap, currency, { signed: true, whole: true }) : `${sign}${count(gap)}`;
}

/** A target as it is typed again: `105`, `12500000`. */
export function typedTarget(value: string, { unit, currency }: Of): string {
  if (unit !== "ratio") return currency ? majorOf(value, currency).replace(/\.0+$/, "") : value;
  return String(Number((Number(value) * 100).toFixed(4)));
}

/** The value somebody typed: per cent of a ratio, whole units of money or accounts; null where it is none. */
export function readTarget(typed: string, { unit, currency }: Of): string | null {
  const { group, decimal } = separators();
  const bare = typed.replace(/[\s\u00a0\u202f%]/g, "").replaceAll(group.replace(/\s/, "") || "\0", "");
  const plain = bare.replace(decimal, ".");
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(plain) ?? [];
  if (whole === undefined) return null;
  if (unit === "ratio") {
    const digits = `${whole.padStart(3, "0")}${part}`;
    const at = digits.length - part.length - 2;
    return `${digits.slice(0, at)}.${digits.slice(at)}`;
  }
  const places = currency === null ? 0 : currencyDigits(currency);
  if (part.length > places) return null;
  return String(BigInt(whole + part.padEnd(places, "0")));
}
