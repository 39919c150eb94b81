import { describe, expect, it } from "vitest";
import { day } from "../kernel/index.ts";
import { exposureOn } from "./exposure.ts";
import type { ClawbackRule } from "./plan.ts";
import { StatementInputs } from "./statement.ts";
import { changedPlan, closeAll, dealOf, draftOf, raviOn, shortLines } from "./worked-plans.ts";

const deals = [dealOf("acme", 500_000, "2025-02-10"), dealOf("globex", 700_000, "2025-05-20")];
const loss = (more: object = {}) => ({
  lossId: "l1",
  trigger: "churn" as const,
  account: "acme",
  on: "2025-08-10",
  ref: "ledger churn acme",
  ...more,
});
const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
const withRule = (rule: Partial<ClawbackRule>, version = 1) =>
  raviOn(
    changedPlan(
      {
        clawback: {
          triggers: ["churn", "contraction", "non_payment"],
          window: { count: 12, unit: "months" },
          method: { kind: "full" },
          ...rule,
        },
      },
      version,
    ),
  );
const told = (given: object, periods = quarters) =>
  closeAll(periods, { deals, ...given } as never).map(shortLines);

describe("S-29 a clawback", () => {
  it("is a new negative line of a later statement, linked to the line that paid", () => {
    const statements = closeAll(quarters, { deals, losses: [loss()] });
    // Held for 181 of 365 days: 184/365 of 32,000.
    expect(statements.map(shortLines)).toEqual([
      ["commission acme 3200000"],
      ["commission globex 5120000"],
      ["clawback acme -1613151"],
      [],
    ]);
    const line = statements[2]?.lines[0];
    expect(line?.pays).toBe(statements[0]?.lines[0]?.lineId);
    expect(line?.cause).toBe("The customer was lost on 2025-08-10.");
    expect(line?.trace.arithmetic).toBe(
      "USD 32,000.00 paid × 184/365 (held for 181 of 365 days) = USD 16,131.51; now USD 16,131.51",
    );
  });
  it("of a deal lost in the period that pays it comes in the next one", () => {
    expect(told({ losses: [loss({ on: "2025-03-01" })] })[0]).toEqual(["commission acme 3200000"]);
    expect(told({ losses: [loss({ on: "2025-03-01" })] })[1]?.at(-1)).toMatch(/^clawback acme -/);
  });
  it("is not made by a loss outside the window, by another trigger, or under an exception", () => {
    const outside = loss({ on: "2026-02-10" });
    expect(told({ losses: [outside] }, [...quarters, "2026-Q1"]).flat()).toHaveLength(2);
    const churnOnly = withRule({ triggers: ["churn"] });
    expect(told({ assignment: churnOnly, losses: [loss({ trigger: "non_payment" })] }).flat()).toHaveLength(
      2,
    );
    expect(told({ losses: [loss({ exception: "our_breach" })] }).flat()).toHaveLength(2);
    expect(told({ losses: [loss({ exception: "notice" })] }).flat()).toHaveLength(3);
  });
  it("is given back when the loss is withdrawn", () => {
    const earlier = closeAll(["2025-Q1", "2025-Q2", "2025-Q3"], { deals, losses: [loss()] });
    const next = draftOf("2025-Q4", { deals, earlier, losses: [loss({ withdrawn: true })] });
    expect(shortLines(next.statement)).toEqual(["adjustment acme 1613151"]);
    const after = draftOf("2026-Q1", {
      deals,
      earlier: [...earlier, next.statement],
      losses: [loss({ withdrawn: true })],
    });
    expect(shortLines(after.statement)).toEqual([]);
  });
  it("of ARR lost in part takes back its share, and all losses of a deal together no more than was paid", () => {
    const half = loss({ trigger: "contraction", lost: "25000000", dealId: "acme" });
    const assignment = withRule({});
    expect(told({ assignment, losses: [half] })[2]).toEqual(["clawback acme -1600000"]);
    const both = [half, loss({ lossId: "l2", on: "2025-09-01" })];
    expect(told({ assignment, losses: both })[2]).toEqual([
      "clawback acme -1600000",
      "clawback acme -1600000",
    ]);
  });
  it("of what is left after ARR was lost in part takes its share of the rest alone, and so much is at risk", () => {
    const half = loss({ trigger: "contraction", lost: "25000000", dealId: "acme", on: "2025-05-10" });
    const rest = loss({ lossId: "l2", on: "2025-08-10" });
    const share = withRule({ method: { kind: "share", percent: "50" }, exceptions: ["our_breach"] });
    const taken = (assignment: typeof share, losses: object[]) =>
      told({ assignment, losses })
        .flat()
        .filter((line) => line.startsWith("clawback"));
    expect(taken(share, [half, rest])).toEqual(["clawback acme -800000", "clawback acme -800000"]);
    const months = withRule({ method: { kind: "pro_rata", per: "months" } });
    expect(taken(months, [half, rest])).toEqual(["clawback acme -1200000", "clawback acme -800000"]);
    // What went under an exception is gone as well, and a churn does not take it after all.
    expect(taken(share, [{ ...half, exception: "our_breach" }, rest])).toEqual(["clawback acme -800000"]);
    const open = { ...half, exception: "our_breach", withdrawn: true };
    expect(taken(share, [open, rest])).toEqual(["clawback acme -1600000"]);
    const earlier = closeAll(["2025-Q1"], { deals, assignment: share });
    const { exposed } = draftOf("2025-Q2", { deals, assignment: share, losses: [half], earlier });
    expect(exposed[0]).toMatchObject({ dealId: "acme", paid: 2_400_000n, atRisk: 800_000n });
  });
  it("goes by the day a deal took effect as it was when it was paid, whatever that day is corrected to", () => {
    const assignment = withRule({ from: "effective" });
    const on = (effectiveOn: string) => [{ ...deals[0]!, effectiveOn: day(effectiveOn) }];
    const churn = [loss({ on: "2025-12-20" })];
    const paid = { assignment, losses: churn, deals: on("2024-12-01") };
    const earlier = closeAll(quarters, paid);
    expect(earlier.map(shortLines)).toEqual([["commission acme 3200000"], [], [], []]);
    const edited = { ...paid, deals: on("2025-02-01"), earlier };
    expect(shortLines(draftOf("2026-Q1", edited).statement)).toEqual([]);
    const inside = { ...paid, losses: [loss({ on: "2025-11-30" })], earlier: earlier.slice(0, 3) };
    expect(shortLines(draftOf("2025-Q4", { ...inside, deals: on("2020-01-01") }).statement)).toEqual([
      "clawback acme -3200000",
    ]);
  });
  it("follows the tiers by how long the customer was held", () => {
    const tiers = [
      { before: { count: 90, unit: "days" as const }, percent: "100" },
      { before: { count: 180, unit: "days" as const }, percent: "50" },
    ];
    const assignment = withRule({ window: { count: 180, unit: "days" }, method: { kind: "tiers", tiers } });
    const on = (date: string) =>
      told({ assignment, losses: [loss({ on: date })] })
        .flat()
        .find((line) => line.startsWith("clawback"));
    expect(on("2025-05-10")).toBe("clawback acme -3200000");
    expect(on("2025-05-11")).toBe("clawback acme -1600000");
    expect(on("2025-08-08")).toBe("clawback acme -1600000");
    expect(on("2025-08-09")).toBeUndefined();
  });
  it("takes no more than its share of what a statement earns, and carries the rest forward or waives it", () => {
    const more = [
      ...deals,
      dealOf("hooli", 100_000, "2025-08-01"),
      dealOf("umbrella", 100_000, "2025-11-01"),
    ];
    const recover = (carryForward: boolean) => ({
      deals: more,
      losses: [loss()],
      assignment: withRule({ recovery: { most: "50", carryForward } }),
    });
    expect(told(recover(true)).slice(2)).toEqual([
      ["commission hooli 960000", "clawback acme -480000"],
      ["commission umbrella 960000", "clawback acme -480000"],
    ]);
    expect(told(recover(false)).slice(2)).toEqual([
      ["commission hooli 960000", "clawback acme -480000"],
      ["commission umbrella 960000"],
    ]);
    const earlier = closeAll(["2025-Q1", "2025-Q2"], recover(true));
    expect(draftOf("2025-Q3", { ...recover(true), earlier }).carried).toEqual([
      { dealId: "acme", account: "acme", lossId: "l1", amount: 2_720_000n },
    ]);
  });
  it("of several deals together takes no more than its share of what the statement earns", () => {
    const more = [...deals, dealOf("hooli", 100_000, "2025-08-01")];
    const assignment = withRule({ recovery: { most: "50", carryForward: true } });
    const both = [loss(), loss({ lossId: "l2", account: "globex", on: "2025-09-01" })];
    const earlier = closeAll(["2025-Q1", "2025-Q2"], { deals: more, assignment });
    const { statement, carried } = draftOf("2025-Q3", { deals: more, assignment, losses: both, earlier });
    expect(shortLines(statement)).toEqual(["commission hooli 960000", "clawback acme -480000"]);
    expect(carried.map(({ dealId, amount }) => [dealId, amount])).toEqual([
      ["acme", 2_720_000n],
      ["globex", 5_120_000n],
    ]);
  });
  it("of a deal that is learned of late, and lost already, comes after the statement that pays it", () => {
    const earlier = closeAll(["2025-Q1"], { deals, assignment: withRule({}) });
    const late = [...deals, dealOf("hooli", 100_000, "2025-03-01")];
    const given = {
      deals: late,
      losses: [loss({ account: "hooli", on: "2025-04-01" })],
      assignment: withRule({}),
    };
    const paid = draftOf("2025-Q2", { ...given, earlier }).statement;
    expect(shortLines(paid)).toEqual(["commission globex 5440000", "adjustment hooli 640000"]);
    const next = draftOf("2025-Q3", { ...given, earlier: [...earlier, paid] }).statement;
    expect(shortLines(next)).toEqual(["clawback hooli -640000"]);
  });
  it("never comes of an edited owner, split or plan: those are adjustments with their cause, or nothing", () => {
    const earlier = closeAll(["2025-Q1", "2025-Q2"], { deals });
    const edited = [{ ...deals[0]!, owner: { name: "Theo Novak", role: "ae" as const } }, deals[1]!];
    expect(shortLines(draftOf("2025-Q3", { deals: edited, earlier }).statement)).toEqual([]);
    const harsh = withRule({ window: { count: 36, unit: "months" } }, 2);
    const late = loss({ on: "2026-03-01" });
    const before = closeAll(quarters, { deals });
    expect(
      shortLines(draftOf("2026-Q1", { deals, earlier: before, losses: [late], assignment: harsh }).statement),
    ).toEqual([]);
  });
  it("is given back as far as what was paid is put right later", () => {
    const assignment = withRule({});
    const earlier = closeAll(["2025-Q1", "2025-Q2", "2025-Q3"], { deals, losses: [loss()], assignment });
    const halved = [{ ...deals[0]!, amount: "25000000" }, deals[1]!];
    const { statement } = draftOf("2025-Q4", { deals: halved, losses: [loss()], assignment, earlier });
    expect(shortLines(statement).filter((line) => line.includes("acme"))).toEqual([
      "adjustment acme -1600000",
      "adjustment acme 1600000",
    ]);
  });
  it("is not taken of what is put right in the same statement", () => {
    const earlier = closeAll(["2025-Q1", "2025-Q2"], { deals });
    const withdrawn = [{ ...deals[0]!, withdrawn: true }, deals[1]!];
    const { statement } = draftOf("2025-Q3", { deals: withdrawn, earlier, losses: [loss()] });
    expect(shortLines(statement)).toEqual(["adjustment acme -3200000", "adjustment globex -640000"]);
  });
});

