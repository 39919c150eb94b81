import { type Currency, type Day, Failure } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { Rates } from "../retention/index.ts";

/**
 * A customer's ARR at the end of a day, in minor units of the currency of the rates, at the rates of that day. Null: a
 * rate is missing.
 */
export function arrOn({ movements }: CustomerRecord, on: Day, rates: Rates): bigint | null {
  const balances = new Map<Currency, bigint>();
  for (const movement of movements) if (movement.on <= on) balances.set(movement.currency, movement.balance);
  const convert = rates.on(on);
  try {
    let sum = 0n;
    for (const [currency, balance] of balances) sum += convert(balance, currency);
    return sum;
  } catch (error) {
    if (error instanceof Failure && error.code === "rate_missing") return null;
    throw error;
  }
}
