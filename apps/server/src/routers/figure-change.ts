import type { Figure } from "@termwise/core/glossary";
import { points, ratioText } from "@termwise/core/retention";

type Sums = Pick<Figure, "unit" | "value" | "numerator" | "denominator">;

function sumsOf(figure: Sums | null): [numerator: bigint, denominator: bigint] | null {
  if (!figure || figure.value === null || figure.numerator === null) return null;
  return [BigInt(figure.numerator), figure.denominator === null ? 1n : BigInt(figure.denominator)];
}

/**
 * How a figure moved against an earlier one of the same metric: percentage points for a ratio (`"2.8000"`), else the
 * share of the earlier value (`"0.311000"`); `null` where one side is missing or the earlier value is 0.
 */
export function changeOf(now: Sums, before: Sums | null): string | null {
  const [after, then] = [sumsOf(now), sumsOf(before)];
  if (!after || !then) return null;
  const moved = after[0] * then[1] - then[0] * after[1];
  return now.unit === "ratio" ? points(moved, after[1] * then[1]) : ratioText(moved, then[0]);
}

/** How far one account moves a ratio away from 100 %, in percentage points of the whole; `null` without a base. */
export function effectOf(own: Sums, whole: Sums): string | null {
  if (own.numerator === null || own.denominator === null || !whole.denominator) return null;
  return points(BigInt(own.numerator) - BigInt(own.denominator), BigInt(whole.denominator));
}
