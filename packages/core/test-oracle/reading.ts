import fc from "fast-check";
import { type FactSet, factsKnownAt } from "../src/facts/index.ts";
import type { Instant, Period } from "../src/kernel/index.ts";
import { type LedgerPolicy, movementsOf } from "../src/ledger/index.ts";
import {
  type Book,
  bookOf,
  bridgeOf,
  cohortsOf,
  type MetricTerm,
  metrics,
  metricTotal,
  type RetentionPolicy,
  type Window,
  windowOf,
} from "../src/retention/index.ts";
import { usd } from "./build.ts";
import { runs } from "./worlds.ts";

/** Every metric there is. */
export const terms = Object.keys(metrics) as MetricTerm[];

/** The book of a world, in dollars. */
export function bookIn(facts: FactSet, policy: LedgerPolicy): Book {
  return bookOf(facts, movementsOf(facts, policy), policy, usd);
}

/** The two sums of a metric. */
export function sums(window: Window, term: MetricTerm): { numerator: bigint; denominator: bigint | null } {
  const { numerator, denominator } = metricTotal(window, term);
  return { numerator, denominator };
}

/** The amounts of a bridge by step, with its ends. */
export function steps(window: Window): Record<string, bigint> {
  const bridge = bridgeOf(window);
  const amounts = Object.fromEntries(bridge.steps.map((step) => [step.kind, step.amount]));
  return { opening: bridge.opening, ...amounts, closing: bridge.closing };
}

/** Everything that can be read from facts as they were known at a moment, as text: two equal texts, two equal worlds. */
export function dump(
  facts: FactSet,
  asOf: Instant | null,
  ledgerPolicy: LedgerPolicy,
  policy: RetentionPolicy,
  period: Period,
): string {
  const known = factsKnownAt(facts, asOf);
  const ledger = movementsOf(known, ledgerPolicy);
  const book = bookOf(known, ledger, ledgerPolicy, usd);
  const window = windowOf(book, period, policy);
  const figures = terms.map((term) => [term, metricTotal(window, term)]);
  const cohorts = cohortsOf(book, { by: "month", through: period.to });
  const all = { ledger, figures, bridge: bridgeOf(window), cohorts };
  return JSON.stringify(all, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}

/** Holds a law for 400 cases with every commit and 10,000 in depth; prints the seed of the case that breaks it. */
export function holds<T>(cases: fc.Arbitrary<T>, law: (of: T) => void): void {
  fc.assert(
    fc.property(cases, (of) => {
      law(of);
    }),
    { numRuns: runs },
  );
}
