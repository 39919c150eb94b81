/**
 * Splits a whole number of minor units by weights so that the parts add up to it exactly (largest remainder;
 * ties go to the earlier part). All weights 0 gives everything to the first part. Weights must not be negative.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError("nothing to allocate to");
  if (weights.some((w) => w < 0n)) throw new RangeError("a weight is negative");
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map((_, i) => (i === 0 ? total : 0n));
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const parts = weights.map((w) => (size * w) / sum);
  const remainders = weights.map((w, i) => ({ i, r: (size * w) % sum }));
  let left = size - parts.reduce((a, b) => a + b, 0n);
  remainders.sort((a, b) => (a.r === b.r ? a.i - b.i : a.r > b.r ? -1 : 1));
  for (const { i } of remainders) {
    if (left === 0n) break;
    parts[i] = (parts[i] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((p) => p * sign);
}
