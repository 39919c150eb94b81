/** A line of an explanation, as much of it as somebody needs who recomputes the score with pencil and paper. */
interface ToldLine {
  readonly share: number | null;
  readonly weight: number;
  readonly full: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

/** An explanation of a score, as `health.explain` serves it. */
interface ToldScore {
  readonly low: string;
  readonly high: string;
  readonly band: string;
  readonly parts: readonly {
    readonly component: string;
    readonly weight: number;
    readonly inverted: boolean;
    readonly low: string;
    readonly high: string;
    readonly inputs: readonly ToldLine[];
  }[];
}

/** Whole thousandths of a point: all of it is done in them, halves up. */
const milli = (text: string | null): number => Math.round(Number(text) * 1000);
const halfUp = (n: number, d: number): number => Math.floor((2 * n + d) / (2 * d));

const bandOf = (tenths: number): string =>
  tenths < 450 ? "low" : tenths < 700 ? "review" : tenths > 850 ? "strong" : "steady";

/**
 * Recomputes a score of the house model from its explanation by the rules of docs/health.md alone, and returns what does
 * not agree. Nothing of core is in it.
 */
export function faultsByHand({ low, high, band, parts }: ToldScore): string[] {
  const faults: string[] = [];
  const hold = (what: string, told: unknown, found: unknown) => {
    if (told !== found) faults.push(`${what}: told ${told}, found ${found}`);
  };
  const sums = [0, 0];
  for (const { component, weight, inverted, inputs, ...part } of parts) {
    const all = inputs.reduce((sum, line) => sum + line.weight, 0);
    let [least, most, upTo, before] = [0, inputs.length === 0 ? weight * 1000 : 0, 0, 0];
    for (const line of inputs) {
      upTo += line.weight;
      const at = halfUp(weight * 1000 * upTo, all);
      const full = at - before;
      before = at;
      const given = line.share === null ? 0 : halfUp(full * line.share, 1000);
      const ends = line.share === null ? [0, full] : inverted ? [full - given, full - given] : [given, given];
      hold(`${component} can give`, milli(line.full), full);
      hold(`${component} gives at least`, milli(line.low), ends[0]);
      hold(`${component} gives at most`, milli(line.high), ends[1]);
      least += ends[0] ?? 0;
      most += ends[1] ?? 0;
    }
    hold(`${component} at least`, milli(part.low), least);
    hold(`${component} at most`, milli(part.high), most);
    sums[0] = (sums[0] ?? 0) + least;
    sums[1] = (sums[1] ?? 0) + most;
  }
  const tenths = sums.map((sum) => halfUp(sum, 100));
  hold("the lower end", Math.round(Number(low) * 10), tenths[0]);
  hold("the upper end", Math.round(Number(high) * 10), tenths[1]);
  const bands = [...new Set(tenths.map(bandOf))];
  hold("the band", band, bands.length === 1 ? bands[0] : "unknown");
  return faults;
}
