import type { FxRate } from "../src/facts/index.ts";
import { numberOf } from "./day-numbers.ts";
import { type Fraction, fractionOf, places, product, rounded } from "./fraction.ts";

/** The latest rate of a pair on or before a day, either way round; null where there is none. */
function rateOn(rates: readonly FxRate[], from: string, to: string, day: number): Fraction | null {
  if (from === to) return { n: 1n, d: 1n };
  const latest = rates
    .filter((r) => (r.base === from && r.quote === to) || (r.base === to && r.quote === from))
    .filter((r) => numberOf(r.effectiveOn) <= day)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0];
  if (!latest) return null;
  const rate = fractionOf(latest.rate);
  return latest.base === from ? rate : { n: rate.d, d: rate.n };
}

/** An account's balances in the reporting currency at a day's rates, each currency rounded once. */
export function converted(
  rates: readonly FxRate[],
  held: ReadonlyMap<string, bigint>,
  to: string,
  day: number,
): bigint {
  let total = 0n;
  for (const [currency, minor] of held) {
    const rate = rateOn(rates, currency, to, day);
    if (rate === null) throw new Error(`no rate from ${currency} on day ${day}`);
    const shift = { n: 10n ** (places[to] ?? 2n), d: 10n ** (places[currency] ?? 2n) };
    total += rounded(product({ n: minor, d: 1n }, rate, shift));
  }
  return total;
}
