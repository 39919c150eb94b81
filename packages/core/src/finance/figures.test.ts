import { describe, expect, it } from "vitest";
import { financeFigures } from "./figures.ts";
import { periodOf } from "./plain-finance.ts";
import { readTypedPeriod } from "./typed-period.ts";

const typed = {
  from: "2026-01-01",
  to: "2026-12-31",
  currency: "usd",
  revenue: "12800000.00",
  ebitda: "1792000",
  cashIn: "13000000",
  cashOut: "11800000.50",
  salesAndMarketingCost: "4000000",
  customersWon: "80",
};

describe("a period as Finance writes it", () => {
  it("becomes minor units, exactly; what is empty is not entered", () => {
    expect(readTypedPeriod(typed)).toMatchObject({
      period: {
        currency: "USD",
        revenue: "1280000000",
        cashOut: "1180000050",
        customersWon: 80,
        servicesCost: null,
      },
    });
  });
  it("is refused column by column with what to write instead, and nothing is rounded", () => {
    expect(
      readTypedPeriod({
        ...typed,
        revenue: "12,800,000",
        ebitda: "0.001",
        customersWon: "80.5",
        from: "1/1/2026",
      }),
    ).toEqual({
      faults: [
        { column: "revenue", fault: expect.stringMatching(/^"12,800,000" is not an amount. Write digits/) },
        { column: "ebitda", fault: '"0.001" has more places than USD has. Round it' },
        { column: "customersWon", fault: '"80.5" is not a whole number. Write digits only' },
        { column: "from", fault: "Write the first day as YYYY-MM-DD" },
      ],
    });
    expect(readTypedPeriod({ ...typed, currency: "US" })).toMatchObject({
      faults: expect.arrayContaining([{ column: "currency", fault: expect.stringMatching(/three letters/) }]),
    });
    expect(readTypedPeriod({ ...typed, to: "2025-12-31" })).toEqual({
      faults: [{ column: "to", fault: "is before from" }],
    });
    expect(readTypedPeriod({ ...typed, from: "then" })).toEqual({
      faults: [{ column: "from", fault: "Write the first day as YYYY-MM-DD" }],
    });
    expect(readTypedPeriod({ ...typed, to: "soon" })).toMatchObject({ faults: [{ column: "to" }] });
  });
});

describe("the figures of a period", () => {
  const before = periodOf({ from: "2025-01-01", to: "2025-12-31", revenue: "1000000000" });
  const now = periodOf({
    from: "2026-01-01",
    to: "2026-12-31",
    revenue: "1280000000",
    ebitda: "179200000",
    salesAndMarketingCost: "400000000",
    customersWon: 80,
    monthlyMarginOfNew: "20000000",
    monthlyRevenueOfNew: "40000000",
  });
  const of = (id: string, ...asked: Parameters<typeof financeFigures>) =>
    financeFigures(...asked).find((figure) => figure.id === id);

  it("growth of 28 and an EBITDA margin of 14 are a Rule of 40 of 42, which is healthy", () => {
    expect(of("rule-of-40", now, before)).toMatchObject({ value: "42.0", unit: "points", healthy: true });
  });
  it("say what is missing instead of being 0", () => {
    expect(of("rule-of-40", now, null)).toMatchObject({
      value: null,
      reason: "Nothing is entered for 2025-01-01 to 2025-12-31, the same days a year before.",
    });
    expect(of("burn-rate", now, before)?.reason).toMatch(/Cash out is not entered/);
  });
  it("follow the choice of what a customer brings, and name the inputs they are made of", () => {
    expect(of("cac-payback", now, before)).toMatchObject({ value: "20.0", unit: "months" });
    const revenue = { cltvBasis: "margin", paybackBasis: "revenue", healthyAbove: 40 } as const;
    expect(of("cac-payback", now, before, revenue)).toMatchObject({
      value: "10.0",
      inputs: ["salesAndMarketingCost", "monthlyRevenueOfNew", "customersWon"],
    });
  });
});
