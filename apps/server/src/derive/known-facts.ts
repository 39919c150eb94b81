import { type FactSet, factsKnownAt, factsKnownInSteps, noFacts, type UsageFact } from "@termwise/core/facts";
import type { AccountId, EntryId, Instant } from "@termwise/core/kernel";
import { type Feed, feedOf } from "@termwise/core/people";
import { inTurns } from "../breath.ts";

/** All facts of a workspace, every version, and when the newest of those that figures are computed from was recorded. */
export interface Known {
  readonly all: FactSet;
  /** The latest version of each fact. */
  readonly now: FactSet;
  readonly freshAt: Instant | null;
  /** When readings of usage of anybody came in. Whoever sees some accounts alone must judge them by the same days. */
  readonly readings: Feed;
  /** Of whom alone more was put on record since the state before (null among them: of the workspace); null: anything changed. */
  readonly news: ReadonlySet<AccountId | null> | null;
}

/** What people and systems put on record. */
type Records = Pick<FactSet, "journal" | "usage">;

/** When the newest fact of the ledger was recorded, of those recorded by `asOf` (null: of all). */
export function newestFact(
  { journal: _journal, usage: _usage, ...ledger }: FactSet,
  asOf: Instant | null,
): Instant | null {
  let found: Instant | null = null;
  for (const kind of Object.values(ledger))
    for (const { recordedAt } of kind)
      if ((asOf === null || recordedAt <= asOf) && (found === null || recordedAt > found)) found = recordedAt;
  return found;
}

/** Joins what was loaded into what is held in memory; others are let in between. */
export async function knownOf(all: FactSet): Promise<Known> {
  const now = await inTurns(factsKnownInSteps(all, null));
  return { all, now, freshAt: newestFact(all, null), readings: feedOf(now.usage), news: null };
}

/** The same facts with another journal and other readings of usage: every version, and the latest of each. */
export function withRecords(held: Known, all: Records, now: Records): Known {
  return {
    ...held,
    all: { ...held.all, ...all },
    now: { ...held.now, ...now },
    readings: now.usage === held.now.usage ? held.readings : feedOf(now.usage),
  };
}

/**
 * The same facts once versions have come to the records of some accounts (null: the workspace). `all` has every version
 * of everything; only what the newcomers touch is looked at anew, the rest of the latest stays as it is.
 */
export function withNews(held: Known, all: Records, of: ReadonlySet<AccountId | null>): Known {
  // An entry may have gone over to another record with its customer: every version of it is looked at, wherever it lies.
  const touched = new Set<EntryId>();
  for (const { accountId, entryId } of all.journal) if (of.has(accountId)) touched.add(entryId);
  const anew = all.journal.filter(({ entryId }) => touched.has(entryId));
  const journal = inOrder(
    held.now.journal.filter(({ entryId }) => !touched.has(entryId)),
    factsKnownAt({ ...noFacts, journal: anew }, null).journal,
    ({ entryId }) => entryId,
  );
  const usage = all.usage === held.all.usage ? held.now.usage : latestUsage(held.now.usage, all.usage, of);
  const news = new Set([...of, ...anew.map(({ accountId }) => accountId)]);
  return { ...withRecords(held, all, { journal, usage }), news };
}

function latestUsage(
  now: readonly UsageFact[],
  all: readonly UsageFact[],
  of: ReadonlySet<AccountId | null>,
): readonly UsageFact[] {
  const anew = all.filter(({ accountId }) => of.has(accountId));
  return inOrder(
    now.filter(({ accountId }) => !of.has(accountId)),
    factsKnownAt({ ...noFacts, usage: anew }, null).usage,
    ({ accountId, feature, activity, effectiveOn }) =>
      `${accountId} ${feature ?? ""} ${activity} ${effectiveOn}`,
  );
}

/** Two lists in the order of their keys, of which no two are alike, as one. */
function inOrder<F>(some: readonly F[], others: readonly F[], keyOf: (fact: F) => string): F[] {
  const joined: F[] = [];
  let next = 0;
  for (const other of others) {
    const key = keyOf(other);
    for (let fact = some[next]; fact !== undefined && keyOf(fact) < key; fact = some[++next])
      joined.push(fact);
    joined.push(other);
  }
  for (let fact = some[next]; fact !== undefined; fact = some[++next]) joined.push(fact);
  return joined;
}
