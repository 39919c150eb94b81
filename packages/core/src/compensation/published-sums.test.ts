import { describe, expect, it } from "vitest";
import { changedPlan, closeAll, dealOf, draftOf, planOf, raviOn, shortLines } from "./worked-plans.ts";

// More plans as they are commonly published, with sums worked out by hand: amounts, ramps, residuals, cliffs, caps.

const plain = { atClose: "100", onRetention: "0", retention: null, clawback: null };
const flat = (rate: string) => ({ bands: [{ from: "0", to: null, rate }] });

describe("commission", () => {
  const total = (plan: ReturnType<typeof changedPlan>, ...dollars: number[]) =>
    draftOf("2025-Q1", {
      assignment: raviOn(plan, "25000000"),
      deals: dollars.map((amount, n) => dealOf(`d${n}`, amount, "2025-02-01")),
    }).statement.total;
  it("in steps by amount: 5 % of the first $100,000, 7 % of the next 150,000, 10 % beyond", () => {
    const rates = {
      scale: "amount",
      bands: [
        { from: "0", to: "100000", rate: "5" },
        { from: "100000", to: "250000", rate: "7" },
        { from: "250000", to: null, rate: "10" },
      ],
    };
    // 5,000 + 10,500 + 5,000, in one deal or in three.
    expect(total(changedPlan({ ...plain, rates }), 300_000)).toBe("2050000");
    expect(total(changedPlan({ ...plain, rates }), 90_000, 130_000, 80_000)).toBe("2050000");
  });
  it("a cliff: nothing below 60 % of the quota, then 8 % from the first dollar on", () => {
    const rates = {
      bands: [
        { from: "0", to: "60", rate: "0" },
        { from: "60", to: null, rate: "8", retroactive: true },
      ],
    };
    expect(total(changedPlan({ ...plain, rates }), 149_999.99)).toBe("0");
    expect(total(changedPlan({ ...plain, rates }), 150_000)).toBe("1200000");
  });
  it("capped at 200 % of the quota", () => {
    const rates = { bands: [{ from: "0", to: "200", rate: "10" }] };
    expect(total(changedPlan({ ...plain, rates }), 450_000, 150_000)).toBe("5000000");
  });
  it("thirds of a deal add up to it, and so does what they pay", () => {
    const split = [
      { person: "Ravi Menon", percent: "33.333333" },
      { person: "Theo Novak", percent: "33.333333" },
      { person: "Ines Carvalho", percent: "33.333334" },
    ];
    const paid = split.map(({ person }) => {
      const assignment = { ...raviOn(changedPlan({ ...plain, rates: flat("100") })), person };
      return draftOf("2025-Q1", { person, assignment, deals: [dealOf("d", 100, "2025-02-01", { split })] });
    });
    expect(paid.map(({ statement }) => statement.total)).toEqual(["3333", "3333", "3334"]);
  });
  it("10 % of new business and a residual of 3 % of every renewal", () => {
    const [component] = changedPlan({ ...plain, rates: flat("10") }).components;
    const residual = {
      ...component,
      id: "residual",
      name: "Residual",
      rates: flat("3"),
      credit: { counts: ["renewal"] },
    };
    const plan = planOf({ ...component, credit: { counts: ["new"] } }, residual);
    const deals = [
      dealOf("new", 80_000, "2026-02-01"),
      dealOf("kept", 45_500, "2026-03-01", { kind: "renewal" }),
    ];
    expect(shortLines(draftOf("2026-Q1", { assignment: raviOn(plan), deals }).statement)).toEqual([
      "commission new 800000",
      "commission kept 136500",
    ]);
  });
  it("credited when the customer pays, at the rate that holds then", () => {
    const plan = changedPlan({ ...plain, rates: flat("10"), credit: { counts: ["new"], creditOn: "paid" } });
    const deals = [dealOf("d", 70_000, "2025-02-01", { paidOn: "2025-04-15" })];
    const statements = closeAll(["2025-Q1", "2025-Q2"], { assignment: raviOn(plan), deals });
    expect(statements.map(shortLines)).toEqual([[], ["commission d 700000"]]);
  });
  it("an invoice not paid within 90 days takes all of it back, a breach of ours nothing", () => {
    const clawback = {
      triggers: ["non_payment"],
      window: { count: 90, unit: "days" },
      method: { kind: "full" },
      exceptions: ["our_breach"],
    };
    const of = (exception: "our_breach" | null, on = "2025-04-30") =>
      closeAll(["2025-Q1", "2025-Q2"], {
        assignment: raviOn(changedPlan({ ...plain, rates: flat("10"), clawback })),
        deals: [dealOf("d", 50_000, "2025-02-01")],
        losses: [{ lossId: "l", trigger: "non_payment", account: "d", on, exception, ref: "l" }],
      }).flatMap(shortLines);
    expect(of(null)).toEqual(["commission d 500000", "clawback d -500000"]);
    expect(of("our_breach")).toEqual(["commission d 500000"]);
    expect(of(null, "2025-05-02")).toEqual(["commission d 500000"]);
  });
  it("a quarter of the ARR lost within the year takes back a quarter of all that was paid", () => {
    const clawback = {
      triggers: ["contraction"],
      window: { count: 12, unit: "months" },
      method: { kind: "full" },
    };
    const statements = closeAll(["2025-Q1", "2025-Q2", "2025-Q3"], {
      assignment: raviOn(changedPlan({ ...plain, rates: flat("12"), clawback })),
      deals: [dealOf("d", 120_000, "2025-02-01")],
      losses: [
        { lossId: "l", trigger: "contraction", account: "d", on: "2025-08-01", lost: "3000000", ref: "l" },
      ],
    });
    expect(statements.map(({ total: paid }) => paid)).toEqual(["1440000", "0", "-360000"]);
  });
});

