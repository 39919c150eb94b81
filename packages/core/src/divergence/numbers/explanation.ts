import { type Rational, rational } from "../../kernel/index.ts";
import { type MetricTerm, metrics } from "../../retention/index.ts";
import { type Alternative, alternativesTo, both, type Counted, countedBy } from "./alternatives.ts";
import { reportedUnits, shareOut, tolerance, unitsOf, unitsText } from "./amounts.ts";
import { metricOf, type OurSide, ourWindow, type Reported } from "./comparison.ts";

/** What a term comes to when it is counted in another way. */
export interface Tried {
  readonly id: string;
  readonly says: string;
  /** As figures carry it. */
  readonly value: string;
  /** It is the value they report, within the places they wrote it with. */
  readonly gives: boolean;
}

/** One account that makes the other way of counting come out differently: its part of what is explained. */
export interface Effect {
  readonly accountId: string;
  readonly name: string;
  readonly effect: string;
}

/**
 * Which other way of counting leads from our value to theirs. `explained` and `unexplained` come to the difference, and the
 * effects of the accounts come to what is explained, exactly.
 */
export interface Explanation {
  /** Every way that was tried, nearest to their value first. */
  readonly tried: readonly Tried[];
  /** The way that gives their value or comes nearest to it; null: no way comes nearer than ours does. */
  readonly best: Tried | null;
  readonly effects: readonly Effect[];
  readonly explained: string;
  readonly unexplained: string;
}

interface Outcome extends Tried {
  readonly units: bigint;
  readonly counted: readonly Counted[];
}

const size = (units: bigint): bigint => (units < 0n ? -units : units);

const sums = (counted: readonly Counted[]) =>
  counted.reduce(
    (sum, own) => ({
      numerator: sum.numerator + own.numerator,
      denominator: sum.denominator + own.denominator,
    }),
    { numerator: 0n, denominator: 0n },
  );

/** What one account's part of a figure is, exactly and in its units. */
function parts(counted: readonly Counted[], ratio: boolean): Map<string, Rational> {
  const { denominator } = sums(counted);
  return new Map(
    counted.map(({ accountId, numerator }) => [
      accountId,
      ratio ? rational(numerator * 1_000_000n, denominator) : rational(numerator),
    ]),
  );
}

function unitsOfSums(counted: readonly Counted[], term: MetricTerm): bigint | null {
  const { numerator, denominator } = sums(counted);
  if (metrics[term].unit !== "ratio") return numerator;
  return denominator === 0n ? null : unitsOf(rational(numerator, denominator), "ratio");
}

function effectsOf(
  ours: readonly Counted[],
  other: readonly Counted[],
  whole: bigint,
  unit: "ratio" | "money" | "count",
): Effect[] {
  const [was, is] = [parts(ours, unit === "ratio"), parts(other, unit === "ratio")];
  const names = new Map([...ours, ...other].map(({ accountId, name }) => [accountId, name]));
  const differences = [...names].flatMap(([accountId, name]) => {
    const [a, b] = [was.get(accountId) ?? rational(0n), is.get(accountId) ?? rational(0n)];
    const difference = rational(b.n * a.d - a.n * b.d, a.d * b.d);
    return difference.n === 0n ? [] : [{ accountId, name, difference }];
  });
  const shares = shareOut(
    whole,
    differences.map(({ difference }) => difference),
  );
  return differences
    .map(({ accountId, name }, index) => ({ accountId, name, units: shares[index] ?? 0n }))
    .sort((a, b) => (size(a.units) === size(b.units) ? 0 : size(a.units) > size(b.units) ? -1 : 1))
    .map(({ units, ...row }) => ({ ...row, effect: unitsText(units, unit) }));
}

/**
 * Looks for the way of counting that gives a reported value: each choice and common slip alone, then two together where
 * none does. Yields after each try, so that whoever runs it can do other things in between; its return is the answer.
 * Null: the term is none that is computed, or ours has no value.
 */
export function* explainReported(reported: Reported, side: OurSide): Generator<void, Explanation | null> {
  const term = metricOf(reported);
  if (term === null) return null;
  const { unit } = metrics[term];
  const { value, currency } = reported.entry;
  const theirs = reportedUnits(value, unit);
  const within = tolerance(value, unit, currency);
  const own = countedBy(ourWindow(reported, side), term);
  const ours = unitsOfSums(own, term);
  if (ours === null) return null;
  const outcomeOf = (way: Alternative): Outcome[] => {
    const window = ourWindow(reported, side, way);
    const counted = way.counts ? way.counts(window) : countedBy(window, term);
    const units = unitsOfSums(counted, term);
    if (units === null || units === ours) return [];
    const { id, says } = way;
    return [
      { id, says, units, counted, value: unitsText(units, unit), gives: size(theirs - units) <= within },
    ];
  };
  const tried: Outcome[] = [];
  const alone = alternativesTo(term);
  const agrees = size(theirs - ours) <= within;
  for (const way of agrees ? [] : alone) {
    tried.push(...outcomeOf(way));
    yield;
  }
  if (!agrees && !tried.some(({ gives }) => gives))
    for (const way of pairsOf(alone, new Set(tried.map(({ id }) => id)))) {
      tried.push(...outcomeOf(way));
      yield;
    }
  const away = ({ units }: Outcome) => size(theirs - units);
  tried.sort((a, b) => (away(a) === away(b) ? 0 : away(a) < away(b) ? -1 : 1));
  const [nearest] = tried;
  const best = nearest && away(nearest) < size(theirs - ours) ? nearest : null;
  const explained = best === null ? 0n : best.units - ours;
  return {
    tried: tried.map(shown),
    best: best && shown(best),
    effects: best === null ? [] : effectsOf(own, best.counted, explained, unit),
    explained: unitsText(explained, unit),
    unexplained: unitsText(theirs - ours - explained, unit),
  };
}

const shown = ({ id, says, value, gives }: Outcome): Tried => ({ id, says, value, gives });

/** Two ways together, of those that change anything alone. Another term's value is not mixed with anything. */
function pairsOf(alone: readonly Alternative[], matter: ReadonlySet<string>): Alternative[] {
  const ways = alone.filter(({ id }) => matter.has(id) && !id.startsWith("term="));
  return ways.flatMap((a, index) =>
    ways.slice(index + 1).flatMap((b) => {
      const pair = both(a, b);
      return pair === null ? [] : [pair];
    }),
  );
}

/** As {@link explainReported}, in one go. */
export function explanationOf(reported: Reported, side: OurSide): Explanation | null {
  const steps = explainReported(reported, side);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
