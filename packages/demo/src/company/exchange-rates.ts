import type { FxRate } from "@termwise/core/facts";
import { Currency } from "@termwise/core/kernel";
import { randomOf } from "./random.ts";
import { firstMonth, type Timeline } from "./timeline.ts";

const pairs = [
  { base: Currency.parse("EUR"), start: 10_720, low: 10_300, high: 11_900 },
  { base: Currency.parse("GBP"), start: 12_480, low: 12_000, high: 13_700 },
] as const;
const usd = Currency.parse("USD");

/** The dollar's price of a euro and of a pound on the first of each month, a slow walk within a band. */
export function exchangeRates(timeline: Timeline, seed: number): FxRate[] {
  return pairs.flatMap(({ base, start, low, high }) => {
    const random = randomOf(seed, `rates ${base}`);
    let rate: number = start;
    const rates: FxRate[] = [];
    for (let month = firstMonth - 1; month <= 0; month++) {
      rate = Math.max(low, Math.min(high, rate + random.between(-140, 155)));
      const effectiveOn = timeline.dayAt(month, 1);
      rates.push({
        kind: "fx_rate",
        base,
        quote: usd,
        rate: `${Math.floor(rate / 10_000)}.${String(rate % 10_000).padStart(4, "0")}`,
        effectiveOn,
        recordedAt: timeline.recordedAt(effectiveOn, 1, random),
        source: { system: "demo", key: `${base}-USD-${effectiveOn}`, file: null, line: null },
      });
    }
    return rates;
  });
}
