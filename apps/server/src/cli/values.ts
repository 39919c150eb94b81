import type { Figure } from "@termwise/core/glossary";
import { Currency, money, moneyText, perCentText, rationalOf } from "@termwise/core/kernel";

/** Minor units as an amount in major units with thousands apart: `12,345.60`. */
export function amountText(minor: string, currency: string): string {
  const plain = moneyText(money(BigInt(minor), Currency.parse(currency)));
  const [whole = "", places] = plain.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${plain.startsWith("-") ? "-" : ""}${grouped}${places === undefined ? "" : `.${places}`}`;
}

/** A share as a percentage with two decimals: `112.40 %`. */
export function percentText(share: string): string {
  return `${perCentText(rationalOf(share), 2)} %`;
}

/** A figure's value for people; why there is none, where there is none. */
export function figureText(figure: Figure): string {
  if (figure.value === null) return `- (${figure.reason ?? "unknown"})`;
  if (figure.unit === "ratio") return percentText(figure.value);
  if (figure.unit === "money" && figure.currency !== null)
    return `${amountText(figure.value, figure.currency)} ${figure.currency}`;
  return figure.value;
}
