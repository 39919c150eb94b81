import { atOnce, eachInSteps, type Instant, type Steps, sortedInSteps } from "../kernel/index.ts";
import type { AccountFact, AttributeFact, MergeFact, SplitFact } from "./account.ts";
import type { ContractLine } from "./contract-line.ts";
import type { FactSet } from "./fact.ts";
import type { FxRate } from "./fx-rate.ts";
import type { JournalFact } from "./journal/entry.ts";
import type { Stamp } from "./stamp.ts";
import type { UsageFact } from "./usage.ts";

const text = (fact: unknown): string => JSON.stringify(fact);

/**
 * The later of two versions of a fact: the one recorded later. Two recorded in one instant are ordered by content, so
 * that no order of arrival can decide a figure.
 */
export function laterVersion<F extends Stamp>(one: F, other: F): F {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? other : one;
  return text(one) < text(other) ? other : one;
}

function* latest<F extends Stamp>(
  facts: readonly F[],
  asOf: Instant | null,
  keyOf: (fact: F) => string,
): Steps<F[]> {
  const byKey = new Map<string, F>();
  yield* eachInSteps(facts, (fact) => {
    if (asOf !== null && fact.recordedAt > asOf) return;
    const key = keyOf(fact);
    const held = byKey.get(key);
    byKey.set(key, held ? laterVersion(held, fact) : fact);
  });
  const sorted = yield* sortedInSteps([...byKey], ([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, fact]) => fact);
}

/** What makes two facts of a kind versions of one: the later with the same key replaces the earlier. */
export const factKeys = {
  accounts: (fact: AccountFact): string => fact.accountId,
  attributes: (fact: AttributeFact): string => `${fact.accountId} ${fact.attribute} ${fact.effectiveOn}`,
  merges: (fact: MergeFact): string => fact.accountId,
  splits: ({ source }: SplitFact): string => `${source.system}\u0000${source.key}`,
  lines: (fact: ContractLine): string => fact.lineId,
  fxRates: (fact: FxRate): string => `${fact.base} ${fact.quote} ${fact.effectiveOn}`,
  journal: (fact: JournalFact): string => fact.entryId,
  usage: (fact: UsageFact): string =>
    `${fact.accountId} ${fact.feature ?? ""} ${fact.activity} ${fact.effectiveOn}`,
};

const stands = ({ withdrawn }: { readonly withdrawn?: true | undefined }): boolean => withdrawn !== true;

/**
 * The facts as they were known at a moment (`null`: now, everything recorded): the latest version of each source key
 * recorded by then, in a canonical order that does not depend on how they arrived. What was withdrawn is gone.
 */
export function factsKnownAt(facts: FactSet, asOf: Instant | null): FactSet {
  return atOnce(factsKnownInSteps(facts, asOf));
}

/** {@link factsKnownAt} for a large company: others can be let in between its steps. */
export function* factsKnownInSteps(facts: FactSet, asOf: Instant | null): Steps<FactSet> {
  return {
    accounts: (yield* latest(facts.accounts, asOf, factKeys.accounts)).filter(stands),
    attributes: (yield* latest(facts.attributes, asOf, factKeys.attributes)).filter(stands),
    merges: yield* latest(facts.merges, asOf, factKeys.merges),
    splits: yield* latest(facts.splits, asOf, factKeys.splits),
    lines: (yield* latest(facts.lines, asOf, factKeys.lines)).filter((line) => !line.withdrawn),
    fxRates: (yield* latest(facts.fxRates, asOf, factKeys.fxRates)).filter(stands),
    journal: (yield* latest(facts.journal, asOf, factKeys.journal)).filter((fact) => fact.withdrawn === null),
    usage: (yield* latest(facts.usage, asOf, factKeys.usage)).filter(stands),
  };
}
