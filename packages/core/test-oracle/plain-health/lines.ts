import { type Rational, rational } from "../../src/kernel/index.ts";
import type { HealthInput } from "./health-case.ts";

/** Points in whole thousandths. */
interface Milli {
  readonly full: number;
  readonly low: number;
  readonly high: number;
}

/** What a component is in a model: its weight, whether it counts turned round, and from how many per cent on it is full. */
interface WeighedComponent {
  readonly weight: number;
  readonly inverted: boolean;
  readonly fullAt?: number | undefined;
}

const exact = (milli: number): Rational => rational(BigInt(milli), 1000n);

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

/** What a component gives at least, with every unknown line at 0, and at most, with each of them full. Unit: points. */
export function pointsOfLines(
  of: WeighedComponent,
  inputs: readonly HealthInput[],
): { readonly low: Rational; readonly high: Rational } {
  const points = milliOf(of, inputs);
  const all = [...points, scaledBy(of, points)];
  const sum = (end: "low" | "high") => exact(all.reduce((total, line) => total + line[end], 0));
  return { low: sum("low"), high: sum("high") };
}
