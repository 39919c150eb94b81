import type { Dimension } from "../facts/index.ts";
import { opensOn, type Period } from "../kernel/index.ts";
import { belongs, dimensionsOf, type Slice } from "./attributes.ts";
import type { Book, BookAccount } from "./book.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type Window, windowOf } from "./window.ts";

/** One part of a slice: the values its accounts have in the dimensions it was cut by (`""` is "no value"). */
export interface SlicePart {
  readonly values: readonly string[];
  readonly window: Window;
}

/** How a part is found again: its values, kept apart by what no value holds. */
export const partKey = (values: readonly string[]): string => values.join("\u0000");

/** A slice narrowed to one part. */
export function partSlice(slice: Slice, by: readonly Dimension[], values: readonly string[]): Slice {
  return { ...slice, ...Object.fromEntries(by.map((dimension, i) => [dimension, [values[i] ?? ""]])) };
}

/**
 * Cuts a slice by the values of one or more dimensions. Together the parts are the slice, without overlap: an account is
 * in the part of its values at the opening, and what it does after a change of values is the other part's. Each window is
 * the one {@link windowOf} gives for the narrowed slice; accounts are gathered first so that many parts cost little.
 */
export function partitionOf(
  book: Book,
  period: Period,
  policy: RetentionPolicy,
  by: readonly Dimension[],
  slice: Slice = {},
): SlicePart[] {
  const gathered = new Map<string, { values: readonly string[]; accounts: BookAccount[] }>();
  const opens = opensOn(period);
  const watched = [...new Set([...dimensionsOf(slice), ...by])];
  for (const account of book.accounts) {
    const { attributes } = account;
    const seen = new Set<string>();
    for (const on of [opens, ...attributes.changes(watched, opens, period.to)]) {
      if (!belongs(attributes, slice, on)) continue;
      const values = by.map((dimension) => attributes.on(dimension, on) ?? "");
      const key = partKey(values);
      if (seen.has(key)) continue;
      seen.add(key);
      const part = gathered.get(key) ?? { values, accounts: [] };
      part.accounts.push(account);
      gathered.set(key, part);
    }
  }
  return [...gathered.values()].flatMap(({ values, accounts }) => {
    const narrowed = partSlice(slice, by, values);
    const window = windowOf({ ...book, accounts }, period, policy, narrowed);
    return window.accounts.length === 0 ? [] : [{ values, window }];
  });
}
