import type { JournalFact } from "@termwise/core/facts";
import { type AccountId, addDays, type Day, type EntryId, type Instant } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { type AccountSigns, type EffectCase, episodesOf, isSaving } from "@termwise/core/plays";
import { eachInTurns } from "../breath.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { bookScores } from "../health/scored.ts";
import type { Termwise } from "../termwise.ts";
import { companySigns } from "./company-signs.ts";
import { type ListedPlay, playsIn } from "./play-list.ts";
import { arrAtRatesOf, type ListedRun, type Seen } from "./run-list.ts";

/** What was found of a customer, and what it was found by. */
interface Found {
  readonly house: readonly JournalFact[];
  readonly by: string;
  readonly cases: readonly (EffectCase | null)[];
}

/** A customer that is as it was, looked at by the same plays and scores on the same day, has the same cases. */
const found = new WeakMap<CustomerRecord, Found>();

interface Asked {
  readonly books: Books;
  readonly seen: Seen;
  readonly runs: readonly ListedRun[];
}

/**
 * For each play meant to keep a customer, the customers that met its trigger and got no such play within the days of its
 * goal before or after; of each customer one case, so that one that is low again and again does not weigh more.
 */
export async function untreatedCases(
  termwise: Termwise,
  { books, seen: { today }, runs }: Asked,
): Promise<ReadonlyMap<EntryId, readonly EffectCase[]>> {
  const plays = playsIn(books).filter(({ play }) => isSaving(play.use));
  const { records, house } = customerRecords(books);
  const { readings } = await bookScores(termwise);
  const signsOf = await companySigns(termwise, books);
  const by = askedBy(plays, { today, readings, freshAt: books.known.freshAt });
  const kept = begunOn(runs);
  const untreated = new Map(plays.map(({ id }) => [id, [] as EffectCase[]]));
  await eachInTurns(records.values(), (record) => {
    const before = found.get(record);
    const known = before?.house === house && before.by === by ? before.cases : null;
    const days = kept.get(record.accountId) ?? [];
    const cases = known ?? casesOf({ record, signs: signsOf(record), days }, { books, plays, today });
    if (!known) found.set(record, { house, by, cases });
    for (const [at, { id }] of plays.entries()) {
      const own = cases[at];
      if (own) untreated.get(id)?.push(own);
    }
  });
  return untreated;
}

const askedBy = (
  plays: readonly ListedPlay[],
  asked: { today: Day; readings: number; freshAt: Instant | null },
): string =>
  JSON.stringify([asked, plays.map(({ id, play: { trigger, goal } }) => [id, trigger, goal.withinDays])]);

/** The days on which plays meant to keep a customer were begun at it. */
function begunOn(runs: readonly ListedRun[]): ReadonlyMap<AccountId, readonly Day[]> {
  const begun = new Map<AccountId, Day[]>();
  for (const { fact, accountId, startedOn } of runs)
    if (startedOn !== null && isSaving(fact.entry.use))
      begun.set(accountId, [...(begun.get(accountId) ?? []), startedOn]);
  return begun;
}

/** The case of a customer for each play; null where it met no trigger without a play. */
function casesOf(
  {
    record,
    signs,
    days,
  }: { readonly record: CustomerRecord; readonly signs: AccountSigns; readonly days: readonly Day[] },
  asked: { readonly books: Books; readonly plays: readonly ListedPlay[]; readonly today: Day },
): (EffectCase | null)[] {
  const { books, plays, today } = asked;
  return plays.map(({ play: { trigger, goal } }) => {
    for (const { on } of episodesOf(trigger, signs, today)) {
      const [since, until] = [addDays(on, -goal.withinDays), addDays(on, goal.withinDays)];
      if (until > today || days.some((day) => day >= since && day <= until)) continue;
      const arrOn = arrAtRatesOf(books, record, on);
      const arr = arrOn(on);
      if (arr > 0n) return { accountId: record.accountId, on, arr, saved: arrOn(until) >= arr };
    }
    return null;
  });
}
