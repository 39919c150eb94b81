import { describe, expect, it } from "vitest";
import { Failure } from "../kernel/index.ts";
import { recomputation } from "./build-statement.ts";
import { statementDiff } from "./statement-diff.ts";
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

describe("parts of a year", () => {
  it("S-31 an expansion quota pays by the year so far, and the true-up brings the parts to the year", () => {
    const plan = planOf({
      kind: "expansion_quota",
      id: "growth",
      name: "Growth",
      target: "500000",
      credit: { counts: ["expansion"], source: "credited_team", to: "source" },
      payout: {
        points: [
          { at: "0", pays: "0" },
          { at: "100", pays: "100" },
        ],
      },
    });
    const assignment = raviOn(plan, "20000000");
    const grown = (id: string, dollars: number, on: string, role = "csm") =>
      dealOf(id, dollars, on, { kind: "expansion", source: { name: "Ravi Menon", role } });
    const given = {
      assignment,
      deals: [
        grown("acme", 60_000, "2026-02-01"),
        grown("acme-seats", 15_000, "2026-02-02", "ae"),
        grown("globex", 40_000, "2026-08-01"),
      ],
    };
    const statements = closeAll(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], given);
    // 60,000 of 50,000 by March: 120 %. By December 100,000 of 200,000: 50 % of the year's 20,000.
    expect(statements.map(shortLines)).toEqual([
      ["expansion_quota growth 600000"],
      ["expansion_quota growth 0"],
      ["expansion_quota growth 400000"],
      ["expansion_quota growth 0"],
    ]);
    const lone = closeAll(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], {
      assignment,
      deals: given.deals.slice(0, 2),
    });
    expect(lone.map(shortLines).at(-1)).toEqual(["expansion_quota growth 0"]);
    const fast = closeAll(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], {
      assignment: raviOn(
        planOf({
          ...plan.components[0],
          payout: {
            points: [
              { at: "50", pays: "0" },
              { at: "100", pays: "100" },
            ],
          },
        } as never),
        "20000000",
      ),
      deals: given.deals,
    });
    expect(fast.map(shortLines)).toEqual([
      ["expansion_quota growth 700000"],
      ["expansion_quota growth 0"],
      ["expansion_quota growth 0"],
      ["expansion_quota growth 0", "true_up growth -700000"],
    ]);
  });
  it("an annual target is split over the quarters so that they add up to it", () => {
    const payout = { points: [{ at: "100", pays: "100" }] };
    const plan = planOf({ kind: "book_nrr", id: "book", name: "Book", weight: "100", payout });
    const assignment = { ...raviOn(plan), targetPay: "1000001" };
    const book = [{ account: "acme", opening: "100", closing: "100", heldFrom: null }];
    const names = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
    const books = Object.fromEntries(names.map((name) => [name, book]));
    const paid = closeAll(names, { assignment, books }).map(({ total }) => Number(total));
    expect(paid).toEqual([250001, 250000, 250000, 250000]);
  });
});

describe("measures", () => {
  const plan = planOf(
    {
      kind: "book_nrr",
      id: "book",
      name: "Book",
      target: "500000",
      eligibility: { snapshot: "opening", minimumHoldDays: 30, graceDays: 60 },
      payout: {
        points: [
          { at: "100", pays: "0" },
          { at: "110", pays: "100" },
        ],
      },
    },
    { kind: "retention_bonus", id: "kept", name: "Customers kept", amount: "200000" },
  );
  const assignment = raviOn(plan);
  const held = (
    account: string,
    opening: string,
    closing: string,
    heldFrom: string | null = null,
    heldUntil: string | null = null,
  ) => ({ account, opening, closing, heldFrom, heldUntil }) as const;
  const of = (given: object) => shortLines(draftOf("2026-Q2", { assignment, ...given }).statement);

  it("pays by the NRR of the accounts that count", () => {
    const book = [
      held("acme", "100000", "106000"),
      held("late", "100000", "0", "2026-03-01"),
      held("gone", "100000", "0", null, "2026-04-20"),
      held("new", "100000", "0", "2026-04-02"),
    ];
    expect(of({ books: { "2026-Q2": book } })).toEqual(["book_nrr book 300000"]);
    const { trace } =
      draftOf("2026-Q2", { assignment, books: { "2026-Q2": book } } as never).statement.lines[0] ?? {};
    expect(trace?.creditRule).toBe(
      "1 of 4 accounts count; late: Taken over on 2026-03-01, within 60 days before 2026-04-01.; gone: Held for 19 days of the period, 30 are asked for.; new: Not held on 2026-04-01, the snapshot day.",
    );
  });
  it("pays nothing, with the reason, where there is no NRR", () => {
    const { statement } = draftOf("2026-Q2", {
      assignment,
      books: { "2026-Q2": [] },
      renewals: { "2026-Q2": [] },
    });
    expect(statement.lines.map(({ amount, trace }) => `${amount} ${trace.arithmetic}`)).toEqual([
      "0 No account that counts has ARR at the opening, so there is no NRR: nothing is paid",
      "0 No account was closed in the quarter looked back at: nothing is paid",
    ]);
  });
  it("S-30 90 % exactly pays $2,000, 89.9 % pays nothing", () => {
    const renewals = (kept: number, all: number) =>
      Array.from({ length: all }, (_, n) => ({
        account: `a${n}`,
        first: "100",
        renewed: n < kept ? "100" : "99",
      }));
    expect(of({ renewals: { "2026-Q2": renewals(18, 20) } })).toEqual(["retention_bonus kept 200000"]);
    expect(of({ renewals: { "2026-Q2": renewals(899, 1000) } })).toEqual(["retention_bonus kept 0"]);
  });
});
