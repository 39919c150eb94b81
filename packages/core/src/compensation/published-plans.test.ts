import { describe, expect, it } from "vitest";
import { changedPlan, closeAll, dealOf, draftOf, planOf, raviOn, shortLines } from "./worked-plans.ts";

// Plans as they are commonly published, with sums worked out by hand.

const sellerPlan = (rates: object, more: object = {}) =>
  changedPlan({ rates, atClose: "100", onRetention: "0", retention: null, clawback: null, ...more });
const paid = (plan: ReturnType<typeof sellerPlan>, quota: string, ...dollars: number[]) =>
  draftOf("2025-Q1", {
    assignment: raviOn(plan, quota),
    deals: dollars.map((amount, n) => dealOf(`d${n}`, amount, "2025-02-01")),
  }).statement;

describe("a seller's plan", () => {
  it("10 % of ACV, one and a half times of it beyond the quota", () => {
    const rates = {
      bands: [
        { from: "0", to: "100", rate: "10" },
        { from: "100", to: null, rate: "15" },
      ],
    };
    // 600,000 of a quota of 500,000: 50,000 + 15,000.
    expect(paid(sellerPlan(rates), "50000000", 600_000).total).toBe("6500000");
  });
  it("half the rate below half the quota, a decelerator", () => {
    const rates = {
      bands: [
        { from: "0", to: "50", rate: "5" },
        { from: "50", to: "100", rate: "10" },
        { from: "100", to: null, rate: "12" },
      ],
    };
    expect(paid(sellerPlan(rates), "50000000", 200_000).total).toBe("1000000");
    expect(paid(sellerPlan(rates), "50000000", 200_000, 400_000).total).toBe("4950000");
  });
  it("a retroactive kicker at 75 %, accelerators above the quota", () => {
    const rates = {
      bands: [
        { from: "0", to: "75", rate: "10" },
        { from: "75", to: "100", rate: "12.5", retroactive: true },
        { from: "100", to: "125", rate: "17.5" },
        { from: "125", to: "150", rate: "20" },
      ],
    };
    // A quota of 60,000: 40,000 at 10 %; then 20,000 more bring 12.5 % of 60,000 less the 4,000 before.
    const { lines, total } = paid(sellerPlan(rates), "6000000", 40_000, 20_000);
    expect(lines.map(({ amount }) => amount)).toEqual(["400000", "350000"]);
    expect(lines[1]?.trace.arithmetic).toBe("USD 60,000.00 × 12.5 % − (USD 40,000.00 × 10 %) = USD 3,500.00");
    expect(total).toBe("750000");
    // 100,000 is beyond 150 %: 7,500 + 15,000 × 17.5 % + 15,000 × 20 %, and nothing for the rest.
    expect(paid(sellerPlan(rates), "6000000", 100_000).total).toBe("1312500");
  });
  it("a split of 60 : 40", () => {
    const plan = sellerPlan({ bands: [{ from: "0", to: null, rate: "8" }] });
    const split = [
      { person: "Ravi Menon", percent: "60" },
      { person: "Theo Novak", percent: "40" },
    ];
    const deals = [dealOf("d", 84_000, "2025-02-01", { split })];
    expect(draftOf("2025-Q1", { assignment: raviOn(plan), deals }).statement.total).toBe("403200");
  });
});

describe("a clawback", () => {
  const flat = { bands: [{ from: "0", to: null, rate: "10" }] };
  const lost = (clawback: object, on: string, deal = dealOf("acme", 60_000, "2025-01-15")) => {
    const plan = sellerPlan(flat, { clawback: { triggers: ["churn"], ...clawback } });
    const losses = [{ lossId: "l", trigger: "churn" as const, account: "acme", on, ref: "l" }];
    const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
    return closeAll(quarters, { assignment: raviOn(plan), deals: [deal], losses })
      .flatMap(({ lines }) => lines)
      .filter(({ kind }) => kind === "clawback")
      .map(({ amount }) => amount);
  };
  const year = { count: 12, unit: "months" };
  it("by months: cancelled after 5 of 12, 7/12 of $6,000", () => {
    expect(lost({ window: year, method: { kind: "pro_rata", per: "months" } }, "2025-06-20")).toEqual([
      "-350000",
    ]);
  });
  it("after half of the contract, half of it", () => {
    expect(lost({ window: year, method: { kind: "pro_rata", per: "months" } }, "2025-07-15")).toEqual([
      "-300000",
    ]);
  });
  it("all of it within 90 days, half of it within 180", () => {
    const tiers = [
      { before: { count: 90, unit: "days" }, percent: "100" },
      { before: { count: 180, unit: "days" }, percent: "50" },
    ];
    const rule = { window: { count: 180, unit: "days" }, method: { kind: "tiers", tiers } };
    expect(["2025-04-14", "2025-04-15", "2025-07-13", "2025-07-14"].map((on) => lost(rule, on))).toEqual([
      ["-600000"],
      ["-300000"],
      ["-300000"],
      [],
    ]);
  });
  it("at most a quarter of what a statement earns", () => {
    const plan = sellerPlan(flat, {
      clawback: {
        triggers: ["churn"],
        window: year,
        method: { kind: "full" },
        recovery: { most: "25", carryForward: true },
      },
    });
    const deals = [
      dealOf("acme", 60_000, "2025-01-15"),
      dealOf("globex", 40_000, "2025-05-01"),
      dealOf("hooli", 90_000, "2025-08-01"),
    ];
    const losses = [{ lossId: "l", trigger: "churn" as const, account: "acme", on: "2025-04-01", ref: "l" }];
    const statements = closeAll(["2025-Q1", "2025-Q2", "2025-Q3"], {
      assignment: raviOn(plan),
      deals,
      losses,
    });
    expect(statements.map(shortLines)).toEqual([
      ["commission acme 600000"],
      ["commission globex 400000", "clawback acme -100000"],
      ["commission hooli 900000", "clawback acme -225000"],
    ]);
  });
});

describe("a plan for Customer Success", () => {
  it("65 % on GRR with a cliff, 35 % on growth, of a target by the year", () => {
    const plan = planOf(
      {
        kind: "book_nrr",
        id: "grr",
        name: "Retention",
        weight: "65",
        measure: "grr",
        payout: {
          points: [
            { at: "90", pays: "50" },
            { at: "95", pays: "100" },
          ],
          beyond: "level",
        },
      },
      {
        kind: "expansion_quota",
        id: "growth",
        name: "Growth",
        weight: "35",
        quotaPer: "quarter",
        credit: { counts: ["expansion"], source: "credited_team", to: "source" },
        payout: {
          points: [
            { at: "0", pays: "0" },
            { at: "100", pays: "100" },
          ],
          cap: "200",
        },
      },
    );
    const assignment = { ...raviOn(plan, "5000000"), targetPay: "2400000" };
    const book = (closing: string) => [{ account: "acme", opening: "10000000", closing, heldFrom: null }];
    const source = { name: "Ravi Menon", role: "csm" };
    const deals = [dealOf("d", 40_000, "2026-02-01", { kind: "expansion", source })];
    const of = (closing: string) =>
      shortLines(draftOf("2026-Q1", { assignment, deals, books: { "2026-Q1": book(closing) } }).statement);
    // 24,000 a year: 3,900 and 2,100 a quarter. GRR of 92 % pays 70 %, growth of 80 % pays 80 %.
    expect(of("9200000")).toEqual(["book_nrr grr 273000", "expansion_quota growth 168000"]);
    expect(of("8999999")[0]).toBe("book_nrr grr 0");
    expect(of("13000000")[0]).toBe("book_nrr grr 390000");
  });
});
