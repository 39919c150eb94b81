import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, Currency, compare, day, minus, rational, round, times } from "../kernel/index.ts";
import { countingCredits, runAttainment } from "./attainment.ts";
import { recomputation } from "./build-statement.ts";
import { creditsOf } from "./credits.ts";
import { Deal } from "./deal.ts";
import type { CommissionComponent } from "./plan.ts";
import { bandsInMinorUnits, commissionOn, PayoutCurve, payoutAt } from "./rate-table.ts";
import { type Statement, sumOf } from "./statement.ts";
import { aePlan, changedPlan, closeAll, dealOf, draftOf, planOf, raviOn } from "./worked-plans.ts";
import { minorUnits } from "./written.ts";

const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const names = ["acme", "globex", "initech", "hooli", "umbrella"];
const people = ["Ravi Menon", "Theo Novak"];

const written = fc.record({
  amount: fc.integer({ min: 1, max: 90_000_000 }),
  at: fc.integer({ min: 0, max: 364 }),
  share: fc.integer({ min: 0, max: 100 }),
  withdrawn: fc.boolean(),
});
/** Some deals of 2025, some of them shared with somebody else. */
const book = fc.array(written, { minLength: 1, maxLength: 5 }).map((all) =>
  all.map(({ amount, at, share }, index) => ({
    ...dealOf(names[index] ?? "", 0, addDays(day("2025-01-01"), at)),
    amount: String(amount),
    split: [
      { person: people[0] ?? "", percent: String(share) },
      { person: people[1] ?? "", percent: String(100 - share) },
    ],
  })),
);
const loss = fc.record({
  trigger: fc.constantFrom("churn" as const, "contraction" as const),
  account: fc.constantFrom(...names),
  at: fc.integer({ min: 0, max: 500 }),
  lost: fc.integer({ min: 1, max: 90_000_000 }).map(String),
});
const losses = fc.array(loss, { maxLength: 4 }).map((all) =>
  all.map(({ at, ...one }, index) => ({
    ...one,
    lossId: `l${index}`,
    on: addDays(day("2025-01-01"), at),
    ref: `loss ${index}`,
  })),
);
const later = ["2026-Q1", "2026-Q2"];
const runs = { numRuns: 40 };

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

const ofDeals = (statements: readonly Statement[]) =>
  statements.flatMap(({ lines }) => lines.filter(({ dealId }) => dealId !== null));

