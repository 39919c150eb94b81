import { groupBy } from "../kernel/index.ts";
import type { AccountWindow } from "./account-window.ts";
import { kindOf } from "./flows.ts";
import type { Window } from "./window.ts";

/**
 * What an account in the slice at the close has added since it landed (every day of expansion up to the close: users,
 * products, regions) over what it landed with (its first ARR). Changes of one day in several currencies are one change:
 * a contract that goes on in another currency has not grown. Accounts that have not landed by the close add nothing.
 */
export function landAndExpand(w: AccountWindow, window: Window): { numerator: bigint; denominator: bigint } {
  const { closing } = window.rates;
  let [landed, expanded] = [0n, 0n];
  if (w.bridge.closing > 0n)
    for (const [on, moved] of groupBy(w.account.movements, (movement) => movement.on)) {
      const [first] = moved;
      if (first === undefined || on > window.period.to) break;
      const net = moved.reduce((sum, { amount, currency }) => sum + closing(amount, currency), 0n);
      const kind = kindOf(first, net);
      if (kind === "new") landed += net;
      if (kind === "expansion") expanded += net;
    }
  return { numerator: expanded, denominator: landed };
}
