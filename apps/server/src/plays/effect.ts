import type { Day, EntryId } from "@termwise/core/kernel";
import {
  comparedCases,
  type EffectCase,
  type Effectiveness,
  effectiveness,
  isSaving,
} from "@termwise/core/plays";
import type { Books } from "../derive/books.ts";
import type { Termwise } from "../termwise.ts";
import type { ListedPlay } from "./play-list.ts";
import { type ListedRun, runsIn, type Seen } from "./run-list.ts";
import { untreatedCases } from "./untreated.ts";

/** What effects of plays are told from. */
interface Company {
  readonly runs: readonly ListedRun[];
  readonly today: Day;
  /** For each play meant to keep a customer, the customers that met its trigger and got no such play in the same time. */
  readonly untreated: ReadonlyMap<EntryId, readonly EffectCase[]>;
}

/** Every run of a play somebody sees, and the customers that effects are held against. */
export async function companyOf(termwise: Termwise, books: Books, seen: Seen): Promise<Company> {
  const runs = runsIn(books, seen);
  return { runs, today: seen.today, untreated: await untreatedCases(termwise, { books, seen, runs }) };
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

function casesOf({ id, play }: ListedPlay, { runs, today, untreated }: Company) {
  if (!isSaving(play.use)) return null;
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
  return { treated, untreated: untreated.get(id) ?? [] };
}
