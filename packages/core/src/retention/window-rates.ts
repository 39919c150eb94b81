import { type Day, opensOn, type Period } from "../kernel/index.ts";
import type { Book } from "./book.ts";
import type { RetentionPolicy } from "./policy.ts";
import type { Convert } from "./rates.ts";

/** Which conversion holds on a day: one for the whole window, or each day's own. */
export interface WindowRates {
  readonly opening: Convert;
  readonly on: (day: Day) => Convert;
  readonly closing: Convert;
}

/** The conversions a window uses under a policy. */
export function windowRates(book: Book, period: Period, policy: RetentionPolicy): WindowRates {
  const opening = book.rates.on(opensOn(period));
  if (policy.fx === "constant") return { opening, on: () => opening, closing: opening };
  const cache = new Map<Day, Convert>();
  const on = (day: Day): Convert => {
    const held = cache.get(day) ?? book.rates.on(day);
    cache.set(day, held);
    return held;
  };
  return { opening, on, closing: on(period.to) };
}
