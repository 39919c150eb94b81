/** What was counted in some days: the last of them as a number since 1970, how many they are, and how much it was. */
export interface Stretch {
  readonly end: number;
  readonly days: number;
  readonly amount: number;
}

/**
 * The most that stretches of days come to of which no two share a day: what two sources tell of the same days counts
 * once, by the one that tells of more.
 */
export function sumApart(stretches: readonly Stretch[]): number {
  const ordered = [...stretches].sort((a, b) => a.end - b.end);
  const best = [0];
  ordered.forEach(({ end, days, amount }, index) => {
    let before = index;
    while (before > 0 && ordered[before - 1]!.end > end - days) before -= 1;
    best.push(Math.max(best[index]!, best[before]! + amount));
  });
  return best.at(-1)!;
}
