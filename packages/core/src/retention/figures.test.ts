import { describe, expect, it } from "vitest";
import { attribute, book, facts, line, rate, window } from "../../test-oracle/build.ts";
import type { ContractLine, FactSet } from "../facts/index.ts";
import { parsePeriod } from "../kernel/index.ts";
import {
  breakdownOf,
  bridgeOf,
  contributorsOf,
  figureOf,
  houseRetentionPolicy,
  type MetricTerm,
  metricTotal,
  moversOf,
  type RetentionPolicy,
  rateAndMix,
  type Slice,
} from "./index.ts";

const figure = (of: FactSet, id: MetricTerm, policy: Partial<RetentionPolicy> = {}, slice: Slice = {}) =>
  figureOf(window(of, "2025", policy, slice), {
    term: { id, name: id, version: 1 },
    recorded: null,
    freshAt: null,
  });
const value = (lines: ContractLine[], id: MetricTerm, policy: Partial<RetentionPolicy> = {}) =>
  figure(facts(lines), id, policy).value;
const stepsOf = (of: FactSet, slice: Slice, policy: Partial<RetentionPolicy> = {}) => {
  const bridge = bridgeOf(window(of, "2025", policy, slice));
  const moved = bridge.steps
    .filter((step) => step.amount !== 0n)
    .map((step) => `${step.kind} ${step.amount}`);
  return [bridge.opening, ...moved, bridge.closing];
};

it("a ratio of customers has no currency: its sums are counts, never amounts", () => {
  const kept = facts([line("1", { net: "100", from: "2024-01-01" })]);
  expect(figure(kept, "logo-retention")).toMatchObject({ currency: null, numerator: "1", denominator: "1" });
  expect(figure(kept, "nrr")).toMatchObject({ currency: "USD", numerator: "10000" });
});

describe("a customer whose segment changes within the window", () => {
  // Grows by 20 on the very day it passes from SMB to Mid.
  const lines = [
    line("1", { net: "100", from: "2024-01-01" }),
    line("2", { net: "20", from: "2025-05-01", product: "Reports" }),
  ];
  const moving = facts(lines, {
    attributes: [
      attribute("A", "segment", "SMB", "2024-01-01"),
      attribute("A", "segment", "Mid", "2025-05-01"),
    ],
  });

  it("leaves one bridge at what it held the day before, and the day's growth is the other's", () => {
    expect(stepsOf(moving, { segment: ["SMB"] })).toEqual([10000n, "moved_out -10000", 0n]);
    expect(stepsOf(moving, { segment: ["Mid"] })).toEqual([0n, "expansion 2000", "moved_in 10000", 12000n]);
    expect(stepsOf(moving, {})).toEqual([10000n, "expansion 2000", 12000n]);
  });
  it("counts for NRR where it stood at the opening", () => {
    expect(figure(moving, "nrr", {}, { segment: ["SMB"] }).value).toBe("1.200000");
    expect(figure(moving, "nrr", {}, { segment: ["Mid"] })).toMatchObject({
      value: null,
      reason: "No ARR at the opening, 2024-12-31",
    });
  });
  it("shows in the slice it only passed through", () => {
    const through = facts(lines, {
      attributes: [...moving.attributes, attribute("A", "segment", "Large", "2025-08-01")],
    });
    const parts = breakdownOf(book(through), parsePeriod("2025"), houseRetentionPolicy, "segment");
    expect(parts.map((part) => part.value)).toEqual(["Large", "Mid", "SMB"]);
    expect(parts.reduce((sum, part) => sum + metricTotal(part.window, "expansion-arr").numerator, 0n)).toBe(
      2000n,
    );
  });
  it("is a mover of the segment it opened in, also when it changes on the first day", () => {
    const [mover] = moversOf(window(moving, "2025-05-01..2025-12-31"), 10).rows;
    expect(mover).toMatchObject({ segment: "SMB", kind: "expansion", amount: 2000n, pp: "20.0000" });
  });
  it("has had its first known segment from the beginning", () => {
    const late = facts(lines, { attributes: [attribute("A", "segment", "SMB", "2025-11-01")] });
    expect(figure(late, "nrr", {}, { segment: ["SMB"] }).value).toBe("1.200000");
  });
  it("without a segment is in the slice of those without", () => {
    expect(figure(facts(lines), "nrr", {}, { segment: [""] }).value).toBe("1.200000");
  });
});

