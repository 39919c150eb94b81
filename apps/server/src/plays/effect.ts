import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { AccountSigns } from "@termwise/core/plays";
import {
  comparedCases,
  type EffectCase,
  type Effectiveness,
  effectiveness,
  episodesOf,
  isSaving,
} from "@termwise/core/plays";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { companySigns } from "./company-signs.ts";
import type { ListedPlay } from "./play-list.ts";
import { arrAtRatesOf, type ListedRun, runsIn, type Seen } from "./run-list.ts";

/** What effects of plays are told from. */
interface Company {
  readonly books: Books;
  readonly records: ReadonlyMap<AccountId, CustomerRecord>;
  readonly signsOf: (record: CustomerRecord) => AccountSigns;
  readonly runs: readonly ListedRun[];
  readonly today: Day;
}

/** Every customer somebody sees with its signs and the runs of plays at it. */
export async function companyOf(termwise: Termwise, books: Books, seen: Seen): Promise<Company> {
  const { records } = customerRecords(books);
  const signsOf = await companySigns(termwise, books);
  return { books, records, signsOf, runs: runsIn(books, seen), today: seen.today };
}

/**
 * What a play did, held against customers that met its trigger and got no play meant to keep them in the same time. Null
 * for a play that is not meant to keep a customer.
 */
export function effectOf(play: ListedPlay, company: Company): Effectiveness | null {
  const cases = casesOf(play, company);
  return cases && effectiveness(cases.treated, cases.untreated);
}

/** The accounts the effect of a play is told from: those that got it, each with its run, and those they are held against. */
export function effectCases(play: ListedPlay, company: Company) {
  const cases = casesOf(play, company);
  return cases && comparedCases(cases.treated, cases.untreated);
}

function casesOf({ id, play }: ListedPlay, company: Company) {
  if (!isSaving(play.use)) return null;
  const { books, records, signsOf, runs, today } = company;
  const { withinDays } = play.goal;
  const treated = runs.flatMap(
    ({ fact, accountId, outcome, startedOn }): (EffectCase & { runId: string })[] =>
      fact.entry.play !== id ||
      fact.entry.fired === null ||
      outcome === null ||
      startedOn === null ||
      outcome.before <= 0n ||
      today < outcome.toldOn
        ? []
        : [
            {
              runId: fact.entryId,
              accountId,
              on: startedOn,
              arr: outcome.before,
              saved: outcome.outcome === "saved",
            },
          ],
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
  return { treated, untreated };
}
