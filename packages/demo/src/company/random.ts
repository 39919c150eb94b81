/** A small deterministic source of whole numbers (sfc32): the same label and seed give the same sequence everywhere. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `basisPoints` of 10,000 cases. */
  chance(basisPoints: number): boolean;
  /** One element of a list that is not empty. */
  pick<T>(from: readonly T[]): T;
  /** The elements in another order. */
  shuffle<T>(of: readonly T[]): T[];
}

function hash(text: string, seed: number): number {
  let h = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 2246822507) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 3266489909) >>> 0;
  return (h ^ (h >>> 16)) >>> 0;
}

/** The stream of whole numbers that belongs to a label: each account draws from its own, so none disturbs another. */
export function randomOf(seed: number, label: string): Random {
  let [a, b, c, counter] = [hash(label, seed), hash(label, seed + 1), hash(label, seed + 2), 1];
  const next = (): number => {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + sum) >>> 0;
    return sum;
  };
  for (let i = 0; i < 12; i++) next();
  // Exact: a 32-bit number times a count below 2^20 stays under 2^53, and 2^32 divides without rounding.
  const below = (count: number): number => Math.floor((next() * count) / 4294967296);
  return {
    between: (low, high) => low + below(high - low + 1),
    chance: (basisPoints) => below(10_000) < basisPoints,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError("nothing to pick from");
      return picked;
    },
    shuffle: (of) => {
      const keyed = of.map((item, i) => ({ item, key: next(), i }));
      return keyed.sort((x, y) => x.key - y.key || x.i - y.i).map(({ item }) => item);
    },
  };
}
