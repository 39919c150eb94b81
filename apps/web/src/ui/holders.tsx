import type { Callable } from "@termwise/core/access";
import { holdersOf } from "../lib/holders.ts";

/** The roles that may call something, in words. */
export function Holders({ of }: { of: Callable }) {
  return holdersOf(of);
}
