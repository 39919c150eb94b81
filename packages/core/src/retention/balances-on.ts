import type { Currency, Day } from "../kernel/index.ts";
import type { BookAccount } from "./book.ts";

/** The account's balances at the end of each of some ascending days, in the currencies they are in. */
export function balancesOn(
  account: BookAccount,
  days: readonly Day[],
): { balance: bigint; currency: Currency }[][] {
  const held = new Map<string, BookAccount["movements"][number]>();
  let next = 0;
  return days.map((day) => {
    for (; next < account.movements.length; next++) {
      const movement = account.movements[next];
      if (!movement || movement.on > day) break;
      held.set(movement.currency, movement);
    }
    return [...held.values()].map(({ balance, currency }) => ({ balance, currency }));
  });
}
