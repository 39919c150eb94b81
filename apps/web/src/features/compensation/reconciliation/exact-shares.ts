/** A fraction as the server sends it. */
export interface Fraction {
  readonly n: string;
  readonly d: string;
}

/** A fraction as a decimal with so many places, halves away from zero. */
export function decimalOf({ n, d }: Fraction, places: number): string {
  const [top, bottom] = [BigInt(n) * 10n ** BigInt(places), BigInt(d)];
  const size = top < 0n ? -top : top;
  const rounded = String((size * 2n + bottom) / (bottom * 2n)).padStart(places + 1, "0");
  const sign = top < 0n && /[1-9]/.test(rounded) ? "-" : "";
  return `${sign}${rounded.slice(0, -places)}.${rounded.slice(-places)}`;
}

/** A fraction of 1 in percentage points, as a decimal. */
export const pointsOf = ({ n, d }: Fraction, places: number): string =>
  decimalOf({ n: String(BigInt(n) * 100n), d }, places);

/** A fraction as it is written: `-1/40`, or `2` where it is whole. */
export const fractionText = ({ n, d }: Fraction): string => (d === "1" ? n : `${n}/${d}`);
