import { currencyDigits } from "../../lib/format.ts";

/** Typed major units as whole minor units; null for what is no amount. */
export function minorFrom(text: string, currency: string): string | null {
  const read = /^(\d{1,15})(?:\.(\d+))?$/.exec(text.replaceAll(",", "").trim());
  const digits = currencyDigits(currency);
  if (!read || (read[2] ?? "").length > digits) return null;
  return `${read[1]}${(read[2] ?? "").padEnd(digits, "0")}`.replace(/^0+(?=\d)/, "");
}

/** The same with a sign before it, where it is taken back. */
export function signedMinorFrom(text: string, currency: string): string | null {
  const [, sign = "", amount = ""] = /^([-\u2212]?)(.*)$/.exec(text.trim()) ?? [];
  const minor = minorFrom(amount, currency);
  return minor !== null && sign !== "" && minor !== "0" ? `-${minor}` : minor;
}
