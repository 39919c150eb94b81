import type { LineKind } from "@termwise/core/facts";
import { compare, minus, plus, rationalOf, times } from "@termwise/core/kernel";
import { yearsPerTerm } from "@termwise/core/ledger";
import { intervals } from "./intervals.ts";
import { exactDecimal, type StatedPrice } from "./read-price.ts";
import type { Term } from "./read-term.ts";

/**
 * The price to keep: the first. A price per unit that says exactly the same is kept in its place, because from it more
 * seats and a higher price can be told apart and the list price is known. An ARR or MRR of 0 on a line that is `over`
 * is what it pays now, not what it paid: any other price is kept in its place.
 */
export function believedPrice(prices: readonly StatedPrice[], over: boolean): StatedPrice | null {
  const [first] = prices;
  if (!first || (first.field !== "arr" && first.field !== "mrr")) return first ?? null;
  const others = prices.filter(({ field }) => field !== "arr" && field !== "mrr");
  if (over && first.annual?.n === 0n && others[0]) return others[0];
  const same = others.find(
    ({ field, annual }) =>
      field.includes("unit") && annual && first.annual && compare(annual, first.annual) === 0,
  );
  return same ?? first;
}

/** The first price that differs from the kept one by more than rounding. */
export function differingPrice(kept: StatedPrice, prices: readonly StatedPrice[]): StatedPrice | null {
  const differs = ({ field, annual, slack }: StatedPrice) => {
    if (!annual || !kept.annual || field === "acv") return false;
    const gap = minus(annual, kept.annual);
    const size = gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
    return compare(size, plus(slack, kept.slack)) > 0;
  };
  return prices.find(differs) ?? null;
}

/**
 * A total contract value as it can be kept: as such where the line runs to the end of its term; per year where it was
 * terminated early or runs on, because the value was agreed for the whole term; `null` where no term is known.
 */
export function spreadTotal(stated: StatedPrice, term: Term, kind: LineKind): StatedPrice | null {
  const { price } = stated;
  if (price.of !== "total") return stated;
  const { startsOn, endsOn, termEndsOn } = term;
  if (endsOn !== null && (termEndsOn === null || endsOn === termEndsOn)) return stated;
  if (termEndsOn === null || termEndsOn < startsOn)
    return kind === "one_time"
      ? { ...stated, price: { of: "amount", net: price.net, list: null, per: intervals.year } }
      : null;
  const yearly = times(rationalOf(price.net), yearsPerTerm(startsOn, termEndsOn));
  return {
    ...stated,
    price: { of: "amount", net: exactDecimal(yearly), list: null, per: intervals.year },
    annual: yearly,
  };
}
