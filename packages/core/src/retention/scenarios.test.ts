import { describe, expect, it } from "vitest";
import { facts, line, window } from "../../test-oracle/build.ts";
import type { ContractLine } from "../facts/index.ts";
import { bridgeOf, contributorsOf, figureOf, type MetricTerm, type RetentionPolicy } from "./index.ts";

/** A figure of the year 2025 from contract lines, as it is shown. */
function in2025(lines: ContractLine[], id: MetricTerm, policy: Partial<RetentionPolicy> = {}): string | null {
  const context = { term: { id, name: id, version: 1 }, recorded: null, freshAt: null };
  return figureOf(window(facts(lines), "2025", policy), context).value;
}

/** A customer that held `before` a year in 2024 and holds `after` from a day of 2025 on; without `after` it is lost. */
function customer(name: string, before: number, after?: number, on = "2025-07-01"): ContractLine[] {
  const said = { account: name, product: "Platform" };
  if (after === before) return [line(name, { ...said, net: `${before}`, from: "2024-01-01" })];
  const until = on.replace(/-(\d\d)-01$/, (_, month) => `-${String(Number(month) - 1).padStart(2, "0")}-30`);
  const held = line(name, { ...said, net: `${before}`, from: "2024-01-01", to: until });
  return after === undefined
    ? [held]
    : [held, line(`${name}2`, { ...said, net: `${after}`, from: on, renews: name })];
}
const several = (count: number, name: string, before: number, after?: number) =>
  Array.from({ length: count }, (_, i) => customer(`${name}${i}`, before, after)).flat();

describe("seats bought in mid-contract", () => {
  const seats = (id: string, quantity: string, from: string) =>
    line(id, { of: "unit", net: "150", quantity, per: "month", from, to: "2025-12-31" });

  it("S-06 ten seats and five more in month 7 are 9,000 of expansion ARR", () => {
    const lines = [seats("1", "10", "2025-01-01"), seats("2", "5", "2025-07-01")];
    expect(in2025(lines, "expansion-arr")).toBe("900000");
    expect(in2025(lines, "new-arr")).toBe("1800000");
    const [, , growth] = bridgeOf(window(facts(lines), "2025-07")).steps;
    expect(growth).toMatchObject({ kind: "expansion", reasons: [{ reason: "seats", amount: 900000n }] });
  });

  it("S-26 five seats at 150 in month 8 raise MRR by 750 and are 9,000 of expansion ARR", () => {
    const lines = [seats("1", "10", "2025-01-01"), seats("2", "5", "2025-08-01")];
    const mrr = (month: string) => contributorsOf(window(facts(lines), month), "mrr")[0]?.numerator ?? 0n;
    expect(mrr("2025-08") - mrr("2025-07")).toBe(75000n);
    expect(in2025(lines, "expansion-arr")).toBe("900000");
  });
});

describe("who left, and how much", () => {
  it("S-08 ten of 100 customers leave with a quarter of ARR: logo churn 10 %, revenue churn 25 %", () => {
    const lines = [...several(90, "S", 1000, 1000), ...several(10, "L", 3000)];
    expect(in2025(lines, "logo-churn")).toBe("0.100000");
    expect(in2025(lines, "churn-rate")).toBe("0.100000");
    expect(in2025(lines, "revenue-churn")).toBe("0.250000");
    expect(in2025(lines, "retention-rate")).toBe("0.900000");
  });

  it("S-27 the 8 of 100 that leave were the largest: logo retention 92 %, revenue churn 35 %", () => {
    const lines = [...several(92, "S", 650, 650), ...several(8, "L", 4025)];
    expect(in2025(lines, "logo-retention")).toBe("0.920000");
    expect(in2025(lines, "revenue-churn")).toBe("0.350000");
  });

  it("S-81 a downsell in place of leaving keeps the logo and contracts the ARR", () => {
    const lines = customer("A", 12000, 5000);
    expect(in2025(lines, "logo-retention")).toBe("1.000000");
    expect(in2025(lines, "contraction-arr")).toBe("700000");
    expect(in2025(lines, "churned-arr")).toBe("0");
  });
});

describe("NRR, GRR and the gap between them", () => {
  // 1,000,000 at the opening; +80,000, -40,000 by churn, -10,000 by contraction; and a new customer that counts for neither.
  const lines = [
    ...customer("stays", 700_000, 700_000),
    ...customer("grows", 200_000, 280_000),
    ...customer("leaves", 40_000),
    ...customer("shrinks", 60_000, 50_000),
    line("new", { account: "new", net: "500000", from: "2025-03-01" }),
  ];

  it("S-24 1,000,000 that gains 80,000 and loses 40,000 and 10,000 is an NRR of 103 %", () => {
    expect(in2025(lines, "opening-arr")).toBe("100000000");
    expect(in2025(lines, "nrr")).toBe("1.030000");
    expect(in2025(lines, "dollar-retention")).toBe("1.030000");
    expect(in2025(lines, "net-expansion-rate")).toBe("0.030000");
    expect(in2025(lines, "net-churn")).toBe("-0.030000");
  });

  it("S-25 and a GRR of 95 %: 8 points apart, 5 points lost", () => {
    expect(in2025(lines, "grr")).toBe("0.950000");
    expect(in2025(lines, "nrr-grr-gap")).toBe("0.080000");
    expect(in2025(lines, "gross-churn")).toBe("0.040000");
  });

  it("S-28 500,000 in January are 520,000 in December: dollar retention is 104 %", () => {
    const cohort = [...customer("A", 300_000, 350_000), ...customer("B", 200_000, 170_000)];
    expect(in2025(cohort, "dollar-retention")).toBe("1.040000");
  });

  it("S-32 NRR of 105 % over GRR of 88 %: a gap of 17 points, while 12 % are lost", () => {
    const book = [
      ...customer("A", 700_000, 870_000),
      ...customer("B", 180_000, 180_000),
      ...customer("C", 120_000),
    ];
    expect([in2025(book, "nrr"), in2025(book, "grr"), in2025(book, "nrr-grr-gap")]).toEqual([
      "1.050000",
      "0.880000",
      "0.170000",
    ]);
    expect(in2025(book, "gross-churn")).toBe("0.120000");
  });

  it("S-33 GRR of 92 % says that 8 % were lost, by churn and contraction together", () => {
    const book = [...customer("A", 920_000, 920_000), ...customer("B", 50_000), ...customer("C", 30_000, 0)];
    expect(in2025(book, "grr")).toBe("0.920000");
    const less = [
      ...customer("A", 920_000, 920_000),
      ...customer("B", 50_000),
      ...customer("C", 30_000, 10_000),
    ];
    expect(in2025(less, "grr")).toBe("0.930000");
    expect(in2025(less, "gross-churn")).toBe("0.050000");
  });
});
