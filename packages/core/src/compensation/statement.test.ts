import { describe, expect, it } from "vitest";
import { Failure } from "../kernel/index.ts";
import { recomputation } from "./build-statement.ts";
import { statementDiff } from "./statement-diff.ts";
import { traceSteps } from "./trace-steps.ts";
import { aePlan, changedPlan, closeAll, dealOf, draftOf, raviOn, shortLines } from "./worked-plans.ts";

const first = dealOf("acme", 500_000, "2025-02-10", { movement: "acc_acme 2025-02-10 new" });
const second = dealOf("globex", 700_000, "2025-05-20");
const deals = [first, second];
const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const lines = (period: string, given = {}) => shortLines(draftOf(period, { deals, ...given }).statement);

describe("a statement", () => {
  it("pays what was credited in its period, at the rates that the attainment before it leads to", () => {
    expect(lines("2025-Q1")).toEqual(["commission acme 3200000"]);
    expect(lines("2025-Q2", { earlier: closeAll(["2025-Q1"], { deals }) })).toEqual([
      "commission globex 5120000",
    ]);
  });
  it("opens the trace of every line, from the row to the clause", () => {
    const { statement } = draftOf("2025-Q2", { deals, earlier: closeAll(["2025-Q1"], { deals }) });
    expect(statement.lines[0]?.trace).toEqual({
      source: "crm row globex",
      movement: null,
      creditRule:
        "USD 700,000.00 × 100 % = USD 700,000.00. Credited on the day it was signed. Share of 100 %: closer.",
      attainmentBefore: "50 %",
      attainmentAfter: "120 %",
      band: "Band 1: from 0 to 100 % of the quota at 8 %; Band 2: from 100 to 150 % of the quota at 12 %",
      arithmetic:
        "USD 500,000.00 × 8 % + USD 200,000.00 × 12 % = USD 64,000.00; 80 % at the close: USD 51,200.00, USD 12,800.00 wait for the NRR of the cohort",
      exact: "6400000",
      rounding: "To the minor unit, halves away from zero; then 80 : 20 by largest remainder",
      definition: "nrr-comp-plan@1",
      plan: "ae-2025@1",
      clause: "1 New business, rate table",
    });
  });
  it("tells the trace step by step, without what does not apply", () => {
    const [line] = draftOf("2025-Q1", { deals }).statement.lines;
    if (!line) throw new Error("No line");
    expect(traceSteps(line).map(({ step }) => step)).toEqual([
      "Source",
      "Deal",
      "Movement",
      "Credit rule",
      "Attainment",
      "Rate band",
      "Arithmetic",
      "Exact",
      "Rounding",
      "Period",
      "Definition",
      "Plan",
      "Clause",
    ]);
    expect(traceSteps(line)[4]?.text).toBe("0 % before, 50 % after");
  });
  it("names the version of the definition in force", () => {
    const { statement } = draftOf("2025-Q1", { deals, definitions: { "nrr-comp-plan": 3 } });
    expect(statement.lines[0]?.trace.definition).toBe("nrr-comp-plan@3");
  });
  it("is what its frozen inputs give when it is built again, and is found out when it is not", () => {
    const inputs = { person: "Ravi Menon", assignment: raviOn(), deals, period: "2025-Q1" };
    const { statement } = draftOf("2025-Q1", { deals });
    expect(recomputation(statement, inputs)).toBeNull();
    const [line] = statement.lines;
    if (!line) throw new Error("No line");
    expect(recomputation({ ...statement, total: "1" }, inputs)).toBe("The lines do not add up to the total.");
    const forged = { ...statement, lines: [{ ...line, amount: "3200001" }], total: "3200001" };
    expect(recomputation(forged, inputs)).toMatch(/differs/);
  });
  it("is refused for a plan with faults, a period that is none of the plan's, and a period that is closed", () => {
    expect(() => draftOf("2025-Q1", { assignment: raviOn(changedPlan({ onRetention: "5" })) })).toThrow(
      /shares/,
    );
    expect(() => draftOf("2025-03", { deals })).toThrow(/paid by the quarter/);
    expect(() => draftOf("2024-Q4", { deals })).toThrow(/does not hold/);
    expect(() => draftOf("2025-Q1", { deals, earlier: closeAll(["2025-Q1"], { deals }) })).toThrow(
      "The statement of Ravi Menon for 2025-Q1 is closed: a correction is a line of the next one.",
    );
    expect(() => draftOf("2025-Q1", { deals: [{ ...first, amount: "-5" }] })).toThrow(Failure);
  });
  it("is refused when a deal stands twice, as after an import that was read twice, and for earlier ones that do not add up", () => {
    expect(() => draftOf("2025-Q1", { deals: [first, first] })).toThrow("Deal acme stands twice.");
    const loss = { lossId: "l", trigger: "churn" as const, account: "acme", on: "2025-03-01", ref: "r" };
    expect(() => draftOf("2025-Q1", { deals, losses: [loss, loss] })).toThrow("Loss l stands twice.");
    const forged = closeAll(["2025-Q1"], { deals }).map((one) => ({ ...one, total: "1" }));
    expect(() => draftOf("2025-Q2", { deals, earlier: forged })).toThrow(/do not add up/);
  });
  it("is refused for a plan that was edited without a new version, and not for one that was retired", () => {
    const earlier = closeAll(["2025-Q1"], { deals });
    const edited = raviOn(changedPlan({ clawback: null }));
    expect(() => draftOf("2025-Q2", { deals, earlier, assignment: edited })).toThrow(
      "AE plan, version 1, is not what 2025-Q1 was paid by: a changed plan is a new version.",
    );
    const retired = raviOn({ ...aePlan, state: "retired" });
    expect(shortLines(draftOf("2025-Q2", { deals, earlier, assignment: retired }).statement)).toHaveLength(1);
  });
  it("is the same however a store keeps the order of its fields", () => {
    const turned = <Value>(of: Value): Value =>
      JSON.parse(JSON.stringify(of), (_, value) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      );
    const inputs = {
      person: "Ravi Menon",
      assignment: raviOn(),
      deals,
      period: "2025-Q2",
      earlier: closeAll(["2025-Q1"], { deals }),
    };
    const { statement } = draftOf("2025-Q2", inputs);
    expect(recomputation(turned(statement), turned(inputs))).toBeNull();
    expect(statementDiff(statement, turned(statement)).changed).toEqual([]);
  });
  it("says which periods before it are not closed", () => {
    expect(draftOf("2025-Q3", { deals, earlier: closeAll(["2025-Q2"], { deals }) }).open).toEqual([
      "2025-Q1",
    ]);
    expect(draftOf("2025-Q1", { deals }).open).toEqual([]);
  });
  it("is paid by the month or by the year where the plan says so, by the fiscal calendar", () => {
    const by = (period: "month" | "year") => raviOn({ ...aePlan, period, fiscalYearStart: 2 });
    expect(shortLines(draftOf("2025-02", { deals, assignment: by("month") }).statement)).toHaveLength(1);
    expect(shortLines(draftOf("FY2026", { deals, assignment: by("year") }).statement)).toHaveLength(2);
  });
});

