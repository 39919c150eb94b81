import { type AccountAttribute, type AttributeFact, type Dimension, dimensions } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";

/** The values one account's attributes have had, each from a day on. */
export interface Attributes {
  /** The value on a day; before the first known value, that first one; `null` when there is none. */
  on(attribute: AccountAttribute, day: Day): string | null;
  /** The days in `(after, to]` on which an attribute of the list changed. */
  changes(of: readonly AccountAttribute[], after: Day, to: Day): Day[];
}

/** Folds dated attribute facts of one account. */
export function attributesOf(facts: readonly AttributeFact[]): Attributes {
  const timelines = new Map<AccountAttribute, AttributeFact[]>();
  for (const fact of facts) {
    const held = timelines.get(fact.attribute) ?? [];
    held.push(fact);
    timelines.set(fact.attribute, held);
  }
  for (const held of timelines.values()) held.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return {
    on(attribute, day) {
      const held = timelines.get(attribute);
      if (!held) return null;
      let value = held[0]?.value ?? null;
      for (const fact of held) {
        if (fact.effectiveOn > day) break;
        value = fact.value;
      }
      return value;
    },
    changes(of, after, to) {
      const days = new Set<Day>();
      for (const attribute of of)
        for (const fact of (timelines.get(attribute) ?? []).slice(1))
          if (fact.effectiveOn > after && fact.effectiveOn <= to) days.add(fact.effectiveOn);
      return [...days].sort();
    },
  };
}

/** The value one attribute had on a day, as {@link attributesOf} tells it, of facts in any order, without folding them all. */
export function attributeValue(
  facts: readonly AttributeFact[],
  attribute: AccountAttribute,
  day: Day,
): string | null {
  let [first, held]: [AttributeFact | null, AttributeFact | null] = [null, null];
  for (const fact of facts) {
    if (fact.attribute !== attribute) continue;
    if (first === null || fact.effectiveOn < first.effectiveOn) first = fact;
    if (fact.effectiveOn <= day && (held === null || fact.effectiveOn >= held.effectiveOn)) held = fact;
  }
  return (held ?? first)?.value ?? null;
}

/** Which accounts a figure is about: AND between dimensions, OR between the values of one; `""` means "no value". */
export type Slice = Partial<Readonly<Record<Dimension, readonly string[]>>>;

/** The dimensions a slice speaks of, in the canonical order. */
export function dimensionsOf(slice: Slice): Dimension[] {
  return dimensions.filter((dimension) => slice[dimension] !== undefined);
}

/** Whether an account with these attributes belongs to a slice on a day. */
export function belongs(attributes: Attributes, slice: Slice, day: Day): boolean {
  return dimensionsOf(slice).every((dimension) =>
    slice[dimension]?.includes(attributes.on(dimension, day) ?? ""),
  );
}