describe("renewals and returns", () => {
  const before = line("1", { net: "100", from: "2024-01-01", to: "2025-03-31" });
  const after = (from: string) => line("2", { net: "120", from });

  it("a renewal within the grace has lost nothing", () => {
    expect(
      ["nrr", "grr", "logo-retention"].map((id) => value([before, after("2025-04-30")], id as MetricTerm)),
    ).toEqual(["1.200000", "1.000000", "1.000000"]);
  });
  it.each([
    [
      "90 days, the life goes on: kept in NRR, although lost and regained",
      "2025-06-30",
      "1.200000",
      "0.000000",
      "1.000000",
    ],
    ["91 days, it is another life: lost", "2025-07-01", "0.000000", "0.000000", "0.000000"],
  ])("after %s", (_, from, nrr, grr, logo) => {
    const lines = [before, after(from)];
    expect([value(lines, "nrr"), value(lines, "grr"), value(lines, "logo-retention")]).toEqual([
      nrr,
      grr,
      logo,
    ]);
  });
  it("a return in another life counts where the policy counts it, for NRR, GRR and logo alike", () => {
    const policy = { winback: "opening_cohort", grrMethod: "per_customer_min" } as const;
    const lines = [before, after("2025-07-01")];
    expect([
      value(lines, "nrr", policy),
      value(lines, "grr", policy),
      value(lines, "logo-retention", policy),
    ]).toEqual(["1.200000", "1.000000", "1.000000"]);
  });
  it("a pause of a customer won inside the period is no loss to NRR by all movements", () => {
    const lines = [
      line("0", { account: "Z", net: "100", from: "2024-01-01" }),
      line("1", { net: "50", from: "2025-01-15", to: "2025-03-31" }),
      line("2", { net: "50", from: "2025-05-15" }),
    ];
    expect(value(lines, "nrr", { nrrMethod: "all_movements", grrMethod: "all_losses" })).toBe("1.000000");
  });
});

describe("only renewals due in the period", () => {
  const lines = [
    line("1", { account: "A", net: "100", from: "2024-01-01", to: "2025-06-30" }),
    line("2", { account: "B", net: "100", from: "2024-01-01", to: "2025-06-30" }),
    line("3", { account: "B", net: "130", from: "2025-07-01", renews: "2" }),
    line("4", { account: "C", net: "300", from: "2024-01-01" }),
  ];
  it("NRR follows those with a line due, and logo retention keeps its own base", () => {
    expect(value(lines, "nrr", { nrrMethod: "renewals_due" })).toBe("0.650000");
    expect(value(lines, "logo-retention", { nrrMethod: "renewals_due" })).toBe("0.666667");
    expect(value(lines, "logo-retention", { logoDenominator: "due" })).toBe("0.500000");
    expect(value(lines, "nrr", { logoDenominator: "due" })).toBe("0.860000");
  });
  it("says so when none is", () => {
    const open = facts(lines.slice(3));
    expect(figure(open, "nrr", { nrrMethod: "renewals_due" }).reason).toBe(
      "No account with ARR at the opening, 2024-12-31, has a contract line due in the period",
    );
  });
  it("a customer lost before the period with no line due in it is not among its win-backs", () => {
    const back = [
      line("5", { account: "D", net: "40", from: "2023-01-01", to: "2023-12-31" }),
      line("6", { account: "D", net: "40", from: "2025-03-01" }),
    ];
    const policy = { nrrMethod: "renewals_due", winback: "all" } as const;
    expect(value([...lines, ...back], "nrr", policy)).toBe("0.650000");
    expect(value([...lines, ...back], "nrr", { winback: "all" })).toBe("0.940000");
  });
});