describe("commission still at risk", () => {
  it("is told with the day it becomes safe and what a loss on the next day would take", () => {
    const earlier = closeAll(["2025-Q1"], { deals });
    expect(draftOf("2025-Q2", { deals, earlier }).exposed).toEqual([
      expect.objectContaining({ dealId: "acme", paid: 3_200_000n, atRisk: 1_963_836n, safeOn: "2026-02-10" }),
      expect.objectContaining({
        dealId: "globex",
        paid: 5_120_000n,
        atRisk: 4_530_849n,
        safeOn: "2026-05-20",
      }),
    ]);
  });
  it("is none once the window has passed or it was taken back", () => {
    const inputs = StatementInputs.parse({
      person: "Ravi Menon",
      period: "2026-Q1",
      assignment: raviOn(),
      deals,
    });
    const closed = closeAll(quarters, { deals });
    expect(exposureOn(closed, inputs, day("2026-02-08"))).toHaveLength(2);
    expect(exposureOn(closed, inputs, day("2026-02-09"))).toHaveLength(1);
    const full = withRule({});
    const lost = closeAll(quarters, { deals, losses: [loss()], assignment: full });
    expect(
      exposureOn(lost, { ...inputs, assignment: full }, day("2025-12-31")).map(({ dealId }) => dealId),
    ).toEqual(["globex"]);
  });
});
