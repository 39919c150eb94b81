import { describe, expect, it } from "vitest";
import { account, accountId, attribute, facts, line, merge, split, told } from "../../test-oracle/build.ts";
import { movementsOf } from "./movements.ts";
import { houseLedgerPolicy } from "./policy.ts";

const movementsIn = (...lines: Parameters<typeof facts>[0]) =>
  movementsOf(facts(lines), houseLedgerPolicy)[0]?.movements ?? [];

describe("a return after churn", () => {
  const back = (from: string) =>
    movementsIn(line("1", { from: "2024-01-01", to: "2024-06-30" }), line("2", { net: "80", from }));

  it.each([
    ["89", "2024-09-28", "2024-01-01"],
    ["90", "2024-09-29", "2024-01-01"],
    ["91", "2024-09-30", "2024-09-30"],
  ])("after %s uncovered days, on %s, is in the life begun %s", (_, on, lifeBegan) => {
    expect(back(on).map((m) => [m.on, m.kind, m.lifeBegan])).toEqual([
      ["2024-01-01", "new", "2024-01-01"],
      ["2024-07-01", "churn", "2024-01-01"],
      [on, "reactivation", lifeBegan],
    ]);
  });
  it("begins a life at once where there is no window", () => {
    const lines = [line("1", { from: "2024-01-01", to: "2024-06-30" }), line("2", { from: "2024-08-01" })];
    const [ledger] = movementsOf(facts(lines), { ...houseLedgerPolicy, winbackDays: 0 });
    expect(ledger?.movements.at(-1)).toMatchObject({ kind: "reactivation", lifeBegan: "2024-08-01" });
  });
});

describe("contracts as they are", () => {
  it("a ramp rises year by year", () => {
    const ramp = [
      line("1", { net: "100", from: "2024-01-01", to: "2024-12-31", signed: "2023-12-15" }),
      line("2", { net: "150", from: "2025-01-01", to: "2025-12-31", signed: "2023-12-15", renews: "1" }),
      line("3", { net: "200", from: "2026-01-01", to: "2026-12-31", signed: "2023-12-15", renews: "2" }),
    ];
    expect(told(facts(ramp))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 expansion 5000",
      "2026-01-01 expansion 5000",
      "2027-01-01 churn -20000",
    ]);
    expect(movementsIn(...ramp)[1]?.parts.map((part) => part.reason)).toEqual(["escalator"]);
  });
  it("a co-termed add-on ends and renews with its contract", () => {
    const lines = [
      line("1", { net: "100", from: "2024-01-01", to: "2024-12-31" }),
      line("2", {
        net: "30",
        from: "2024-05-01",
        to: "2024-12-31",
        product: "Reports",
        productKind: "add_on",
      }),
      line("3", { net: "100", from: "2025-01-01", to: "2025-12-31", renews: "1" }),
      line("4", {
        net: "30",
        from: "2025-01-01",
        to: "2025-12-31",
        product: "Reports",
        productKind: "add_on",
        renews: "2",
      }),
    ];
    expect(told(facts(lines))).toEqual([
      "2024-01-01 new 10000",
      "2024-05-01 expansion 3000",
      "2026-01-01 churn -13000",
    ]);
  });
  it("an add-on that lapses and is renewed in time leaves no trace, and later it is two movements", () => {
    const platform = line("1", { net: "100", from: "2024-01-01" });
    const addOn = (id: string, from: string, to: string | null) =>
      line(id, { net: "30", from, to, product: "Reports", productKind: "add_on" });
    const first = addOn("2", "2024-01-01", "2024-12-31");
    expect(told(facts([platform, first, addOn("3", "2025-01-25", null)]))).toEqual(["2024-01-01 new 13000"]);
    expect(told(facts([platform, first, addOn("3", "2025-02-01", null)]))).toEqual([
      "2024-01-01 new 13000",
      "2025-01-01 contraction -3000",
      "2025-02-01 expansion 3000",
    ]);
  });
  it("a free month between paid ones is a loss and a return only beyond the grace", () => {
    const free = (to: string) => line("2", { net: "0", from: "2025-01-01", to });
    const paid = line("1", { from: "2024-01-01", to: "2024-12-31" });
    expect(told(facts([paid, free("2025-01-30"), line("3", { from: "2025-01-31" })]))).toEqual([
      "2024-01-01 new 10000",
    ]);
    expect(told(facts([paid, free("2025-01-31"), line("3", { from: "2025-02-01" })]))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 churn -10000",
      "2025-02-01 reactivation 10000",
    ]);
  });
  it("lines of thirds of a cent are added before they are rounded", () => {
    const third = (id: string) =>
      line(id, { of: "total", net: "0.01", from: "2024-01-01", to: "2026-12-31" });
    expect(told(facts([third("1")]))).toEqual([]);
    expect(told(facts([third("1"), third("2")]))).toEqual(["2024-01-01 new 1", "2027-01-01 churn -1"]);
    expect(told(facts([third("1"), third("2"), third("3")]))).toEqual([
      "2024-01-01 new 1",
      "2027-01-01 churn -1",
    ]);
  });
});

