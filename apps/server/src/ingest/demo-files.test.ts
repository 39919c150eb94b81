import { readFileSync } from "node:fs";
import { type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import { day, parsePeriod } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import {
  bookOf,
  houseRetentionPolicy,
  type MetricTerm,
  metrics,
  metricTotal,
  type Slice,
  windowOf,
} from "@termwise/core/retention";
import { demoCompany, demoCsv } from "@termwise/demo";
import { describe, expect, it } from "vitest";
import { check, withFacts } from "./testing.ts";

const { facts, workspace } = demoCompany({ today: day("2026-11-21") });

const asked: [string, Slice][] = [
  ["ttm:2026-10", {}],
  ["ttm:2025-06", {}],
  ["2026-03", {}],
  ["ttm:2026-10", { segment: ["Mid-market"] }],
  ["ttm:2026-10", { csm: ["Mara Kestenholz"] }],
];

/** Every metric of the demo's book in several windows and slices, as exact sums. */
function figures(of: FactSet) {
  const known = factsKnownAt(of, null);
  const ledger = movementsOf(known, houseLedgerPolicy);
  const book = bookOf(known, ledger, houseLedgerPolicy, workspace.reportingCurrency);
  return asked.map(([period, slice]) => {
    const window = windowOf(book, parsePeriod(period), houseRetentionPolicy, slice);
    return Object.fromEntries(
      Object.keys(metrics).map((term) => [term, metricTotal(window, term as MetricTerm)]),
    );
  });
}

describe("the demo company through its CSV files", () => {
  const { report, facts: imported } = check({ ...demoCsv(facts) });

  it("is read whole: no row refused, no question asked", () => {
    expect(report.refusals).toEqual([]);
    expect(report.stopped).toEqual([]);
    expect(report.files.flatMap(({ questions }) => questions)).toEqual([]);
  });

  it("has the same figures to the cent as the facts it was written from", () => {
    expect(figures(withFacts(noFacts, imported))).toEqual(figures(facts));
  });
});

describe("docs/examples", () => {
  const kinds = {
    "accounts.csv": "accounts",
    "contract-lines.csv": "contract_lines",
    "fx-rates.csv": "fx_rates",
    "usage.csv": "usage",
    "stage-labels.csv": "claims",
    "deals.csv": "deals",
    "onboarding-evidence.csv": "evidence",
    "support-tickets.csv": "support_tickets",
    "survey-answers.csv": "survey_answers",
    "touchpoints.csv": "touchpoints",
  };
  const folder = new URL("../../../../docs/examples/", import.meta.url);
  const read = Object.fromEntries(
    Object.keys(kinds).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]),
  );

  it("import without a refused row", () => {
    const { report } = check(read);
    expect(Object.fromEntries(report.files.map(({ name, kind }) => [name, kind]))).toEqual(kinds);
    expect([...report.refusals, ...report.stopped]).toEqual([]);
    expect(report.counts.refused).toBe(0);
    expect(report.counts.new).toBeGreaterThan(200);
  });
});