describe("Customer Success", () => {
  const book = (closing: string) => ({
    "2026-Q1": [{ account: "acme", opening: "10000000", closing, heldFrom: null }],
  });
  const pays = (payout: object, closing: string, more: object = {}) =>
    draftOf("2026-Q1", {
      assignment: raviOn(
        planOf({ kind: "book_nrr", id: "nrr", name: "NRR", target: "1000000", payout, ...more }),
      ),
      books: book(closing),
    }).statement.total;
  it("100 % of NRR pays nothing, 110 % all of $10,000, and so on without a cap", () => {
    const payout = {
      points: [
        { at: "100", pays: "0" },
        { at: "110", pays: "100" },
      ],
    };
    expect(["9990000", "10000000", "10250000", "11000000", "12500000"].map((at) => pays(payout, at))).toEqual(
      ["0", "0", "250000", "1000000", "2500000"],
    );
  });
  it("in steps of 90, 95 and 100 %, with a floor of 20 %", () => {
    const payout = {
      between: "steps",
      floor: "20",
      points: [
        { at: "90", pays: "50" },
        { at: "95", pays: "75" },
        { at: "100", pays: "100" },
      ],
    };
    expect(["8900000", "9000000", "9499999", "9500000", "20000000"].map((at) => pays(payout, at))).toEqual([
      "200000",
      "500000",
      "500000",
      "750000",
      "1000000",
    ]);
  });
  it("half for GRR and half for logos kept, of $20,000 a year", () => {
    const level = (at: string) => ({ points: [{ at, pays: "100" }], beyond: "level" });
    const part = (id: string, measure: string, at: string) => ({
      kind: "book_nrr",
      id,
      name: id,
      measure,
      weight: "50",
      payout: level(at),
    });
    const plan = planOf(part("grr", "grr", "92"), part("logos", "logo-retention", "66"));
    const account = (name: string, opening: string, closing: string) => ({
      account: name,
      opening,
      closing,
      heldFrom: null,
    });
    const books = {
      "2026-Q1": [account("a", "900", "2000"), account("b", "60", "40"), account("c", "40", "0")],
    };
    const assignment = { ...raviOn(plan), targetPay: "2000000" };
    // GRR: 900 + 40 of 1,000. Two of three logos.
    expect(shortLines(draftOf("2026-Q1", { assignment, books }).statement)).toEqual([
      "book_nrr grr 250000",
      "book_nrr logos 250000",
    ]);
  });
});
