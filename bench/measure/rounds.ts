/** Something to be timed. Its answer was compared before; here only its time counts. */
export interface Variant {
  readonly name: string;
  readonly run: () => unknown;
}

/** Milliseconds per run: the median over rounds, and the fastest. */
export interface Timing {
  readonly median: number;
  readonly fastest: number;
  readonly rounds: number;
}

export type Timings = ReadonlyMap<string, Timing>;

/** A turn takes at least this long, in milliseconds, so that a preempted moment weighs on all alike. */
const turn = 100;

/** What runs longer than this is timed in three rounds only. */
const slow = 4_000;

/**
 * Times variants in rounds, each round running all of them, so that a busy moment of the machine falls on all alike.
 * A quick one is repeated within its turn, for a tenth of a second; everything ran before, to be warm.
 */
export async function interleaved(variants: readonly Variant[], rounds: number): Promise<Timings> {
  const times = new Map<string, number[]>(variants.map(({ name }) => [name, []]));
  const repeats = new Map<string, number>();
  for (const { name, run } of variants) {
    let once = await timed(run, 1);
    if (once >= slow) times.get(name)?.push(once);
    else once = Math.min(once, await timed(run, once < turn ? 5 : 1));
    repeats.set(name, Math.ceil(turn / Math.max(once, 0.005)));
  }
  for (let round = 0; round < rounds; round++)
    for (const { name, run } of variants) {
      const held = times.get(name) ?? [];
      if (held.length >= Math.min(3, rounds) && median(held) >= slow) continue;
      held.push(await timed(run, repeats.get(name) ?? 1));
    }
  return new Map(
    [...times].map(([name, held]) => [
      name,
      { median: median(held), fastest: Math.min(...held), rounds: held.length },
    ]),
  );
}

async function timed(run: () => unknown, repeats: number): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < repeats; i++) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  return (performance.now() - started) / repeats;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = ordered.length / 2;
  if (ordered.length % 2 === 1) return ordered[Math.floor(middle)] ?? Number.NaN;
  return ((ordered[middle - 1] ?? Number.NaN) + (ordered[middle] ?? Number.NaN)) / 2;
}
