import { describe, expect, it } from "vitest";
import { Failure } from "../kernel/index.ts";
import { changedPlan, closeAll, dealOf, draftOf, raviOn, shortLines } from "./worked-plans.ts";

const first = dealOf("acme", 500_000, "2025-02-10", { movement: "acc_acme 2025-02-10 new" });
const second = dealOf("globex", 700_000, "2025-05-20");
const deals = [first, second];
const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];

describe("a late correction", () => {
  const earlier = closeAll(["2025-Q1"], { deals });
  const next = (corrected: object[], more: object = {}) =>
    draftOf("2025-Q2", { deals: corrected, earlier, ...more } as never)
      .statement.lines.filter(({ kind }) => kind === "adjustment")
      .map(({ dealId, amount, cause, forPeriod }) => ({ dealId, amount, cause, forPeriod }));

  it("is a line of the next open statement with its cause, and changes nothing that is closed", () => {
    const before = JSON.stringify(earlier);
    expect(next([{ ...first, amount: "40000000" }, second])).toEqual([
      {
        dealId: "acme",
        amount: "-640000",
        forPeriod: "2025-Q1",
        cause:
          "Credited with USD 400,000.00 and no longer USD 500,000.00: corrected after 2025-Q1 was closed.",
      },
    ]);
    expect(JSON.stringify(earlier)).toBe(before);
  });
  it("may be a deal that was not known, one that was withdrawn, one left out, and one of somebody else", () => {
    const late = dealOf("hooli", 100_000, "2025-03-01");
    expect(next([...deals, late])).toEqual([
      {
        dealId: "hooli",
        amount: "640000",
        forPeriod: "2025-Q1",
        cause: "Learned of after 2025-Q1 was closed.",
      },
    ]);
    expect(next([{ ...first, withdrawn: true }, second])[0]).toMatchObject({
      amount: "-3200000",
      cause: "No longer credited: The deal was withdrawn from the record. Share of 100 %: closer.",
    });
    const exclusions = [{ account: "acme", approver: "Mara Lind", reason: "House account" }];
    expect(next(deals, { exclusions })[0]?.cause).toMatch(/Left out by Mara Lind: House account/);
    const theo = { name: "Theo Novak", role: "ae" };
    expect(next([{ ...first, closer: theo }, second])[0]?.cause).toBe(
      "No longer credited to Ravi Menon: corrected after 2025-Q1 was closed.",
    );
  });
  it("says so when only the attainment before it moved", () => {
    const [, later] = closeAll(["2025-Q1", "2025-Q2"], { deals });
    const closed = [...earlier, ...(later ? [later] : [])];
    const hooli = dealOf("hooli", 400_000, "2025-03-01");
    const all = draftOf("2025-Q3", { deals: [...deals, hooli], earlier: closed }).statement.lines;
    expect(all.map(({ dealId, cause }) => `${dealId}: ${cause}`)).toEqual([
      "hooli: Learned of after 2025-Q1 was closed.",
      "globex: The attainment before it changed after 2025-Q2 was closed.",
    ]);
  });
  it("may move a deal to another quarter: its cohort and its window are those of the day that holds now", () => {
    const moved = [{ ...first, signedOn: "2025-05-02" }, second];
    const closed = [...earlier, draftOf("2025-Q2", { deals: moved, earlier }).statement];
    expect(closed.map(shortLines)).toEqual([
      ["commission acme 3200000"],
      ["commission acme 3200000", "commission globex 5120000", "adjustment acme -3200000"],
    ]);
    const { exposed } = draftOf("2025-Q3", { deals: moved, earlier: closed });
    expect(exposed.map(({ dealId, safeOn }) => [dealId, safeOn])).toEqual([
      ["acme", "2026-05-02"],
      ["globex", "2026-05-20"],
    ]);
    const matured = moved.map(({ dealId, account, amount, signedOn }) => ({
      dealId,
      account,
      opening: amount,
      closing: amount,
      measuredOn: signedOn.replace("2025", "2026"),
    }));
    const next = draftOf("2026-Q2", { deals: moved, earlier: closed, matured }).statement;
    expect(shortLines(next)).toEqual(["retention acme 800000", "retention globex 1280000"]);
    expect(next.lines[0]?.trace.arithmetic).toMatch(/^NRR of the cohort 2025-Q2 100 % pays 100 %/);
  });
  it("is made once", () => {
    const corrected = [{ ...first, amount: "40000000" }, second];
    const after = [...earlier, draftOf("2025-Q2", { deals: corrected, earlier }).statement];
    expect(shortLines(draftOf("2025-Q3", { deals: corrected, earlier: after }).statement)).toEqual([]);
  });
  it("is refused as silence: a paid deal that a new import leaves out has to be withdrawn", () => {
    expect(() => next([second])).toThrow(/Deal acme of acme was paid in 2025-Q1, and nothing is said of it/);
  });
  it("never comes of an edited plan: a closed period is reckoned by the plan it was paid by", () => {
    const generous = raviOn(changedPlan({ rates: { bands: [{ from: "0", to: null, rate: "50" }] } }, 2));
    expect(next(deals, { assignment: generous })).toEqual([]);
  });
});

describe("a mid-year change of plan", () => {
  it("counts attainment anew from the day the new plan holds, and leaves what was paid as it is", () => {
    const half = { ...raviOn(), to: "2025-06-30" } as never;
    const next = {
      ...raviOn(changedPlan({ rates: { bands: [{ from: "0", to: null, rate: "10" }] } }, 2)),
      from: "2025-07-01",
    } as never;
    const third = dealOf("hooli", 100_000, "2025-08-01");
    const all = [...deals, third];
    const statements = closeAll(quarters, (period) => ({
      deals: all,
      assignment: period < "2025-Q3" ? half : next,
    }));
    expect(statements.map(shortLines)).toEqual([
      ["commission acme 3200000"],
      ["commission globex 5120000"],
      ["commission hooli 800000"],
      [],
    ]);
  });
});

describe("a dispute that was resolved", () => {
  it("is an adjustment that names the line, the approver and the reason, once", () => {
    const earlier = closeAll(["2025-Q1"], { deals });
    const lineId = earlier[0]?.lines[0]?.lineId ?? "";
    const decisions = [
      { decisionId: "d1", lineId, amount: "50000", reason: "Split agreed by mail", approver: "Mara Lind" },
    ];
    const { statement } = draftOf("2025-Q2", { deals, earlier, decisions });
    expect(statement.lines.at(-1)).toMatchObject({
      kind: "adjustment",
      amount: "50000",
      pays: lineId,
      cause: "Split agreed by mail (Mara Lind)",
    });
    const again = draftOf("2025-Q3", { deals, earlier: [...earlier, statement], decisions });
    expect(shortLines(again.statement)).toEqual([]);
    expect(() =>
      draftOf("2025-Q2", { deals, earlier, decisions: [{ ...decisions[0]!, lineId: "none" }] }),
    ).toThrow(Failure);
  });
});
