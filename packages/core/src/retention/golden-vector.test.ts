import { describe, expect, it } from "vitest";
import { type ContractLine, noFacts } from "../facts/index.ts";
import { AccountId, Currency, day, instant, LineId, parsePeriod } from "../kernel/index.ts";
import { houseLedgerPolicy, movementsOf } from "../ledger/index.ts";
import { bookOf } from "./book.ts";
import { bridgeOf, cohortBridgeOf } from "./bridge.ts";
import { contributorsOf } from "./contributors.ts";
import { figureOf, metricTotal } from "./figure.ts";
import { type MetricTerm, metrics } from "./metrics.ts";
import { RetentionPolicy } from "./policy.ts";
import { windowOf } from "./window.ts";

const usd = Currency.parse("USD");
let count = 0;

/** One recurring annual line of an account, in whole dollars a year. */
function held(account: string, dollars: number, from: string, to: string | null): ContractLine {
  count += 1;
  return {
    kind: "line",
    lineId: LineId.parse(`line_${String(count).padStart(4, "0")}`),
    accountId: AccountId.parse(`acc_${account}`),
    product: "Platform",
    productKind: "core",
    lineKind: "recurring",
    region: null,
    quantity: "1",
    price: { of: "amount", net: String(dollars), list: null, per: { unit: "year", count: 1 } },
    currency: usd,
    billing: null,
    startsOn: day(from),
    endsOn: to === null ? null : day(to),
    signedOn: null,
    noticeOn: null,
    autoRenew: null,
    renews: null,
    totalContractValue: null,
    payment: null,
    sourcedBy: null,
    withdrawn: false,
    effectiveOn: day(from),
    recordedAt: instant("2024-01-01T00:00:00Z"),
    source: { system: "test", key: String(count), file: null, line: null },
  };
}

const lines = [
  held("A", 100, "2023-06-01", "2025-02-28"),
  held("A", 160, "2025-03-01", null),
  held("B", 100, "2023-06-01", "2025-03-31"),
  held("B", 70, "2025-04-01", "2025-07-31"),
  held("B", 100, "2025-08-01", null),
  held("C", 100, "2023-06-01", "2025-04-30"),
  held("C", 80, "2025-10-01", null),
  held("D", 50, "2025-02-01", "2025-10-31"),
  held("E", 60, "2023-06-01", "2024-05-31"),
  held("E", 40, "2025-06-01", null),
];

function windowUnder(policy: Parameters<typeof RetentionPolicy.parse>[0]) {
  const facts = { ...noFacts, lines };
  const book = bookOf(facts, movementsOf(facts, houseLedgerPolicy), houseLedgerPolicy, usd);
  return windowOf(book, parsePeriod("2025"), RetentionPolicy.parse(policy));
}

function percent(term: MetricTerm, policy: Record<string, string>): string {
  const { numerator, denominator } = metricTotal(windowUnder(policy), term);
  return ((Number(numerator) / Number(denominator)) * 100).toFixed(2);
}

describe("the golden vector: A grows, B dips, C leaves and returns, D comes and goes, E is won back", () => {
  it("opens at 300 and closes at 380, and the bridge adds up", () => {
    const bridge = bridgeOf(windowUnder({}));
    expect([bridge.opening, bridge.closing, bridge.unexplained]).toEqual([30000n, 38000n, 0n]);
  });

  it.each([
    ["86.67", { nrrMethod: "cohort", winback: "none" }],
    ["113.33", { nrrMethod: "cohort", winback: "opening_cohort" }],
    ["126.67", { nrrMethod: "cohort", winback: "all" }],
    ["70.00", { nrrMethod: "all_movements", winback: "none" }],
    ["110.00", { nrrMethod: "all_movements", winback: "all" }],
  ])("NRR is %s %% under %o", (expected, policy) => {
    expect(percent("nrr", policy)).toBe(expected);
    const bridge = cohortBridgeOf(windowUnder(policy));
    expect(bridge.unexplained).toBe(0n);
  });

  it.each([
    ["56.67", { grrMethod: "cohort_losses" }],
    ["56.67", { grrMethod: "running_floor" }],
    ["66.67", { grrMethod: "per_customer_min" }],
    ["93.33", { grrMethod: "per_customer_min", winback: "opening_cohort" }],
    ["40.00", { grrMethod: "all_losses", nrrMethod: "all_movements" }],
    ["100.00", { grrMethod: "whole_book_min" }],
  ])("GRR is %s %% under %o", (expected, policy) => {
    expect(percent("grr", policy)).toBe(expected);
  });

  it.each([
    ["66.67", { winback: "none" }],
    ["100.00", { winback: "opening_cohort" }],
  ])("logo retention is %s %% under %o", (expected, policy) => {
    expect(percent("logo-retention", policy)).toBe(expected);
  });

  it("says beside NRR what counting the win-back would add, and beside GRR what it is per customer", () => {
    const term = { id: "nrr", name: "Net revenue retention", version: 1 } as const;
    const window = windowUnder({});
    expect(figureOf(window, { term, recorded: null, freshAt: null })).toMatchObject({
      value: "0.866667",
      numerator: "26000",
      denominator: "30000",
      contributors: 3,
      notes: ["Win-back excluded; counting the cohort's would add 26.7 pp"],
    });
  });

  it("has contributors that add up to every metric", () => {
    const window = windowUnder({});
    for (const term of Object.keys(metrics) as MetricTerm[]) {
      const total = metricTotal(window, term);
      const rows = contributorsOf(window, term);
      expect(rows.reduce((sum, row) => sum + row.numerator, 0n)).toBe(total.numerator);
      expect(rows).toHaveLength(total.contributors);
    }
  });
});
