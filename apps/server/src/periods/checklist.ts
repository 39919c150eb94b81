import { closingFault, standingCloses } from "@termwise/core/closing";
import {
  addDays,
  type Day,
  Failure,
  money,
  moneyText,
  monthIndex,
  monthOf,
  type Period,
  parsePeriod,
} from "@termwise/core/kernel";
import { bridgeOf } from "@termwise/core/retention";
import { loadBatches } from "@termwise/db";
import type { ImportReport } from "../imports/import-report.ts";
import { answering, windowFor } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { closesIn } from "./closes.ts";
import { isAbout, viewsOf } from "./stored-views.ts";

/** One thing to look at before a period is closed. `refused`: it cannot be closed so. */
export interface ClosingCheck {
  readonly check: "order" | "rates" | "bridge" | "opening" | "imports";
  readonly state: "fine" | "look" | "refused";
  readonly text: string;
}

/** What to look at before a period is closed, in the order it is looked at. */
export async function closingChecks(termwise: Termwise, period: Period): Promise<ClosingCheck[]> {
  const closes = closesIn((await termwise.books()).known.now);
  const fault = closingFault(closes, period, termwise.today());
  const order: ClosingCheck =
    fault === null
      ? { check: "order", state: "fine", text: `${period.text} is over, and comes next` }
      : { check: "order", state: "refused", text: fault };
  return [order, ...(await bookChecks(termwise, period)), await importCheck(termwise, period)];
}

async function bookChecks(termwise: Termwise, period: Period): Promise<ClosingCheck[]> {
  if ((await termwise.books()).known.now.lines.length === 0)
    return [
      {
        check: "rates",
        state: "refused",
        text: "There are no contract lines to close. Import accounts and contract lines",
      },
    ];
  try {
    const asked = await answering(termwise, { period: `${period.from}..${period.to}` });
    const bridge = bridgeOf(windowFor(asked));
    // The twelve months to its end are frozen too, and need rates of their own.
    const trailing = await answering(termwise, { period: `ttm:${period.to.slice(0, 7)}` });
    bridgeOf(windowFor(trailing));
    return [
      { check: "rates", state: "fine", text: "Every amount of the period can be converted" },
      bridge.unexplained === 0n
        ? { check: "bridge", state: "fine", text: "The ARR bridge closes: nothing is unexplained" }
        : {
            check: "bridge",
            state: "refused",
            text: `The ARR bridge does not close: ${bridge.unexplained} minor units are unexplained`,
          },
      await openingCheck(termwise, period),
    ];
  } catch (error) {
    if (!(error instanceof Failure) || (error.code !== "rate_missing" && error.code !== "not_found"))
      throw error;
    return [{ check: "rates", state: "refused", text: error.message }];
  }
}

/** What the period before was reported to close with, against what is told of that now: the difference enters this one's opening. */
async function openingCheck(termwise: Termwise, period: Period): Promise<ClosingCheck> {
  const before = standingCloses(closesIn((await termwise.books()).known.now)).findLast(
    ({ entry }) => addDays(entry.to, 1) === period.from,
  );
  if (!before)
    return {
      check: "opening",
      state: "fine",
      text: "It is the first to be closed: no close stands before it",
    };
  const { entry, number } = before;
  const [found] = (await viewsOf(termwise, [before])).filter((view) => isAbout(view, entry, {}));
  const asked = await answering(termwise, { period: `${entry.from}..${entry.to}`, currency: entry.currency });
  const reported = BigInt(found?.view.bridge.closing ?? "0");
  const now = bridgeOf(windowFor(asked)).closing;
  const amount = (minor: bigint) => `${moneyText(money(minor, entry.currency))} ${entry.currency}`;
  return now === reported
    ? {
        check: "opening",
        state: "fine",
        text: `It opens with what ${entry.period}, No. ${number}, closed with`,
      }
    : {
        check: "opening",
        state: "look",
        text: `${entry.period}, No. ${number}, closed with ${amount(reported)} and is told as ${amount(now)} now: this period opens with the latter`,
      };
}

async function importCheck(termwise: Termwise, period: Period): Promise<ClosingCheck> {
  const batches = await termwise.read((tx) => loadBatches(tx));
  const refused = batches
    .filter(({ createdAt }) => createdAt.slice(0, 10) >= period.from)
    .reduce((sum, { report }) => sum + ((report as ImportReport | null)?.counts.refused ?? 0), 0);
  return refused === 0
    ? { check: "imports", state: "fine", text: "No import since the period began left rows out" }
    : {
        check: "imports",
        state: "look",
        text: `Imports since the period began left ${refused} ${refused === 1 ? "row" : "rows"} out. Bring them in, or close without them`,
      };
}

/**
 * The periods that can be closed next: the month, the quarter and the year that begin where the last one ended and are
 * over, first the one of the same length.
 */
export function nextPeriods(
  closes: ReturnType<typeof closesIn>,
  { today, lastQuarter, fiscalYearStart }: { today: Day; lastQuarter: string; fiscalYearStart: number },
): Period[] {
  const last = standingCloses(closes).at(-1);
  const calendar = { fiscalYearStart };
  if (!last) return [parsePeriod(lastQuarter, calendar)];
  const from = addDays(last.entry.to, 1);
  const year = Number(from.slice(0, 4));
  const candidates = [
    from.slice(0, 7),
    ...[year, year + 1].flatMap((of) => [1, 2, 3, 4].map((quarter) => `${of}-Q${quarter}`)),
    ...[year, year + 1].map((of) => `FY${of}`),
  ];
  return candidates
    .map((text) => parsePeriod(text, calendar))
    .filter((period) => period.from === from && period.to < today)
    .sort(
      (a, b) => Number(monthsOf(b) === monthsOf(last.entry)) - Number(monthsOf(a) === monthsOf(last.entry)),
    );
}

const monthsOf = ({ from, to }: { from: Day; to: Day }): number =>
  monthIndex(monthOf(to)) - monthIndex(monthOf(from)) + 1;
