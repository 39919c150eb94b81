import type { Fact, FactSet } from "@termwise/core/facts";

/** So many facts or rows at a time: few enough that handling them never holds up other requests. */
export const sliceSize = 2_000;

/** Items in slices of {@link sliceSize}. */
export function* slicesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += sliceSize) yield items.slice(at, at + sliceSize);
}

/** A set of facts as slices that together hold all of it. */
export function* factSlices(facts: FactSet): Generator<Partial<FactSet>> {
  for (const [kind, all] of Object.entries(facts) as [keyof FactSet, Fact[]][])
    for (const slice of slicesOf(all)) yield { [kind]: slice };
}

/** Adds slices up again, each kind in the order of the slices. */
export function joined(slices: readonly Partial<FactSet>[]): FactSet {
  return {
    accounts: slices.flatMap(({ accounts = [] }) => accounts),
    attributes: slices.flatMap(({ attributes = [] }) => attributes),
    merges: slices.flatMap(({ merges = [] }) => merges),
    splits: slices.flatMap(({ splits = [] }) => splits),
    lines: slices.flatMap(({ lines = [] }) => lines),
    fxRates: slices.flatMap(({ fxRates = [] }) => fxRates),
    journal: slices.flatMap(({ journal = [] }) => journal),
    usage: slices.flatMap(({ usage = [] }) => usage),
  };
}

/** How many facts there are of all kinds. */
export function factCount(facts: FactSet): number {
  return Object.values(facts).reduce((sum, kind) => sum + kind.length, 0);
}

/** Facts by kind, as the ledger takes them. */
export function byKind(facts: readonly Fact[]): FactSet {
  const of = <Kind extends Fact["kind"]>(kind: Kind) =>
    facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
  return {
    accounts: of("account"),
    attributes: of("attribute"),
    merges: of("merge"),
    splits: of("split"),
    lines: of("line"),
    fxRates: of("fx_rate"),
    journal: of("journal"),
    usage: of("usage"),
  };
}
