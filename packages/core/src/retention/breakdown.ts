import type { Dimension } from "../facts/index.ts";
import { opensOn, type Period } from "../kernel/index.ts";
import type { AccountWindow } from "./account-window.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type Window, windowOf } from "./window.ts";

/** The values a dimension takes among the accounts of a book in a period, its opening included; `""` stands for "no value" and comes last. */
export function valuesOf(book: Book, dimension: Dimension, period: Period): string[] {
  const values = new Set<string>();
  for (const account of book.accounts) {
    const opens = opensOn(period);
    for (const on of [opens, ...account.attributes.changes([dimension], opens, period.to)])
      values.add(account.attributes.on(dimension, on) ?? "");
  }
  return [...values].sort((a, b) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1));
}

/** The same window for each value of a dimension, within a slice. Together they are the slice, without overlap. */
export function breakdownOf(
  book: Book,
  period: Period,
  policy: RetentionPolicy,
  dimension: Dimension,
  slice: Slice = {},
): { value: string; window: Window }[] {
  const asked = slice[dimension];
  return valuesOf(book, dimension, period)
    .filter((value) => asked === undefined || asked.includes(value))
    .map((value) => ({ value, window: windowOf(book, period, policy, { ...slice, [dimension]: [value] }) }))
    .filter(({ window }) => window.accounts.some((w) => w.memberAtOpening || passedThrough(w)));
}

/** Whether an account that was not in the slice at the opening has anything to say in it later on. */
function passedThrough({ bridge: { reasons: _, ...amounts } }: AccountWindow): boolean {
  return Object.values(amounts).some((amount) => amount !== 0n);
}
