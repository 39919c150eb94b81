import { decimalText, rational } from "../kernel/index.ts";

/** A part of a base in percentage points, with four decimals (`"-1.0700"`); `null` without a base. */
export function points(part: bigint, base: bigint): string | null {
  return base === 0n ? null : decimalText(rational(part * 100n, base), 4);
}