describe("invariant 23", () => {
  it("a statement is the sum of its lines, and what its frozen inputs give again, in whatever order they are told", () => {
    fc.assert(
      fc.property(book, losses, (deals, lost) => {
        const earlier = closeAll(quarters, { deals, losses: lost });
        const inputs = {
          person: "Ravi Menon",
          assignment: raviOn(),
          deals,
          losses: lost,
          earlier,
          period: "2026-Q1",
        };
        const { statement } = draftOf("2026-Q1", inputs);
        expect(String(sumOf(statement.lines))).toBe(statement.total);
        const turned = { ...inputs, deals: [...deals].reverse(), losses: [...lost].reverse() };
        expect(recomputation(statement, JSON.parse(JSON.stringify(turned)))).toBeNull();
      }),
      runs,
    );
  });

  it("never takes back more of a deal than was paid for it", () => {
    fc.assert(
      fc.property(book, losses, fc.constantFrom("25", "100", null), (deals, lost, most) => {
        const [component] = aePlan.components;
        const { clawback } = component as CommissionComponent;
        const rule = clawback && { ...clawback, recovery: { most, carryForward: true } };
        const assignment = raviOn(changedPlan({ clawback: rule }));
        const lines = ofDeals(closeAll([...quarters, ...later], { deals, losses: lost, assignment }));
        for (const name of names) {
          const own = lines.filter(({ dealId }) => dealId === name);
          expect(sumOf(own)).toBeGreaterThanOrEqual(0n);
        }
        for (const { pays } of lines.filter(({ kind }) => kind === "clawback"))
          expect(lines.some(({ lineId, kind }) => lineId === pays && kind === "commission")).toBe(true);
      }),
      runs,
    );
  });

  it("takes back no larger share than the rule says, however many losses a deal is lost in", () => {
    fc.assert(
      fc.property(book, losses, (deals, lost) => {
        const [component] = aePlan.components;
        const { clawback } = component as CommissionComponent;
        const rule = clawback && { ...clawback, method: { kind: "share" as const, percent: "50" } };
        const assignment = raviOn(changedPlan({ clawback: rule }));
        const lines = ofDeals(closeAll([...quarters, ...later], { deals, losses: lost, assignment }));
        for (const name of names) {
          const own = lines.filter(({ dealId, part }) => dealId === name && part !== "true_up");
          const back = -sumOf(own.filter(({ lossId }) => lossId !== null));
          const paid = sumOf(own.filter(({ lossId, part }) => lossId === null && part === "close"));
          // Each of four losses may round half a minor unit up.
          expect(back * 2n).toBeLessThanOrEqual(paid + 4n);
        }
      }),
      runs,
    );
  });

  it("attainment never falls from one line to the next", () => {
    fc.assert(
      fc.property(book, (deals) => {
        const { team, currency, components } = aePlan;
        const { credit: rule, rates } = components[0] as CommissionComponent;
        const asked = { rule, team, currency, exclusions: [], on: day("2025-12-31") };
        const credits = creditsOf(
          deals.map((deal) => Deal.parse(deal)),
          asked,
        );
        const own = countingCredits(credits, "Ravi Menon", {
          from: day("2025-01-01"),
          to: day("2025-12-31"),
        });
        const steps = runAttainment(own, rates, 100_000_000n, currency);
        steps.forEach((step, index) => {
          expect(step.after).toBeGreaterThanOrEqual(step.before);
          expect(step.before).toBe(steps[index - 1]?.after ?? 0n);
          expect(step.earned.n).toBeGreaterThanOrEqual(0n);
        });
      }),
      runs,
    );
  });

  it("the parts of a year and its true-up add up to what the rates pay for the year", () => {
    fc.assert(
      fc.property(book, fc.constantFrom("8", "8.333333", "7.77"), fc.boolean(), (deals, rate, whole) => {
        const bands = [
          { from: "0", to: "33.333", rate },
          { from: "33.333", to: "60", rate: "12.5", retroactive: whole },
          { from: "60", to: null, rate: "11.1" },
        ];
        const rates = { bands };
        const assignment = raviOn(changedPlan({ rates }));
        const lines = closeAll(quarters, { deals, assignment }).flatMap((statement) => statement.lines);
        const parts = lines.reduce((sum, { amount, held }) => sum + BigInt(amount) + BigInt(held ?? 0), 0n);
        const credited = lines.reduce((sum, line) => sum + BigInt(line.credited ?? 0), 0n);
        const component = assignment.plan.components[0] as CommissionComponent;
        const inMinor = bandsInMinorUnits(component.rates, 100_000_000n, Currency.parse("USD"));
        const year = commissionOn(inMinor, minorUnits(credited));
        expect(parts).toBe(round(year));
        expect(compare(minus(year, minorUnits(parts)), minorUnits(1n))).toBeLessThan(0);
      }),
      runs,
    );
  });

  it("the parts of an expansion quota and its true-up add up to what the curve pays for the year", () => {
    const payout = {
      points: [
        { at: "30", pays: "0" },
        { at: "90", pays: "100" },
      ],
      cap: "170",
    };
    const credit = { counts: ["new"] };
    const growth = { kind: "expansion_quota", id: "growth", name: "Growth", weight: "100", credit, payout };
    const assignment = { ...raviOn({ ...planOf(growth), from: day("2025-01-01") }), targetPay: "1000003" };
    fc.assert(
      fc.property(book, (deals) => {
        const paid = sumOf(closeAll(quarters, { deals, assignment }).flatMap(({ lines }) => lines));
        const { team, currency, components } = aePlan;
        const { credit: rule } = components[0] as CommissionComponent;
        const asked = { rule, team, currency, exclusions: [], on: day("2025-12-31") };
        const credited = creditsOf(
          deals.map((deal) => Deal.parse(deal)),
          asked,
        )
          .filter(({ person }) => person === "Ravi Menon")
          .reduce((sum, { amount }) => sum + amount, 0n);
        const share = payoutAt(PayoutCurve.parse(payout), rational(credited, 100_000_000n));
        expect(paid).toBe(round(times(minorUnits(1_000_003n), share)));
      }),
      runs,
    );
  });

  it("a closed statement stays as it is, whatever is corrected, withdrawn or edited after it", () => {
    fc.assert(
      fc.property(book, fc.array(written, { minLength: 5, maxLength: 5 }), losses, (deals, edits, lost) => {
        const closed = frozen(closeAll(["2025-Q1", "2025-Q2"], { deals }));
        const before = JSON.stringify(closed);
        const edited = deals.map((deal, index) => ({
          ...deal,
          amount: String(edits[index]?.amount ?? 1),
          withdrawn: edits[index]?.withdrawn ?? false,
        }));
        draftOf("2025-Q3", { deals: edited, losses: lost, earlier: [...closed] });
        expect(JSON.stringify(closed)).toBe(before);
      }),
      runs,
    );
  });

  it("an edit of a plan moves no closed statement and adjusts nothing", () => {
    fc.assert(
      fc.property(book, fc.integer({ min: 0, max: 90 }), (deals, rate) => {
        const closed = closeAll(["2025-Q1", "2025-Q2"], { deals });
        const rates = { bands: [{ from: "0", to: null, rate: String(rate) }] };
        const assignment = raviOn(changedPlan({ rates, clawback: null }, 2));
        const { lines } = draftOf("2025-Q3", { deals, earlier: closed, assignment }).statement;
        expect(lines.filter(({ kind }) => kind === "adjustment" || kind === "clawback")).toEqual([]);
      }),
      runs,
    );
  });

  it("corrections bring what was paid to what would have been paid had all been known at first", () => {
    fc.assert(
      fc.property(book, fc.array(written, { minLength: 5, maxLength: 5 }), (deals, edits) => {
        const edited = deals.map((deal, index) => ({
          ...deal,
          amount: String(edits[index]?.amount ?? 1),
          withdrawn: edits[index]?.withdrawn ?? false,
        }));
        const first = closeAll(["2025-Q1", "2025-Q2", "2025-Q3"], { deals });
        const corrected = [...first, draftOf("2025-Q4", { deals: edited, earlier: first }).statement];
        const known = closeAll(quarters, { deals: edited });
        const paid = (statements: readonly Statement[]) => sumOf(statements.flatMap(({ lines }) => lines));
        expect(paid(corrected)).toBe(paid(known));
      }),
      runs,
    );
  });
});
