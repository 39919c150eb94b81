import type { Instant } from "../kernel/index.ts";
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

function latest<F extends Stamp>(facts: readonly F[], asOf: Instant | null, keyOf: (fact: F) => string): F[] {
  const byKey = new Map<string, F>();
  for (const fact of facts) {
    if (asOf !== null && fact.recordedAt > asOf) continue;
    const key = keyOf(fact);
    const held = byKey.get(key);
    byKey.set(key, held ? laterVersion(held, fact) : fact);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
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
  return {
    accounts: latest(facts.accounts, asOf, factKeys.accounts).filter(stands),
    attributes: latest(facts.attributes, asOf, factKeys.attributes).filter(stands),
    merges: latest(facts.merges, asOf, factKeys.merges),
    splits: latest(facts.splits, asOf, factKeys.splits),
    lines: latest(facts.lines, asOf, factKeys.lines).filter((line) => !line.withdrawn),
    fxRates: latest(facts.fxRates, asOf, factKeys.fxRates).filter(stands),
    journal: latest(facts.journal, asOf, factKeys.journal).filter((fact) => fact.withdrawn === null),
    usage: latest(facts.usage, asOf, factKeys.usage).filter(stands),
  };
}
