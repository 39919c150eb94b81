import { type Rational, rational } from "../kernel/index.ts";
import type { HealthInput } from "./health-case.ts";

/** A line of a component with its points: the most it can give, and what it gives at least and at most. */
export interface HealthLine extends HealthInput {
  readonly full: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

/** Points in whole thousandths. */
interface Milli {
  readonly full: number;
  readonly low: number;
  readonly high: number;
}

/** What a component is in a model: its weight, whether it counts turned round, and from how many per cent on it is full. */
export interface WeighedComponent {
  readonly weight: number;
  readonly inverted: boolean;
  readonly fullAt?: number | undefined;
}

/** Thousandths of a point, exactly. */
export const exact = (milli: number): Rational => rational(BigInt(milli), 1000n);

/**
 * The points of the lines of a component in thousandths. The weight of the component is shared out by the parts each line
 * decides, so that what all lines can give is the weight, to the thousandth; a line gives its share of that, halves up.
 */
function milliOf({ weight, inverted }: WeighedComponent, inputs: readonly HealthInput[]): Milli[] {
  const parts = inputs.reduce((sum, input) => sum + input.weight, 0);
  let [before, upTo] = [0, 0];
  return inputs.map(({ weight: own, share }) => {
    upTo += own;
    const at = parts === 0 ? 0 : Math.round((weight * 1000 * upTo) / parts);
    const full = at - before;
    before = at;
    if (share === null) return { full, low: 0, high: full };
    const given = Math.round((full * share) / 1000);
    const points = inverted ? full - given : given;
    return { full, low: points, high: points };
  });
}

/** What a model that is content with less than all adds to the points of the lines. */
function scaledBy({ weight, fullAt = 100 }: WeighedComponent, points: readonly Milli[]): Milli {
  const added = (end: "low" | "high") => {
    const sum = points.reduce((all, line) => all + line[end], 0);
    return Math.min(weight * 1000, Math.round((sum * 100) / fullAt)) - sum;
  };
  return { full: 0, low: added("low"), high: added("high") };
}

/**
 * What the lines of a component of some weight give, line by line; where the model is content with less than all, the last
 * line is what that adds. Unit: points.
 */
export function linePoints(of: WeighedComponent, inputs: readonly HealthInput[]): HealthLine[] {
  const points = milliOf(of, inputs);
  const told = (input: HealthInput, { full, low, high }: Milli): HealthLine => ({
    ...input,
    full: exact(full),
    low: exact(low),
    high: exact(high),
  });
  const lines = inputs.map((input, at) => told(input, points[at]!));
  if (of.fullAt === undefined || of.fullAt === 100) return lines;
  const text = `Full from ${of.fullAt} % on: the points above count 100/${of.fullAt} times, ${of.weight} at most`;
  const scaled = { what: "full_at", text, on: null, age: null, share: null, weight: 0, reason: null };
  return [...lines, told(scaled, scaledBy(of, points))];
}

/** A line as far as its points go. */
type Weighed = Pick<HealthInput, "share" | "weight">;

/**
 * What a component gives at least, with every unknown line at 0, and at most, with each of them full. Unit: thousandths of
 * a point. The same sums that {@link linePoints} adds up to, without the lines.
 */
export function endsOfLines(
  { weight, inverted, fullAt = 100 }: WeighedComponent,
  lines: readonly Weighed[],
): { readonly low: number; readonly high: number } {
  let parts = 0;
  for (const line of lines) parts += line.weight;
  let [before, upTo, low, high] = [0, 0, 0, 0];
  for (const { weight: own, share } of lines) {
    upTo += own;
    const at = parts === 0 ? 0 : Math.round((weight * 1000 * upTo) / parts);
    const full = at - before;
    before = at;
    if (share === null) {
      high += full;
      continue;
    }
    const given = Math.round((full * share) / 1000);
    const points = inverted ? full - given : given;
    low += points;
    high += points;
  }
  if (fullAt === 100) return { low, high };
  const scaled = (sum: number) => Math.min(weight * 1000, Math.round((sum * 100) / fullAt));
  return { low: scaled(low), high: scaled(high) };
}
