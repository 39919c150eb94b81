import { Failure } from "../../kernel/index.ts";
import type { AccountBlock } from "./account-block.ts";

/** The largest number the 16-bit arrays hold. */
export const largest16 = 0xffff;

/** The refusal to hold something the arrays cannot hold exactly; the caller turns to the plain fold. */
export const tooLarge = (what: string, details: Record<string, unknown> = {}): Failure =>
  new Failure("too_large", `${what} for the fast path; the exact path answers`, details);

/** Reads an amount as a number that holds it exactly; throws `too_large` where there is none. */
export function exactNumber(minor: bigint): number {
  const number = Number(minor);
  if (Number.isSafeInteger(number)) return number;
  throw tooLarge("An amount is too large", { minor: String(minor) });
}

/** All that moved through an account: the sum of its changes, and of what changes of attributes may move. */
export function magnitude(balances: Iterable<number>, changes: number): number {
  let [sum, before, peak] = [0, 0, 0];
  for (const balance of balances) {
    sum += Math.abs(balance - before);
    before = balance;
    if (balance > peak) peak = balance;
  }
  return sum + peak * changes;
}

/** The {@link magnitude} of an account that fits the arrays; throws `too_large` for one that does not. */
export function checkedMagnitude({ rows, changes }: AccountBlock): number {
  if (rows.length > largest16) throw tooLarge("An account has too many movements");
  if (rows.some((row) => row.month > largest16)) throw tooLarge("A movement lies too far ahead");
  const sum = magnitude(
    rows.map((row) => row.balance),
    changes.length,
  );
  if (sum > Number.MAX_SAFE_INTEGER) throw tooLarge("An account's amounts add up to too much");
  return sum;
}
