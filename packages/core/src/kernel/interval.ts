/** The ends between which a share lies, 95 times of 100 that it is estimated so. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054;

const four = (of: number) => Math.round(of * 10_000) / 10_000;

function wilson(part: number, of: number): Interval {
  const share = part / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

/** The 95 % interval of a share by Wilson's score, to four places. `of` is at least 1. */
export function shareInterval(part: number, of: number): Interval {
  const { low, high } = wilson(part, of);
  return { low: four(low), high: four(high) };
}

/** The 95 % interval of the difference of two shares, by Newcombe's method 10 (Wilson's scores put together), to four places. */
export function differenceInterval(
  a: { readonly part: number; readonly of: number },
  b: { readonly part: number; readonly of: number },
): Interval {
  const [one, other] = [wilson(a.part, a.of), wilson(b.part, b.of)];
  const [p, q] = [a.part / a.of, b.part / b.of];
  return {
    low: four(p - q - Math.hypot(p - one.low, other.high - q)),
    high: four(p - q + Math.hypot(one.high - p, q - other.low)),
  };
}