describe("currencies", () => {
  const euros = line("1", { net: "1000", currency: "EUR", from: "2024-01-01" });
  const rates = [rate("EUR", "USD", "1.10", "2024-12-31"), rate("EUR", "USD", "1.20", "2025-06-30")];

  it("at constant rates move nothing, at reported rates they have a line of their own", () => {
    const of = facts([euros], { fxRates: rates });
    expect(stepsOf(of, {})).toEqual([110000n, 110000n]);
    expect(stepsOf(of, {}, { fx: "reported" })).toEqual([110000n, "fx 10000", 120000n]);
    expect(figure(of, "grr", { fx: "reported" }).value).toBe("1.000000");
    expect(figure(of, "nrr", { fx: "reported" }).value).toBe("1.090909");
  });
  it("leave a slice at the rate of the day they leave it, and enter the other at the same", () => {
    const attributes = [
      attribute("A", "segment", "SMB", "2024-01-01"),
      attribute("A", "segment", "Mid", "2025-09-01"),
    ];
    const of = facts([euros], { fxRates: [...rates, rate("EUR", "USD", "1.25", "2025-11-01")], attributes });
    const policy = { fx: "reported" } as const;
    expect(stepsOf(of, { segment: ["SMB"] }, policy)).toEqual([110000n, "moved_out -120000", "fx 10000", 0n]);
    expect(stepsOf(of, { segment: ["Mid"] }, policy)).toEqual([0n, "moved_in 120000", "fx 5000", 125000n]);
  });
  it("are read from the inverse pair where that is what is known", () => {
    const of = facts([euros], { fxRates: [rate("USD", "EUR", "0.8", "2024-01-01")] });
    expect(stepsOf(of, {})).toEqual([125000n, 125000n]);
  });
  it("cross decimals: yen have none, dinars have three", () => {
    const yen = line("1", { net: "150000", currency: "JPY", from: "2024-01-01" });
    const dinars = line("2", { net: "10.125", currency: "KWD", from: "2024-01-01", product: "Reports" });
    const fxRates = [rate("USD", "JPY", "150", "2024-01-01"), rate("KWD", "USD", "3.2", "2024-01-01")];
    expect(stepsOf(facts([yen, dinars], { fxRates }), {})).toEqual([103240n, 103240n]);
  });
  it("without a rate give no sum at all, but the reason and the remedy", () => {
    const dollars = line("2", { account: "B", net: "5", from: "2023-01-01" });
    const of = facts([euros, dollars], { fxRates: rates });
    expect(() => window(of, "2024-06")).toThrow(
      "No EUR to USD rate is known on or before 2024-05-31. Import one, or filter by currency",
    );
    const said = {
      ...of,
      attributes: [
        attribute("A", "currency", "EUR", "2024-01-01"),
        attribute("B", "currency", "USD", "2023-01-01"),
      ],
    };
    expect(metricTotal(window(said, "2024-06", {}, { currency: ["USD"] }), "arr").numerator).toBe(500n);
  });
});

describe("figures without a base, and of great size", () => {
  it("an empty slice has no MRR contributors", () => {
    const empty = window(facts([line("1", { from: "2024-01-01" })]), "2025", {}, { segment: ["none"] });
    expect(contributorsOf(empty, "mrr")).toEqual([]);
  });
  it("land and expand without anyone at the close says so by the close", () => {
    expect(
      figure(facts([line("1", { from: "2024-01-01", to: "2025-02-28" })]), "land-and-expand").reason,
    ).toBe("No ARR at the close, 2025-12-31");
  });
  it("hold beyond 2^53 to the cent", () => {
    const lines = ["A", "B", "C"].map((account, i) =>
      line(account, { account, net: `99999999999999${i}.0${i + 1}`, per: "month", from: "2024-01-01" }),
    );
    expect(figure(facts(lines), "arr").value).toBe("3599999999999967672");
    expect(figure(facts(lines), "mrr").value).toBe("299999999999997306");
    const shares = contributorsOf(window(facts(lines), "2025"), "mrr").map((row) => row.numerator);
    expect(shares.reduce((a, b) => a + b, 0n)).toBe(299999999999997306n);
  });
});

describe("what a change of NRR is made of", () => {
  it("splits into the parts' rates and their weights, which add up to it", () => {
    const part = (n0: number, d0: number, n1: number, d1: number) => ({
      before: { numerator: BigInt(n0), denominator: BigInt(d0) },
      after: { numerator: BigInt(n1), denominator: BigInt(d1) },
    });
    // SMB 80 % of 100, Mid 110 % of 100; then SMB 80 % of 50, Mid 120 % of 150: 95 % becomes 110 %.
    const split = rateAndMix([part(80, 100, 40, 50), part(110, 100, 180, 150)]);
    const share = (of?: { n: bigint; d: bigint }) => Number(of?.n) / Number(of?.d);
    expect(share(split?.total)).toBeCloseTo(0.15, 12);
    expect(share(split?.rate)).toBeCloseTo(0.0625, 12); // Mid: +10 points at a mean weight of 62.5 %
    expect(share(split?.mix)).toBeCloseTo(0.0875, 12); // 25 points of weight from a mean 80 % to a mean 115 %
  });
});