describe("two currencies on one account", () => {
  const dollars = line("1", { net: "100", from: "2024-01-01" });
  it("the second is growth, its loss is shrinking, and only the loss of both is churn", () => {
    const euros = line("2", {
      net: "50",
      from: "2024-03-01",
      to: "2024-08-31",
      currency: "EUR",
      product: "Reports",
    });
    expect(
      told(
        facts([{ ...dollars, endsOn: line("x", { from: "2024-01-01", to: "2024-10-31" }).endsOn }, euros]),
      ),
    ).toEqual([
      "2024-01-01 new 10000 USD",
      "2024-03-01 expansion 5000 EUR",
      "2024-09-01 contraction -5000 EUR",
      "2024-11-01 churn -10000 USD",
    ]);
  });
  it("a contract that changes currency is no churn", () => {
    const before = line("1", { net: "100", from: "2024-01-01", to: "2024-12-31" });
    const after = line("2", { net: "92", from: "2025-01-01", currency: "EUR", renews: "1" });
    expect(told(facts([before, after]))).toEqual([
      "2024-01-01 new 10000 USD",
      "2025-01-01 expansion 9200 EUR",
      "2025-01-01 contraction -10000 USD",
    ]);
  });
});

describe("who the customer is", () => {
  const mine = line("1", { account: "A", net: "100", from: "2024-01-01", to: "2024-06-30" });
  const theirs = line("2", { account: "B", net: "60", from: "2024-07-01" });

  it("two accounts are two customers", () => {
    expect(told(facts([mine, theirs]), {}, "A")).toEqual(["2024-01-01 new 10000", "2024-07-01 churn -10000"]);
    expect(told(facts([mine, theirs]), {}, "B")).toEqual(["2024-07-01 new 6000"]);
  });
  it("merged they are one, with one history", () => {
    const merged = facts([mine, theirs], { merges: [merge("B", "A")] });
    expect(told(merged)).toEqual(["2024-01-01 new 10000", "2024-07-01 contraction -4000"]);
    expect(told(merged, {}, "B")).toEqual([]);
  });
  it("a merge follows a merge", () => {
    const third = line("3", { account: "C", net: "5", from: "2024-03-01" });
    const merged = facts([mine, theirs, third], { merges: [merge("C", "B"), merge("B", "A")] });
    expect(movementsOf(merged, houseLedgerPolicy).map((l) => l.accountId)).toEqual([accountId("A")]);
  });
  it("a split gives some lines to another customer, for all time", () => {
    const both = [
      line("1", { net: "100", from: "2024-01-01" }),
      line("2", { net: "60", from: "2024-02-01" }),
    ];
    const parted = facts(both, { splits: [split("A", "S", ["2"])] });
    expect(told(parted)).toEqual(["2024-01-01 new 10000"]);
    expect(told(parted, {}, "S")).toEqual(["2024-02-01 new 6000"]);
  });
  it("by parent, subsidiaries are one customer, over as many steps as there are", () => {
    const group = facts([mine, theirs], {
      accounts: ["A", "B", "H", "G"].map(account),
      attributes: [
        attribute("A", "parent", "acc_H", "2024-01-01"),
        attribute("B", "parent", "acc_G", "2024-05-01"),
        attribute("H", "parent", "acc_G", "2024-01-01"),
      ],
    });
    expect(told(group, { identity: "parent" }, "G")).toEqual([
      "2024-01-01 new 10000",
      "2024-07-01 contraction -4000",
    ]);
    expect(told(group, { identity: "account" }, "A")).toHaveLength(2);
  });
  it("the newest parent is the parent, for all time", () => {
    const sold = facts([mine], {
      accounts: ["A", "H", "G"].map(account),
      attributes: [
        attribute("A", "parent", "acc_H", "2024-09-01"),
        attribute("A", "parent", "acc_G", "2024-01-01"),
      ],
    });
    expect(told(sold, { identity: "parent" }, "H")).toHaveLength(2);
    expect(told(sold, { identity: "parent" }, "G")).toHaveLength(0);
  });
  it("a ring of parents is one customer and no endless walk", () => {
    const ring = facts([mine, theirs], {
      accounts: ["A", "B"].map(account),
      attributes: [
        attribute("A", "parent", "acc_B", "2024-01-01"),
        attribute("B", "parent", "acc_A", "2024-01-01"),
      ],
    });
    expect(movementsOf(ring, { ...houseLedgerPolicy, identity: "parent" })).toHaveLength(1);
  });
});

describe("who brought the business in", () => {
  it("is named on the movement, and unknown is null", () => {
    const [start, more] = movementsIn(
      line("1", { from: "2024-01-01", sourcedBy: "Ada" }),
      line("2", { from: "2024-02-01", product: "Reports" }),
    );
    expect([start?.sourcedBy, more?.sourcedBy]).toEqual(["Ada", null]);
  });
  it("is who sourced the largest line of the day, of equal lines the one with the smaller id", () => {
    const lines = [
      line("3", { from: "2024-01-01", net: "50", sourcedBy: "Cem" }),
      line("2", { from: "2024-01-01", net: "80", sourcedBy: "Bea" }),
      line("1", { from: "2024-01-01", net: "80", sourcedBy: "Ada" }),
    ];
    expect(movementsIn(...lines).map((m) => m.sourcedBy)).toEqual(["Ada"]);
    expect(movementsIn(...lines.toReversed()).map((m) => m.sourcedBy)).toEqual(["Ada"]);
  });
});
