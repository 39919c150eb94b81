import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { AccountSigns } from "@termwise/core/plays";
import {
  type EffectCase,
  type Effectiveness,
  effectiveness,
  episodesOf,
  isSaving,
} from "@termwise/core/plays";
import type { Books } from "../derive/books.ts";
import type { ListedPlay } from "./play-list.ts";
import { arrAtRatesOf, type ListedRun } from "./run-list.ts";

interface Company {
  readonly books: Books;
  readonly records: ReadonlyMap<AccountId, CustomerRecord>;
  readonly signsOf: (record: CustomerRecord) => AccountSigns;
  readonly runs: readonly ListedRun[];
  readonly today: Day;
}

/**
 * What a play did, held against customers that met its trigger and got no play meant to keep them in the same time. Null
 * for a play that is not meant to keep a customer.
 */
export function effectOf({ id, play }: ListedPlay, company: Company): Effectiveness | null {
  if (!isSaving(play.use)) return null;
  const { books, records, signsOf, runs, today } = company;
  const { withinDays } = play.goal;
  const treated = runs.flatMap(({ fact, accountId, outcome, startedOn }): EffectCase[] =>
    fact.entry.play !== id ||
    fact.entry.fired === null ||
    outcome === null ||
    startedOn === null ||
    outcome.before <= 0n ||
    today < outcome.toldOn
      ? []
      : [{ accountId, on: startedOn, arr: outcome.before, saved: outcome.outcome === "saved" }],
  );
  const kept = new Map<AccountId, Day[]>();
  for (const { fact, accountId, startedOn } of runs)
    if (startedOn !== null && isSaving(fact.entry.use))
      kept.set(accountId, [...(kept.get(accountId) ?? []), startedOn]);
  const untreated = [...records.values()].flatMap((record): EffectCase[] => {
    const { accountId } = record;
    for (const { on } of episodesOf(play.trigger, signsOf(record), today)) {
      const until = addDays(on, withinDays);
      if (
        until > today ||
        kept.get(accountId)?.some((day) => day >= addDays(on, -withinDays) && day <= until)
      )
        continue;
      const arrOn = arrAtRatesOf(books, record, on);
      const arr = arrOn(on);
      // One case for each customer, so that one that is low again and again does not weigh more.
      if (arr > 0n) return [{ accountId, on, arr, saved: arrOn(until) >= arr }];
    }
    return [];
  });
  return effectiveness(treated, untreated);
}
