import type { Instant } from "../kernel/index.ts";
import type { FactSet } from "./fact.ts";
import type { Stamp } from "./stamp.ts";

function latest<F extends Stamp>(facts: readonly F[], asOf: Instant | null, keyOf: (fact: F) => string): F[] {
  const byKey = new Map<string, F>();
  for (const fact of facts) {
    if (asOf !== null && fact.recordedAt > asOf) continue;
    const key = keyOf(fact);
    const held = byKey.get(key);
    // Two versions recorded in one instant are ordered by content, so that no order of arrival can decide a figure.
    if (
      !held ||
      held.recordedAt < fact.recordedAt ||
      (held.recordedAt === fact.recordedAt && text(held) < text(fact))
    )
      byKey.set(key, fact);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
}

const text = (fact: unknown): string => JSON.stringify(fact);
const sourceKey = (fact: Stamp): string => `${fact.source.system}\u0000${fact.source.key}`;

/**
 * The facts as they were known at a moment (`null`: now, everything recorded): the latest version of each source key
 * recorded by then, in a canonical order that does not depend on how they arrived. Withdrawn lines and entries are gone.
 */
export function factsKnownAt(facts: FactSet, asOf: Instant | null): FactSet {
  return {
    accounts: latest(facts.accounts, asOf, (f) => f.accountId),
    attributes: latest(facts.attributes, asOf, (f) => `${f.accountId} ${f.attribute} ${f.effectiveOn}`),
    merges: latest(facts.merges, asOf, (f) => f.accountId),
    splits: latest(facts.splits, asOf, sourceKey),
    lines: latest(facts.lines, asOf, (f) => f.lineId).filter((line) => !line.withdrawn),
    fxRates: latest(facts.fxRates, asOf, (f) => `${f.base} ${f.quote} ${f.effectiveOn}`),
    journal: latest(facts.journal, asOf, (f) => f.entryId).filter((fact) => fact.withdrawn === null),
    usage: latest(
      facts.usage,
      asOf,
      (f) => `${f.accountId} ${f.feature ?? ""} ${f.activity} ${f.effectiveOn}`,
    ),
  };
}
