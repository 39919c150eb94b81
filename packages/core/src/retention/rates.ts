import type { FxRate } from "../facts/index.ts";
import {
  type Currency,
  currencyDigits,
  type Day,
  Failure,
  groupBy,
  over,
  type Rational,
  rational,
  rationalOf,
  round,
  times,
} from "../kernel/index.ts";

/** Turns whole minor units of a currency into whole minor units of the reporting currency. */
export type Convert = (minor: bigint, currency: Currency) => bigint;

/** Dated exchange rates towards one reporting currency. */
export interface Rates {
  readonly currency: Currency;
  /** The conversion at the end of a day. Throws `rate_missing` when a currency has no rate on or before it. */
  on(day: Day): Convert;
}

interface Dated {
  readonly from: Day;
  /** Minor units of the reporting currency for one minor unit of the other. */
  readonly factor: Rational;
}

function timeline(rates: readonly FxRate[], to: Currency): Map<Currency, Dated[]> {
  const towards = rates.flatMap((r) => {
    const rate = rationalOf(r.rate);
    if (r.quote === to) return [{ other: r.base, from: r.effectiveOn, rate, direct: true }];
    if (r.base === to)
      return [{ other: r.quote, from: r.effectiveOn, rate: over(rational(1n), rate), direct: false }];
    return [];
  });
  const byCurrency = new Map<Currency, Dated[]>();
  for (const [other, found] of groupBy(towards, (r) => r.other)) {
    const scale = over(
      rational(10n ** BigInt(currencyDigits(to))),
      rational(10n ** BigInt(currencyDigits(other))),
    );
    // Where a day has both a rate and its inverse, the one stated towards the reporting currency wins.
    const ordered = found.sort((a, b) =>
      a.from === b.from ? Number(a.direct) - Number(b.direct) : a.from < b.from ? -1 : 1,
    );
    byCurrency.set(
      other,
      ordered.map((r) => ({ from: r.from, factor: times(r.rate, scale) })),
    );
  }
  return byCurrency;
}

/** The rates of a set of facts, read towards `currency`: the latest on or before a day holds, inverse pairs included. */
export function ratesTowards(currency: Currency, facts: readonly FxRate[]): Rates {
  const known = timeline(facts, currency);
  const factorOn = (from: Currency, day: Day): Rational => {
    let found: Rational | null = null;
    for (const rate of known.get(from) ?? []) {
      if (rate.from > day) break;
      found = rate.factor;
    }
    if (found) return found;
    throw new Failure(
      "rate_missing",
      `No ${from} to ${currency} rate is known on or before ${day}. Import one, or filter by currency`,
      { from, to: currency, day },
    );
  };
  return {
    currency,
    on(day) {
      const held = new Map<Currency, Rational>();
      return (minor, from) => {
        if (from === currency || minor === 0n) return minor;
        const factor = held.get(from) ?? factorOn(from, day);
        held.set(from, factor);
        return round(rational(minor * factor.n, factor.d));
      };
    },
  };
}
