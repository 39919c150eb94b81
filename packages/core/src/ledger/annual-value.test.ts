import { describe, expect, it } from "vitest";
import { line, type Said } from "../../test-oracle/build.ts";
import { lastDay, round } from "../kernel/index.ts";
import { annualValue } from "./annual-value.ts";
import { houseLedgerPolicy, type LedgerPolicy } from "./policy.ts";

const yearly = (said: Partial<Said>, policy: Partial<LedgerPolicy> = {}): bigint =>
  round(annualValue(line("1", { from: "2024-01-01", ...said }), { ...houseLedgerPolicy, ...policy }));

describe("what a line is worth a year, in minor units", () => {
  it.each<[string, Partial<Said>, bigint]>([
    ["a year is taken as it is", { net: "1200", per: "year" }, 120000n],
    ["two years are halved", { net: "1200", per: "year", every: 2 }, 60000n],
    ["months count twelve times", { net: "100", per: "month" }, 120000n],
    ["quarters count four times", { net: "250.25", per: "month", every: 3 }, 100100n],
    ["half-years count twice", { net: "500", per: "month", every: 6 }, 100000n],
    ["weeks count 52 times", { net: "10", per: "week" }, 52000n],
    ["fortnights count 26 times", { net: "10", per: "week", every: 2 }, 26000n],
    ["days count 365 times", { net: "1", per: "day" }, 36500n],
    ["a unit price counts once per unit", { of: "unit", net: "150", quantity: "5", per: "month" }, 900000n],
    ["units may be fractions", { of: "unit", net: "99.99", quantity: "2.5" }, 24998n],
    ["an amount takes no heed of quantity", { of: "amount", net: "100", quantity: "5" }, 10000n],
    [
      "a price may be finer than a cent",
      { of: "unit", net: "0.000125", quantity: "1000000", per: "month" },
      150000n,
    ],
    ["yen have no minor unit", { net: "1000", per: "month", currency: "JPY" }, 12000n],
    ["dinars have three decimals", { net: "10.125", per: "month", currency: "KWD" }, 121500n],
    ["a one-time charge is worth nothing", { net: "5000", lineKind: "one_time" }, 0n],
    ["a free line is worth nothing", { net: "0" }, 0n],
    ["usage is worth nothing", { net: "100", lineKind: "usage" }, 0n],
  ])("%s", (_, said, expected) => {
    expect(yearly(said)).toBe(expected);
  });

  it("counts weeks as 365/7 where the policy says so", () => {
    expect(yearly({ net: "7", per: "week" }, { week: "365/7" })).toBe(36500n);
    expect(yearly({ net: "10", per: "week" }, { week: "365/7" })).toBe(52143n);
  });

  it("takes list prices where known, else net", () => {
    expect(yearly({ net: "80", list: "100" }, { discount: "list" })).toBe(10000n);
    expect(yearly({ net: "80", list: null }, { discount: "list" })).toBe(8000n);
    expect(yearly({ net: "80", list: "100" })).toBe(8000n);
  });

  it("counts usage where the policy takes it in, but never a one-time charge", () => {
    expect(yearly({ net: "100", lineKind: "usage" }, { usage: "in" })).toBe(10000n);
    expect(yearly({ net: "100", lineKind: "one_time" }, { usage: "in" })).toBe(0n);
  });
});

describe("a total contract value over its term", () => {
  it.each<[string, string, string, string, bigint]>([
    ["12 months", "2024-03-01", "2025-02-28", "1200", 120000n],
    ["12 months from mid-month", "2024-03-15", "2025-03-14", "1200", 120000n],
    ["18 months", "2024-01-01", "2025-06-30", "1800", 120000n],
    ["36 months", "2024-07-01", "2027-06-30", "3600", 120000n],
    ["one month", "2024-02-01", "2024-02-29", "100", 120000n],
    ["100 days", "2024-01-01", "2024-04-09", "100", 36500n],
    ["one day", "2024-01-01", "2024-01-01", "1", 36500n],
    ["45 days, rounded once", "2024-01-01", "2024-02-14", "1000", 811111n],
    ["a year from 29 February", "2024-02-29", "2025-02-28", "1200", 120000n],
    ["six months from 31 August", "2024-08-31", "2025-02-28", "600", 120000n],
    ["a month from 31 January", "2025-01-31", "2025-02-27", "100", 120000n],
    ["a year to the last day of February", "2023-03-01", "2024-02-29", "1200", 120000n],
  ])("%s, %s to %s", (_, from, to, net, expected) => {
    expect(yearly({ of: "total", from, to, net })).toBe(expected);
  });

  it("may run to the last day there is", () => {
    expect(yearly({ of: "total", from: "2024-01-02", to: lastDay, net: "1000000" })).toBe(12529n);
  });
});
