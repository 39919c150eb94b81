import fc from "fast-check";
import { expect, it } from "vitest";
import {
  frozenParts,
  frozenTerms,
  partsOfTerm,
  type RestatementQuestion,
  ratioRestatement,
  restatementOf,
  stagesBetween,
} from "../src/closing/index.ts";
import { type FactSet, factsKnownAt } from "../src/facts/index.ts";
import { type Instant, instant, plus, zero } from "../src/kernel/index.ts";
import { movementsOf } from "../src/ledger/index.ts";
import { bookOf, metricTotal, type Slice, windowOf } from "../src/retention/index.ts";
import { usd } from "./build.ts";
import { ledgerPolicies, periods, retentionPolicies, runs, slices, worlds } from "./worlds.ts";

const cut = instant("2026-04-01T00:00:00Z");
const after = (n: number): Instant => instant(`2026-05-0${n + 1}T00:00:00Z`);

/** What is told after the close: another world of the same accounts and keys, so that much of it corrects the first. */
const later = fc
  .tuple(
    worlds,
    fc.array(fc.nat({ max: 20 }), { maxLength: 4 }),
    fc.subarray(["lines", "fxRates", "merges", "splits", "attributes", "accounts"] as const),
  )
  .map(([world, withdrawn, kinds]): Partial<FactSet> => {
    const told = <F extends { recordedAt: Instant }>(facts: readonly F[], kind: (typeof kinds)[number]) =>
      kinds.includes(kind) ? facts.map((fact, i) => ({ ...fact, recordedAt: after(i % 5) })) : [];
    return {
      accounts: told(world.accounts, "accounts"),
      attributes: told(world.attributes, "attributes"),
      merges: told(world.merges, "merges"),
      splits: told(world.splits, "splits"),
      fxRates: told(world.fxRates, "fxRates"),
      lines: told(world.lines, "lines").map((line, i) => ({ ...line, withdrawn: withdrawn.includes(i) })),
    };
  });

const together = (then: FactSet, more: Partial<FactSet>): FactSet =>
  Object.fromEntries(
    Object.entries(then).map(([kind, facts]) => [kind, [...facts, ...(more[kind as keyof FactSet] ?? [])]]),
  ) as unknown as FactSet;

const policies = fc.record({ retention: retentionPolicies, ledger: ledgerPolicies });
type Policies = typeof policies extends fc.Arbitrary<infer T> ? T : never;

const windowUnder = (
  facts: FactSet,
  { retention, ledger }: Policies,
  period: RestatementQuestion["period"],
  slice: Slice,
) => windowOf(bookOf(facts, movementsOf(facts, ledger), ledger, usd), period, retention, slice);

const frozenIn = (facts: FactSet, policy: Policies, period: RestatementQuestion["period"]) =>
  frozenParts(
    bookOf(facts, movementsOf(facts, policy.ledger), policy.ledger, usd),
    period,
    policy.retention,
    ["segment"],
  );

const question = fc
  .record({
    known: worlds,
    more: later,
    period: periods,
    reported: policies,
    restated: fc.option(policies, { nil: null }),
    slice: slices,
  })
  .map(({ known, more, period, reported, restated, slice }) => {
    // What was closed is the whole book or one segment; a slice of two is asked of the whole.
    const [first = null] = slice.segment?.length === 1 ? slice.segment : [];
    const own: Slice = first === null ? {} : { segment: [first] };
    const parts = frozenIn(factsKnownAt(known, cut), reported, period);
    const part = parts.find(
      ({ view }) =>
        view.window.from === period.from &&
        (first === null
          ? view.slice.dimension === null
          : view.slice.value === first && view.slice.dimension !== null),
    );
    const asked: RestatementQuestion = {
      all: together(known, more),
      cut,
      asOf: null,
      period,
      slice: own,
      currency: usd,
      reportedUnder: reported,
      restatedUnder: restated ?? reported,
      lines: part?.lines ?? [],
    };
    return asked;
  });

