import type { Statement } from "./statement.ts";

/** What makes a statement one to look at first: it takes more than it pays, pays nothing, or pays over twice the target. */
export type PayException = "negative" | "nothing" | "over_twice_target";

/**
 * Why a statement is one to look at first, null where it is not. `target` is what its period pays at target, in whole
 * minor units; null where none is set, so that nothing is over it.
 */
export function payException(
  { total }: Pick<Statement, "total">,
  target: bigint | null,
): PayException | null {
  const paid = BigInt(total);
  if (paid < 0n) return "negative";
  if (paid === 0n) return "nothing";
  return target !== null && paid > 2n * target ? "over_twice_target" : null;
}
