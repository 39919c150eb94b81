import type { AccountWindow } from "./account-window.ts";
import type { Window } from "./window.ts";

/**
 * What an account in the slice at the close has added since it landed (every expansion up to the close: users,
 * products, regions) over what it landed with (its first ARR). Accounts that have not landed by the close add nothing.
 */
export function landAndExpand(w: AccountWindow, window: Window): { numerator: bigint; denominator: bigint } {
  const { closing } = window.rates;
  let [landed, expanded] = [0n, 0n];
  if (w.bridge.closing > 0n)
    for (const movement of w.account.movements) {
      if (movement.on > window.period.to) break;
      if (movement.kind === "new") landed += closing(movement.amount, movement.currency);
      if (movement.kind === "expansion") expanded += closing(movement.amount, movement.currency);
    }
  return { numerator: expanded, denominator: landed };
}
