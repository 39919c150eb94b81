import { lastOfWeek } from "@termwise/core/health";
import { type AccountId, addDays, addMonths, type Day, rationalOf } from "@termwise/core/kernel";
import { middleOf, type PastRenewal } from "@termwise/core/plays";
import { loadScoresAt } from "@termwise/db";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { renewalsOf } from "./back-test.ts";

/** How many days before a renewal its score is taken, and how many months of renewals are looked at. */
const [ahead, monthsBack] = [90, 24];

/** What was told of books: the same books tell the same on the same day. */
const told = new WeakMap<Books, { readonly today: Day; readonly past: Promise<PastRenewal[]> }>();

/** The last end of a week that was over on a day. */
const weekBefore = (on: Day): Day => {
  const end = lastOfWeek(on);
  return end === on ? on : addDays(end, -7);
};

/** The renewals of two years that somebody sees, each with what was measured 90 days before. */
export async function lossHistory(termwise: Termwise): Promise<PastRenewal[]> {
  const books = await termwise.books();
  const today = termwise.today();
  const known = told.get(books);
  if (known?.today === today) return known.past;
  const past = read(termwise, books, today);
  told.set(books, { today, past });
  return past;
}

async function read(termwise: Termwise, books: Books, today: Day): Promise<PastRenewal[]> {
  const from = addMonths(today, -monthsBack);
  const renewals = [...customerRecords(books).records.values()].flatMap((record) =>
    renewalsOf(record, from, today).map(({ on, renewed }) => ({
      accountId: record.accountId,
      week: weekBefore(addDays(on, -ahead)),
      renewed,
    })),
  );
  const key = (accountId: AccountId, week: Day) => `${accountId} ${week}`;
  const scores = await termwise.read((tx) => loadScoresAt(tx, renewals));
  const at = new Map(scores.map((score) => [key(score.accountId, score.week), score]));
  return renewals.flatMap(({ accountId, week, renewed }): PastRenewal[] => {
    const score = at.get(key(accountId, week));
    if (!score) return [];
    return [{ score: middleOf({ low: rationalOf(score.low), high: rationalOf(score.high) }), renewed }];
  });
}