it("what a close freezes adds up: the lines of each view to each of its figures", () => {
  fc.assert(
    fc.property(worlds, policies, periods, (world, policy, period) => {
      const facts = factsKnownAt(world, null);
      for (const { view, lines } of frozenIn(facts, policy, period)) {
        const slice: Slice = view.slice.dimension === null ? {} : { segment: [view.slice.value] };
        const window = windowUnder(facts, policy, { ...view.window }, slice);
        for (const term of frozenTerms) {
          const sums = lines.map((line) =>
            partsOfTerm(
              term,
              Object.fromEntries(Object.entries(line.measures).map(([m, v]) => [m, BigInt(v)])),
            ),
          );
          const total = metricTotal(window, term);
          const numerator = sums.reduce((sum, own) => sum + own.numerator, 0n);
          if (term !== "mrr") expect([term, numerator]).toEqual([term, total.numerator]);
          const denominator = sums.reduce((sum, own) => sum + (own.denominator ?? 0n), 0n);
          if (total.denominator !== null) expect([term, denominator]).toEqual([term, total.denominator]);
        }
      }
    }),
    { numRuns: runs / 4 },
  );
});

it("I-14: a restatement adds up: causes to the difference, accounts to each cause, amounts and ratios alike", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { reported, steps, restated } = restatementOf(asked);
      const now = windowUnder(
        factsKnownAt(asked.all, asked.asOf),
        asked.restatedUnder as Policies,
        asked.period,
        asked.slice,
      );
      for (const term of frozenTerms) {
        const [before, after] = [partsOfTerm(term, reported), partsOfTerm(term, restated)];
        const moved = steps.map((step) => partsOfTerm(term, step.moved));
        expect(moved.reduce((sum, own) => sum + own.numerator, before.numerator)).toBe(after.numerator);
        for (const step of steps)
          expect(step.accounts.reduce((sum, own) => sum + partsOfTerm(term, own.moved).numerator, 0n)).toBe(
            partsOfTerm(term, step.moved).numerator,
          );
        // What the steps lead to is what the book of now says by itself.
        const total = metricTotal(now, term);
        if (term !== "mrr") expect([term, after.numerator]).toEqual([term, total.numerator]);
        if (after.denominator === null) continue;
        expect(after.denominator).toBe(total.denominator);
        const ratio = ratioRestatement({ reported, steps, restated }, term);
        if (ratio.difference === null) continue;
        expect(ratio.effects.reduce((sum, { effect }) => plus(sum, effect), zero)).toEqual(ratio.difference);
        for (const { effect, accounts } of ratio.effects)
          expect(accounts.reduce((sum, own) => plus(sum, own.effect), zero)).toEqual(effect);
      }
    }),
    { numRuns: runs / 2 },
  );
});

it("the calculation moves nothing within one version of the product, and attributes nothing of the whole book", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { steps } = restatementOf(asked);
      const moved = (cause: string) => steps.find((step) => step.cause === cause)?.accounts ?? [];
      expect(moved("calculation")).toEqual([]);
      if (asked.slice.segment === undefined) expect(moved("attributes")).toEqual([]);
    }),
    { numRuns: runs / 4 },
  );
});

it("with nothing told later, nothing is restated", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const all = factsKnownAt(asked.all, cut);
      const { steps, reported, restated } = restatementOf({
        ...asked,
        all,
        restatedUnder: asked.reportedUnder,
      });
      expect(steps.flatMap(({ accounts, facts }) => [...accounts, ...facts])).toEqual([]);
      expect(restated).toEqual(reported);
    }),
    { numRuns: runs / 4 },
  );
});

it("the stages lead from what was known at the close to what is known now, whatever comes", () => {
  fc.assert(
    fc.property(worlds, later, (then, more) => {
      const all = together(then, more);
      const stages = stagesBetween(all, cut, null);
      const { journal: _, usage: __, ...first } = stages[0]?.facts ?? then;
      expect(first).toEqual(factsOnly(factsKnownAt(all, cut)));
      expect(factsOnly(stages.at(-1)?.facts ?? then)).toEqual(factsOnly(factsKnownAt(all, null)));
    }),
    { numRuns: runs / 4 },
  );
});

function factsOnly({ journal: _, usage: __, ...facts }: FactSet) {
  return facts;
}