describe("what waited for the NRR of a cohort", () => {
  const other = dealOf("initech", 100_000, "2025-03-31");
  const matured = (globex: string) => [
    { dealId: "acme", account: "acme", opening: "50000000", closing: globex, measuredOn: "2026-02-10" },
    {
      dealId: "initech",
      account: "initech",
      opening: "10000000",
      closing: "12000000",
      measuredOn: "2026-03-31",
    },
  ];
  const cohort = [first, other];
  it("is paid together, in the period in which the last deal was measured, by the curve of the plan it was earned under", () => {
    const earlier = closeAll(quarters, { deals: cohort });
    const next = draftOf("2026-Q1", {
      deals: cohort,
      earlier,
      matured: matured("45000000"),
      assignment: raviOn(changedPlan({ retention: { payout: { points: [{ at: "0", pays: "0" }] } } }, 2)),
    });
    // 57 of 60 kept: 95 % pays 75 % of the 8,000 and 1,600 that waited.
    expect(shortLines(next.statement)).toEqual(["retention acme 600000", "retention initech 120000"]);
    expect(next.statement.lines[0]?.trace.arithmetic).toBe(
      "NRR of the cohort 2025-Q1 95 % pays 75 %: USD 9,600.00 × 75 % = USD 7,200.00, of which USD 6,000.00 for the USD 8,000.00 of this deal",
    );
  });
  it("is not paid while one deal of the quarter is not measured", () => {
    const earlier = closeAll(quarters, { deals: cohort });
    const [only] = matured("45000000");
    expect(
      shortLines(draftOf("2026-Q1", { deals: cohort, earlier, matured: only ? [only] : [] }).statement),
    ).toEqual([]);
  });
  it("is not adjusted by another version of the definition it was measured by", () => {
    const earlier = closeAll([...quarters, "2026-Q1"], { deals: cohort, matured: matured("45000000") });
    const edited = { deals: cohort, earlier, matured: matured("48000000"), definitions: { nrr: 2 } };
    expect(shortLines(draftOf("2026-Q2", edited).statement)).toEqual([]);
  });
  it("is adjusted when the measure is corrected later", () => {
    const earlier = closeAll([...quarters, "2026-Q1"], { deals: cohort, matured: matured("45000000") });
    const next = draftOf("2026-Q2", { deals: cohort, earlier, matured: matured("48000000") });
    expect(shortLines(next.statement)).toEqual(["adjustment acme 200000", "adjustment initech 40000"]);
  });
});

describe("two drafts", () => {
  it("differ by lines and by the total", () => {
    const before = draftOf("2025-Q1", { deals }).statement;
    const after = draftOf("2025-Q1", {
      deals: [{ ...first, amount: "60000000" }, dealOf("hooli", 1000, "2025-03-01")],
    }).statement;
    const diff = statementDiff(before, after);
    expect(diff.changed.map((one) => [one.before.amount, one.after.amount])).toEqual([
      ["3200000", "3840000"],
    ]);
    expect(diff.added.map(({ dealId }) => dealId)).toEqual(["hooli"]);
    expect(diff.total).toBe(640_000n + 6_400n);
    expect(statementDiff(after, before).removed).toHaveLength(1);
  });
});
