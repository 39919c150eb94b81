import { describe, expect, it } from "vitest";
import { Failure } from "../kernel/index.ts";
import { type CompPlan, PlanAssignment } from "./plan.ts";
import { planDiff } from "./plan-diff.ts";
import { overlapFaults, planFaults, refuseFaults } from "./plan-faults.ts";
import { planReading } from "./plan-reading.ts";
import { aePlan, changedPlan, planOf, raviOn } from "./worked-plans.ts";

const told = (plan: CompPlan, months: number | null = null) =>
  planFaults(plan, months).map(({ weight, clause, message }) => `${weight} · ${clause} · ${message}`);
const clawback = {
  triggers: ["churn" as const],
  window: { count: 12, unit: "months" as const },
  method: { kind: "full" as const },
};

const bonus = { kind: "retention_bonus", id: "kept", name: "Customers kept", amount: "200000" } as const;
const book = {
  kind: "book_nrr",
  id: "book",
  name: "Book",
  target: "500000",
  payout: {
    points: [
      { at: "100", pays: "0" },
      { at: "110", pays: "100" },
    ],
  },
} as const;

describe("a plan", () => {
  it("stands when nothing in it is wrong", () => {
    expect(told(aePlan)).toEqual([]);
    expect(() => refuseFaults(aePlan)).not.toThrow();
  });
  it("is refused, the clause named, when weights or shares do not add up to 100 %", () => {
    expect(told(planOf({ ...bonus, weight: "60" }, { ...book, weight: "30" }))).toEqual([
      "refused · Weights · Add up to 90 % and not to 100 %.",
    ]);
    expect(told(changedPlan({ onRetention: "25" }))).toEqual([
      "refused · 1 New business, shares · 80 % at the close and 25 % on retention add up to 105 % and not to 100 %.",
    ]);
  });
  it("is refused when part of the commission waits and nothing says how it is paid", () => {
    expect(told(changedPlan({ retention: null }))[0]).toMatch(/1 New business, payout by NRR · 20 % wait/);
  });
  it("is refused for a handover split over 100 %, a component twice, and a component without a target", () => {
    const over = { counts: ["new" as const], handover: { days: 90, previous: "120" } };
    expect(told(changedPlan({ credit: over }))[0]).toMatch(
      /1 New business, handover window · A split over 100 %/,
    );
    expect(told(planOf(bonus, bonus))[0]).toMatch(/Two components are called kept/);
    expect(told(planOf({ ...book, target: null }))[0]).toMatch(/1 Book, target · Has no target/);
  });
  it("is refused for tiers that step back or end before the window, and for more back than was paid", () => {
    const tiers = (...all: [number, string][]) =>
      changedPlan({
        clawback: {
          ...clawback,
          method: {
            kind: "tiers",
            tiers: all.map(([count, percent]) => ({ before: { count, unit: "months" }, percent })),
          },
        },
      });
    expect(told(tiers([6, "100"], [12, "50"]))).toEqual([]);
    expect(told(tiers([6, "100"], [3, "50"], [12, "20"]))[0]).toMatch(/clawback, tier 2 · Steps back/);
    expect(told(tiers([6, "100"]))[0]).toMatch(
      /clawback, tiers · End after 6 months, the window after 12 months/,
    );
    expect(told(tiers([12, "110"]))[0]).toMatch(/clawback, tier 1 · Takes back more than was paid: 110 %/);
  });
  it("is pointed at, not refused, when its clawback window is longer than a contract's term", () => {
    const long = changedPlan({ clawback: { ...clawback, window: { count: 18, unit: "months" } } });
    expect(told(long, 12)).toEqual([
      "warning · 1 New business, clawback, window · The window of 18 months is longer than a contract's term of 12 months.",
    ]);
    expect(() => refuseFaults(long)).not.toThrow();
  });
  it("says every clause at once when it is used all the same", () => {
    const wrong = changedPlan({ onRetention: "25", rates: { bands: [{ from: "5", to: null, rate: "8" }] } });
    expect(() => refuseFaults(wrong)).toThrow(Failure);
    expect(() => refuseFaults(wrong)).toThrow(/rate table, band 1.*shares/s);
  });
});

describe("plans of a person", () => {
  const from = (on: string, to: string | null) => PlanAssignment.parse({ ...raviOn(), from: on, to });
  it("may follow each other, and may not overlap by a day", () => {
    expect(overlapFaults([from("2025-01-01", "2025-06-30"), from("2025-07-01", null)])).toEqual([]);
    expect(overlapFaults([from("2025-06-30", null), from("2025-01-01", "2025-06-30")])).toEqual([
      {
        clause: "Plans of Ravi Menon",
        weight: "refused",
        message:
          "AE plan begins on 2025-06-30, while AE plan holds until 2025-06-30 and is paid until 2025-06-30.",
      },
    ]);
  });
  it("may not change within a period, which has one statement", () => {
    const [fault] = overlapFaults([from("2025-01-01", "2025-05-15"), from("2025-05-16", null)]);
    expect(fault?.message).toMatch(/holds until 2025-05-15 and is paid until 2025-06-30/);
  });
  it("may overlap with those of others", () => {
    const other = PlanAssignment.parse({ ...raviOn(), person: "Ines Carvalho" });
    expect(overlapFaults([raviOn(), other])).toEqual([]);
  });
});

describe("a plan in plain language", () => {
  it("is read from what it says", () => {
    const [clause] = planReading(aePlan);
    expect(clause).toEqual({
      clause: "1 New business",
      text: [
        "8 % from 0 to 100 % of the quota, 12 % from 100 to 150 % of the quota and 16 % from 150 % of the quota on. A rate holds for what falls into its band.",
        "Credited are new customers and expansion, on the day they are signed, as the deal's split says, else to who closes it.",
        "80 % are paid at the close, 20 % by the NRR of the quarter's deals 12 months later.",
        "Below 80 % it pays nothing. 80 % pays 0 % and 100 % pays 100 % of the target. Between them it is linear. Beyond 100 % it goes on as between the last two. It never pays more than 150 %.",
        "When the customer is lost, ARR is lost and the customer does not pay within 12 months of the credit date, of what was paid at the close is taken back: the part for the days not held. It is taken from the next statement. Nothing is taken where the customer closed down and we broke the contract.",
      ].join(" "),
    });
  });
  it("changes with the plan", () => {
    const read = (plan: CompPlan) =>
      planReading(plan)
        .map(({ text }) => text)
        .join(" ");
    expect(read(changedPlan({ atClose: "70", onRetention: "30" }))).toContain(
      "70 % are paid at the close, 30 %",
    );
    expect(read(planOf(bonus))).toBe(
      "USD 2,000.00 are paid for a quarter when at least 90 % of the accounts closed 4 quarters before were renewed at 100 % of their first ARR or more.",
    );
    expect(read(planOf(book))).toContain(
      "Its target is USD 5,000.00 a quarter. Below 100 % it pays nothing.",
    );
  });
});

describe("two versions of a plan", () => {
  it("differ by clause and field, whatever the order of their components", () => {
    const next = changedPlan({ atClose: "70", onRetention: "30" }, 2);
    expect(planDiff(aePlan, next)).toEqual([
      { clause: "New business", field: "atClose", before: "80", after: "70" },
      { clause: "New business", field: "onRetention", before: "20", after: "30" },
    ]);
    expect(planDiff(planOf(bonus, book), planOf(book, bonus))).toEqual([]);
    expect(planDiff(planOf(bonus), planOf({ ...bonus, share: "85" }))).toEqual([
      { clause: "Customers kept", field: "share", before: "90", after: "85" },
    ]);
  });
});
