import type { Figure } from "@termwise/core/glossary";
import { compactMoney, count, dayText, money, monthText, percentNumber } from "../lib/format.ts";

/** Ratios that are the difference of two: they are told in percentage points. */
const differences = new Set(["nrr-grr-gap"]);

/** A figure's value and its unit as they are shown, apart; `null` when it cannot be computed. */
export function figureParts(
  figure: Figure,
  { full = false }: { full?: boolean } = {},
): { value: string; unit: string } | null {
  if (figure.value === null) return null;
  if (figure.unit === "ratio")
    return { value: percentNumber(figure.value), unit: differences.has(figure.term) ? "pp" : "%" };
  if (figure.unit === "money" && figure.currency) {
    const text = full ? money(figure.value, figure.currency) : compactMoney(figure.value, figure.currency);
    return { value: text, unit: "" };
  }
  return { value: count(figure.value), unit: figure.unit === "days" ? "d" : "" };
}

/** A figure's value with its unit, in full. */
export function figureText(figure: Figure): string {
  const parts = figureParts(figure, { full: true });
  if (!parts) return "—";
  return parts.unit ? `${parts.value}\u00a0${parts.unit}` : parts.value;
}

/** A period's name: `TTM to Sep 2026`, `2026-Q3`, `1 Jan 2026 to 30 Jun 2026`. */
export function periodName(text: string): string {
  const trailing = /^t(tm|\d+m):(\d{4}-\d{2})$/.exec(text);
  if (trailing)
    return trailing[1] === "tm"
      ? `TTM to ${monthText(trailing[2] ?? "")}`
      : `${trailing[1]?.replace("m", "")} months to ${monthText(trailing[2] ?? "")}`;
  if (/^\d{4}-\d{2}$/.test(text)) return monthText(text);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (range) return `${dayText(range[1] ?? "")} to ${dayText(range[2] ?? "")}`;
  return text;
}
