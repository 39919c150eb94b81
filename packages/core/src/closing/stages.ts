import {
  type AttributeFact,
  type Fact,
  type FactSet,
  factsKnownAt,
  type MergeFact,
  type SplitFact,
} from "../facts/index.ts";
import type { Instant } from "../kernel/index.ts";
import type { RestatementCause } from "./names.ts";

/** The facts of the book once those of a cause, and of all causes before it, are in. */
export interface Stage {
  readonly cause: Exclude<RestatementCause, "definition">;
  readonly facts: FactSet;
}

const attributeKey = (fact: AttributeFact): string =>
  `${fact.accountId} ${fact.attribute} ${fact.effectiveOn}`;
const isParent = ({ attribute }: AttributeFact): boolean => attribute === "parent";
const byKey = <F>(facts: readonly F[], keyOf: (fact: F) => string): F[] =>
  [...facts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/**
 * The facts as they were known at `cut`, and how they become those known at `asOf` (`null`: now), one cause after the
 * other in the order of `restatementCauses`. The last stage holds exactly what is known at `asOf`. `all` has every
 * version of every fact.
 */
export function stagesBetween(all: FactSet, cut: Instant, asOf: Instant | null): Stage[] {
  // What people put on record and how customers use the product count in no figure that is frozen.
  const counted: FactSet = { ...all, journal: [], usage: [] };
  const then = factsKnownAt(counted, cut);
  const now = factsKnownAt(counted, asOf);
  // Known is what had any version, even one that took it back: that it counts again is a correction, not news.
  const toldOf = <F extends { recordedAt: Instant }>(facts: readonly F[], keyOf: (fact: F) => string) =>
    new Set(facts.filter((fact) => fact.recordedAt <= cut).map(keyOf));
  const lines = toldOf(all.lines, (line) => line.lineId);
  const accounts = toldOf(all.accounts, (account) => account.accountId);

  const currency: FactSet = { ...then, fxRates: now.fxRates };
  const late: FactSet = {
    ...currency,
    lines: byKey(
      [...then.lines, ...now.lines.filter(({ lineId }) => !lines.has(lineId))],
      (line) => line.lineId,
    ),
    accounts: byKey(
      [...then.accounts, ...now.accounts.filter(({ accountId }) => !accounts.has(accountId))],
      (account) => account.accountId,
    ),
  };
  const corrected: FactSet = { ...late, lines: now.lines, accounts: now.accounts };
  const grouped: FactSet = {
    ...corrected,
    merges: now.merges,
    splits: now.splits,
    attributes: byKey(
      [
        ...then.attributes.filter((fact) => !isParent(fact)),
        ...now.attributes.filter((fact) => isParent(fact)),
      ],
      attributeKey,
    ),
  };
  return [
    { cause: "calculation", facts: then },
    { cause: "currency", facts: currency },
    { cause: "late_data", facts: late },
    { cause: "correction", facts: corrected },
    { cause: "hierarchy", facts: grouped },
    { cause: "attributes", facts: { ...grouped, attributes: now.attributes } },
  ];
}

/** A fact that came, went, or was replaced between two states of the book. */
export interface FactChange {
  readonly before: Fact | null;
  readonly after: Fact | null;
}

function changesIn<F extends Fact>(
  before: readonly F[],
  after: readonly F[],
  keyOf: (fact: F) => string,
): FactChange[] {
  if (before === after) return [];
  const held = new Map(before.map((fact) => [keyOf(fact), fact]));
  const found: FactChange[] = [];
  for (const fact of after) {
    const key = keyOf(fact);
    const earlier = held.get(key) ?? null;
    held.delete(key);
    if (earlier !== fact) found.push({ before: earlier, after: fact });
  }
  return [...found, ...[...held.values()].map((fact): FactChange => ({ before: fact, after: null }))];
}

/** What of the facts figures are computed from differs between two states of the book, kind by kind. */
export function changedFacts(before: FactSet, after: FactSet): FactChange[] {
  return [
    ...changesIn(before.fxRates, after.fxRates, (f) => `${f.base} ${f.quote} ${f.effectiveOn}`),
    ...changesIn(before.accounts, after.accounts, (f) => f.accountId),
    ...changesIn(before.lines, after.lines, (f) => f.lineId),
    ...changesIn<MergeFact>(before.merges, after.merges, (f) => f.accountId),
    ...changesIn<SplitFact>(before.splits, after.splits, (f) => `${f.source.system}\u0000${f.source.key}`),
    ...changesIn(before.attributes, after.attributes, attributeKey),
  ];
}
