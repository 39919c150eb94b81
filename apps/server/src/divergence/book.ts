import { setImmediate } from "node:timers/promises";
import {
  type ConvergencePoint,
  convergencePoint,
  type DivergenceLine,
  type DivergenceReport,
  divergencesOn,
  inOrder,
} from "@termwise/core/divergence";
import { Currency, type Day } from "@termwise/core/kernel";
import { ratesTowards } from "@termwise/core/retention";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { compareBackFrom, compareOnce } from "./compare.ts";

/** Rates towards the currency figures are told in. Without contract lines there is none yet, and every ARR is 0. */
export function reportRates(books: Books) {
  return ratesTowards(books.currency() ?? Currency.parse("USD"), books.known.now.fxRates);
}

/** So many accounts at a time are held against their evidence, few enough that other requests are let in meanwhile. */
const atOnce = 50;

/** The report of a day, computed in slices. */
async function reportInSlices(books: Books, on: Day, compare: typeof compareOnce): Promise<DivergenceReport> {
  const { records, rules } = customerRecords(books);
  const [rates, all] = [reportRates(books), [...records.values()]];
  const slices = [];
  for (let from = 0; from < all.length; from += atOnce) {
    slices.push(divergencesOn(all.slice(from, from + atOnce), rules, on, { rates, compare }));
    await setImmediate();
  }
  return joined(on, slices);
}

/** Every divergence of the accounts in the books on a day, the largest ARR first. */
export async function reportOn(books: Books, on: Day): Promise<DivergenceReport> {
  const report = await reportInSlices(books, on, compareOnce);
  return { ...report, lines: inOrder(report.lines) };
}

/** What diverges on each of some days, the last of them `days.at(-1)`. */
export async function seriesOf(
  books: Books,
  days: readonly Day[],
  counts: (on: Day) => (line: DivergenceLine) => boolean,
): Promise<ConvergencePoint[]> {
  const last = days.at(-1);
  if (last === undefined) return [];
  const compare = compareBackFrom(last);
  const points: ConvergencePoint[] = [];
  for (const on of days) points.push(convergencePoint(await reportInSlices(books, on, compare), counts(on)));
  return points;
}

/** The reports of slices of a book as the report of all of it, its lines in no order. */
function joined(on: Day, slices: readonly DivergenceReport[]): DivergenceReport {
  return {
    on,
    lines: slices.flatMap(({ lines }) => lines),
    compared: {
      accounts: slices.reduce((sum, { compared }) => sum + compared.accounts, 0),
      arr: slices.reduce((sum, { compared }) => sum + compared.arr, 0n),
    },
  };
}
