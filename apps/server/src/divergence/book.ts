import { setImmediate } from "node:timers/promises";
import {
  type ConvergencePoint,
  convergencePoint,
  type DivergenceLine,
  type DivergenceReport,
  divergencesOn,
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

/** Every divergence of the accounts in the books on a day. */
export function reportOn(books: Books, on: Day): DivergenceReport {
  const { records, rules } = customerRecords(books);
  return divergencesOn(records.values(), rules, on, { rates: reportRates(books), compare: compareOnce });
}

/** So many accounts at a time are held against their evidence, few enough that other requests are let in meanwhile. */
const atOnce = 200;

/** What diverges on each of some days, the last of them `days.at(-1)`, computed in slices. */
export async function seriesOf(
  books: Books,
  days: readonly Day[],
  counts: (on: Day) => (line: DivergenceLine) => boolean,
): Promise<ConvergencePoint[]> {
  const { records, rules } = customerRecords(books);
  const [rates, all, today] = [reportRates(books), [...records.values()], days.at(-1)];
  if (today === undefined) return [];
  const compare = compareBackFrom(today);
  const points: ConvergencePoint[] = [];
  for (const on of days) {
    const slices = [];
    for (let from = 0; from < all.length; from += atOnce) {
      slices.push(divergencesOn(all.slice(from, from + atOnce), rules, on, { rates, compare }));
      await setImmediate();
    }
    points.push(convergencePoint(joined(on, slices), counts(on)));
  }
  return points;
}

/** The reports of slices of a book as the report of all of it; the order of lines is no matter to what is added up. */
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
