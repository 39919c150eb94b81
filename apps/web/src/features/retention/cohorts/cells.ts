import type { HeatScale } from "../../../charts/heat.ts";
import type { Cell } from "../../../lib/exports/cell.ts";
import { compactMoney, count, majorOf, points } from "../../../lib/format.ts";
import type { CohortCell, Measure, Shown } from "./cohorts.ts";

/** A cell as it is printed and coloured. */
export interface PrintedCell {
  /** `·` where there are fewer members than asked for. */
  text: string;
  /** With its unit, for those who listen and for the clipboard. */
  full: string;
  /** In per cent; what colours it and what is drawn. */
  percent: number | null;
  low: boolean;
  value: Cell;
}

/** NRR can pass 100 %: it is coloured both ways around it. GRR and logo retention cannot. */
export function scaleOf(measure: Measure): HeatScale {
  return measure === "nrr" || measure === "arr" ? "diverging" : "sequential";
}

/** A share in per cent as the server tells it, with one decimal: `98.2`. */
export function shareText(percent: string | null): string {
  return percent === null ? "—" : points(percent, { unit: false }).replace("+", "");
}

/** A share in per cent as a share of one, every decimal kept: `98.2` is `0.982`. */
export function shareOfOne(percent: string): string {
  const [whole = "", decimals = ""] = percent.split(".");
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`;
}

/** What a cell is in units of its own: ARR, kept ARR or accounts. */
function amountOf(cell: CohortCell, measure: Measure): { minor: string } | { accounts: number } {
  if (measure === "logo") return { accounts: cell.accounts };
  return { minor: measure === "grr" ? cell.kept : cell.arr };
}

/** Prints a cell under what the address says of how cohorts are shown. */
export function printedCell(cell: CohortCell, shown: Shown, currency: string): PrintedCell {
  const { measure, absolute, least } = shown;
  const share = cell[measure === "arr" ? "nrr" : measure];
  const percent = share === null ? null : Number(share);
  if (cell.members < least)
    return { text: "·", full: `fewer than ${least} accounts`, percent: null, low: true, value: null };
  if (!absolute) {
    const text = shareText(share);
    const full = share === null ? "no ARR at age 0" : `${text}\u00a0%`;
    const value = share === null ? null : { share: shareOfOne(share) };
    return { text, full, percent, low: false, value };
  }
  const amount = amountOf(cell, measure);
  if ("accounts" in amount) {
    const text = count(amount.accounts);
    const full = `${text} of ${count(cell.members)} accounts`;
    return { text, full, percent, low: false, value: { number: String(amount.accounts) } };
  }
  const text = compactMoney(amount.minor, currency);
  const value = { money: majorOf(amount.minor, currency), currency };
  return { text, full: text, percent, low: false, value };
}

/** A cell's place on the axis of a chart: per cent, or the amount in major units. */
export function heightOf(cell: CohortCell, shown: Shown, currency: string): number | null {
  if (cell.members < shown.least) return null;
  if (!shown.absolute) return printedCell(cell, shown, currency).percent;
  const amount = amountOf(cell, shown.measure);
  return "accounts" in amount ? amount.accounts : Number(majorOf(amount.minor, currency));
}
