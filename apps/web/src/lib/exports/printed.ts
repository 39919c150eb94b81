import { separators } from "../format.ts";
import type { Cell } from "./cell.ts";

/** The currency signs screens print, where the workspace's own currency is not known. */
const signs = /[^\d\s.,'’\u00a0\u202f\u2060+\u2212()%-]+/u;

/**
 * A value as it was printed (`−$412,300`, `86.7 %`, `+1.2 pp`, `1,234`), typed again; what is no whole value, such as an
 * amount cut to three digits, stays text. `currency` is the one amounts of the page are in.
 */
export function readPrinted(text: string, currency: string | null): Cell {
  const shown = text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim();
  if (shown === "" || shown === "—" || shown === "·") return null;
  const points = /^(.+?)\s*pp$/.exec(shown)?.[1];
  const share = /^(.+?)\s*%$/.exec(shown)?.[1];
  const number = decimalOf(points ?? share ?? shown);
  if (number !== null) {
    if (points !== undefined) return { points: number, shown };
    return share === undefined ? { number, shown } : { share: hundredth(number), shown };
  }
  const sign = signs.exec(shown)?.[0].trim();
  const amount = sign ? decimalOf(shown.replace(sign, "")) : null;
  const isMoney = sign !== undefined && (/^\p{Sc}$/u.test(sign) || sign === currency);
  return amount !== null && isMoney && currency ? { money: amount, currency, shown } : shown;
}

/** The number a person of this locale reads in a text, as a decimal with a dot; null: none, or more than one. */
function decimalOf(text: string): string | null {
  const { group, decimal } = separators();
  const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  const plain = bare.replaceAll(group.replace(/\s/, ""), "").replace(decimal, ".");
  const [, sign = "", digits] = /^([+-]?)(\d+(?:\.\d+)?)$/.exec(plain) ?? [];
  return digits === undefined ? null : `${sign === "-" ? "-" : ""}${digits}`;
}

/** A number of per cent as a share of one, exactly. */
function hundredth(percent: string): string {
  const [whole = "0", part = ""] = percent.replace("-", "").split(".");
  const digits = `${whole.padStart(3, "0")}${part}`;
  const at = digits.length - part.length - 2;
  return `${percent.startsWith("-") ? "-" : ""}${digits.slice(0, at)}.${digits.slice(at)}`;
}
