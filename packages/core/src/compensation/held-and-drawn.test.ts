import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planFaults } from "./plan-faults.ts";
import { planReading } from "./plan-reading.ts";
import { sumOf } from "./statement.ts";
import {
  aePlan,
  changedPlan,
  closeAll,
  dealOf,
  draftOf,
  planOf,
  raviOn,
  shortLines,
} from "./worked-plans.ts";

// Plans as they are commonly published, with sums worked out by hand.

const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const flat = { bands: [{ from: "0", to: null, rate: "10" }] };
const plain = { rates: flat, atClose: "100", onRetention: "0", retention: null, clawback: null };

describe("a holdback", () => {
  const holdback = { percent: "25", until: "paid" as const };
  const plan = changedPlan({ ...plain, holdback });
  const assignment = raviOn(plan);
  const acme = (paidOn: string | null) => dealOf("acme", 60_000, "2025-02-01", { paidOn });
  it("a quarter of $6,000 waits until the customer has paid", () => {
    expect(closeAll(quarters, { assignment, deals: [acme("2025-05-10")] }).map(shortLines)).toEqual([
      ["commission acme 450000"],
      ["release acme 150000"],
      [],
      [],
    ]);
  });
  it("what is paid within the quarter is not held back, and what is never paid is never released", () => {
    expect(closeAll(quarters, { assignment, deals: [acme("2025-03-31")] }).map(shortLines)[0]).toEqual([
      "commission acme 600000",
    ]);
    expect(closeAll(quarters, { assignment, deals: [acme(null)] }).flatMap(shortLines)).toEqual([
      "commission acme 450000",
    ]);
  });
  it("is lost where it comes too late", () => {
    const late = raviOn(changedPlan({ ...plain, holdback: { ...holdback, withinDays: 90 } }));
    const of = (paidOn: string) =>
      closeAll(quarters, { assignment: late, deals: [acme(paidOn)] }).flatMap(shortLines);
    expect(of("2025-05-02")).toEqual(["commission acme 450000", "release acme 150000"]);
    expect(of("2025-05-03")).toEqual(["commission acme 450000"]);
  });
  it("a payment learned of after its quarter was closed is an adjustment of that quarter", () => {
    const given = (period: string) => ({
      assignment,
      deals: [acme(period === "2025-Q1" ? null : "2025-03-01")],
    });
    const [, second] = closeAll(quarters, given);
    expect(second && shortLines(second)).toEqual(["adjustment acme 150000"]);
    expect(second?.lines[0]?.cause).toBe("What is held back of it changed after 2025-Q1 was closed.");
  });
  it("what was released is taken back like what was paid at the close", () => {
    const clawback = {
      triggers: ["churn"],
      window: { count: 12, unit: "months" },
      method: { kind: "full" },
    };
    const losses = [{ lossId: "l", trigger: "churn" as const, account: "acme", on: "2025-08-01", ref: "l" }];
    const statements = closeAll(quarters, {
      assignment: raviOn(changedPlan({ ...plain, holdback, clawback })),
      deals: [acme("2025-05-10")],
      losses,
    });
    expect(statements.map(shortLines)[2]).toEqual(["clawback acme -600000"]);
  });
  it("half at booking, half when the money is there, of the part that does not wait for NRR", () => {
    const split = raviOn(
      changedPlan({ rates: flat, clawback: null, holdback: { ...holdback, percent: "50" } }),
    );
    const [first] = closeAll(["2025-Q1"], { assignment: split, deals: [acme(null)] });
    // 6,000: 4,800 at the close, of which 2,400 wait for the payment, and 1,200 for the NRR of the cohort.
    expect(first?.lines[0]).toMatchObject({ amount: "240000", withheld: "240000", held: "120000" });
  });
  it("close, what is held back and what waits add up to the commission, and are paid once", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 7 }),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom("2025-02-03", "2025-04-01", "2025-09-30", "2025-12-31"),
        fc.constantFrom("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"),
        (cents, percent, paidOn, learned) => {
          const own = raviOn(changedPlan({ ...plain, holdback: { ...holdback, percent: String(percent) } }));
          const deal = { ...acme(null), amount: String(cents) };
          const given = (period: string) => ({
            assignment: own,
            deals: [{ ...deal, paidOn: period < learned ? null : paidOn }],
          });
          const all = closeAll([...quarters, "2026-Q1"], given).flatMap(({ lines }) => lines);
          const due = draftOf("2025-Q1", { assignment: raviOn(changedPlan(plain)), deals: [deal] });
          expect(String(sumOf(all))).toBe(due.statement.total);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a draw", () => {
  const drawn = (recoverable: boolean, ...dollars: number[]) => {
    const assignment = {
      ...raviOn(changedPlan(plain)),
      draw: { amount: "1000000", recoverable, periods: 2 },
    };
    const days = ["2025-02-01", "2025-05-01", "2025-08-01", "2025-11-01"];
    const deals = dollars.map((amount, n) => dealOf(`d${n}`, amount, days[n] ?? "2025-11-01"));
    return closeAll(quarters, { assignment, deals });
  };
  it("a guarantee of $10,000 a quarter for two quarters tops up what was earned", () => {
    expect(drawn(false, 40_000, 150_000, 20_000).map(shortLines)).toEqual([
      ["commission d0 400000", "draw draw 600000"],
      ["commission d1 1500000"],
      ["commission d2 200000"],
      [],
    ]);
  });
  it("a recoverable one is taken from what is earned above it, then from everything", () => {
    expect(drawn(true, 40_000, 130_000, 20_000, 90_000).map(shortLines)).toEqual([
      ["commission d0 400000", "draw draw 600000"],
      ["commission d1 1300000", "draw draw -300000"],
      ["commission d2 200000", "draw draw -200000"],
      ["commission d3 900000", "draw draw -100000"],
    ]);
  });
  it("does not make good what a clawback takes", () => {
    const clawback = { triggers: ["churn"], window: { count: 1, unit: "months" }, method: { kind: "full" } };
    const assignment = {
      ...raviOn(changedPlan({ ...plain, clawback: { ...clawback, window: { count: 12, unit: "months" } } })),
      draw: { amount: "1000000", recoverable: false, periods: 4 },
    };
    const losses = [{ lossId: "l", trigger: "churn" as const, account: "d", on: "2025-05-01", ref: "l" }];
    const statements = closeAll(["2025-Q1", "2025-Q2"], {
      assignment,
      deals: [dealOf("d", 200_000, "2025-02-01")],
      losses,
    });
    expect(statements.map(shortLines)[1]).toEqual(["draw draw 1000000", "clawback d -2000000"]);
  });
  it("pays no less than itself while it holds, and never recovers more than was drawn", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 4, maxLength: 4 }),
        (dollars) => {
          const statements = drawn(true, ...dollars);
          for (const { total } of statements.slice(0, 2))
            expect(BigInt(total)).toBeGreaterThanOrEqual(1_000_000n);
          let balance = 0n;
          for (const { lines } of statements) {
            balance += sumOf(lines.filter(({ kind }) => kind === "draw"));
            expect(balance).toBeGreaterThanOrEqual(0n);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("objectives", () => {
  const plan = planOf({
    kind: "objectives",
    id: "mbo",
    name: "Objectives",
    target: "500000",
    objectives: [
      { id: "playbook", name: "Playbook written", weight: "40" },
      { id: "references", name: "Five references", weight: "60" },
    ],
  });
  const of = (...achieved: [string, string][]) =>
    draftOf("2026-Q1", {
      assignment: raviOn(plan),
      achievements: {
        "2026-Q1": achieved.map(([objective, percent]) => ({
          component: "mbo",
          objective,
          achieved: percent,
          approver: "Dana Whitfield",
          reason: "Read and counted",
        })),
      },
    }).statement;
  it("$5,000 a quarter, 40 % for one and 60 % for the other", () => {
    expect(of(["playbook", "100"], ["references", "80"]).total).toBe("440000");
    expect(of(["playbook", "100"]).total).toBe("200000");
    expect(of(["playbook", "100"], ["references", "150"]).total).toBe("500000");
    expect(of().lines).toEqual([]);
  });
  it("says who found what", () => {
    expect(of(["playbook", "100"]).lines[0]?.trace).toMatchObject({
      arithmetic:
        "Playbook written: 100 % of 40 % + Five references: 0 % of 60 % = 40 %, which pays 40 %: USD 5,000.00 × 40 % = USD 2,000.00",
      creditRule: "Playbook written: Read and counted (Dana Whitfield); Five references: nothing was found",
    });
  });
  it("refuses what the plan does not ask for, and weights that are not 100 %", () => {
    expect(() => of(["other", "100"])).toThrow("Objectives has no objective other.");
    expect(() => of(["playbook", "10"], ["playbook", "20"])).toThrow("Objective playbook was found twice");
    const odd = planOf({ ...plan.components[0], objectives: [{ id: "a", name: "A", weight: "90" }] });
    expect(planFaults(odd)).toMatchObject([
      { clause: "1 Objectives, objectives", message: "Their weights add up to 90 % and not to 100 %." },
    ]);
  });
});

describe("a base rate", () => {
  const rates = {
    of: "base_rate",
    bands: [
      { from: "0", to: "100", rate: "100" },
      { from: "100", to: "120", rate: "150" },
      { from: "120", to: null, rate: "200" },
    ],
  };
  const plan = changedPlan({ ...plain, rates, weight: "100" });
  const of = (dollars: number) =>
    draftOf("2025-Q1", {
      assignment: { ...raviOn(plan, "70000000"), targetPay: "8000000" },
      deals: [dealOf("d", dollars, "2025-02-01")],
    }).statement;
  it("$80,000 at a quota of $700,000, one and a half times to 120 %, twice beyond: exact where no rate in per cent is", () => {
    expect(of(700_000).total).toBe("8000000");
    expect(of(350_000).total).toBe("4000000");
    // 80,000 + 140,000 × 8/70 × 1.5 + 70,000 × 8/70 × 2.
    expect(of(910_000).total).toBe("12000000");
    expect(of(1).lines[0]?.trace.arithmetic).toBe("USD 1.00 × 11.4286 % (4/35) = USD 0.11");
  });
  it("is refused without a target, and read out", () => {
    expect(planFaults(changedPlan({ ...plain, rates }))).toMatchObject([
      { clause: "1 New business, target" },
    ]);
    expect(planReading(plan)[0]?.text).toMatch(
      /^The base rate is the target over the quota. 100 % from 0 to 100 % of the quota, 150 % .* all of the base rate\./,
    );
  });
});

describe("a plan that begins within a quarter", () => {
  const component = {
    kind: "book_nrr",
    id: "nrr",
    name: "NRR",
    target: "900000",
    payout: { points: [{ at: "100", pays: "100" }], beyond: "level" },
  };
  const book = [{ account: "acme", opening: "100", closing: "100", heldFrom: null }];
  const from = "2026-02-15";
  const of = (partPeriods: string) =>
    draftOf("2026-Q1", {
      assignment: { ...raviOn({ ...planOf(component), partPeriods } as typeof aePlan), from },
      books: { "2026-Q1": book },
    }).statement.total;
  it("pays 45 of 90 days of $9,000, or the whole of it, as the plan says", () => {
    expect(of("by_days")).toBe("450000");
    expect(of("whole")).toBe("900000");
  });
});

describe("a kicker for long terms", () => {
  it("2 % more for three years and longer", () => {
    const [component] = aePlan.components;
    const kicker = {
      ...component,
      ...plain,
      id: "multi-year",
      name: "Multi-year",
      credit: { counts: ["new"], leastTermMonths: 36 },
      rates: { bands: [{ from: "0", to: null, rate: "2" }] },
    };
    const plan = planOf({ ...component, ...plain }, kicker);
    const deal = (dealId: string, termMonths: number | null) =>
      dealOf(dealId, 50_000, "2026-02-01", { termMonths });
    const deals = [deal("one", 12), deal("three", 36), deal("unknown", null)];
    expect(shortLines(draftOf("2026-Q1", { assignment: raviOn(plan), deals }).statement)).toEqual([
      "commission one 500000",
      "commission three 500000",
      "commission unknown 500000",
      "commission three 100000",
    ]);
  });
});
