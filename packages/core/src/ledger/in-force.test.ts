import { describe, expect, it } from "vitest";
import { account, attribute, facts, line, merge, told } from "../../test-oracle/build.ts";
import { lastDay } from "../kernel/index.ts";

const year = line("1", { net: "100", from: "2024-01-01", to: "2024-12-31" });

describe("a contract line", () => {
  it("counts from its first day, and its loss is booked the day after its last", () => {
    expect(told(facts([year]))).toEqual(["2024-01-01 new 10000", "2025-01-01 churn -10000"]);
  });
  it("without an end goes on", () => {
    expect(told(facts([line("1", { from: "2024-01-01" })]))).toEqual(["2024-01-01 new 10000"]);
  });
  it("to the last day there is has no end, under any day of churn", () => {
    for (const churnOn of ["end", "notice", "end_plus_grace"] as const)
      expect(told(facts([line("1", { from: "2024-01-01", to: lastDay })]), { churnOn })).toEqual([
        "2024-01-01 new 10000",
      ]);
  });
  it("of one day is won and lost", () => {
    expect(told(facts([line("1", { from: "2024-02-29", to: "2024-02-29" })]))).toEqual([
      "2024-02-29 new 10000",
      "2024-03-01 churn -10000",
    ]);
  });
  it("that is free moves nothing", () => {
    expect(told(facts([line("1", { net: "0", from: "2024-01-01", to: "2024-12-31" })]))).toEqual([]);
  });
});

describe("a plan switch on one day", () => {
  const premium = line("2", { net: "160", product: "Premium", from: "2025-01-01" });
  it("is one expansion, never churn and new", () => {
    expect(told(facts([year, premium]))).toEqual(["2024-01-01 new 10000", "2025-01-01 expansion 6000"]);
  });
  it("at the same price moves nothing", () => {
    const same = line("2", { net: "100", product: "Premium", from: "2025-01-01" });
    expect(told(facts([year, same]))).toEqual(["2024-01-01 new 10000"]);
  });
  it("is one expansion whatever the day of churn", () => {
    const noticed = { ...year, noticeOn: line("x", { from: "2024-10-01" }).startsOn };
    for (const churnOn of ["notice", "end_plus_grace"] as const)
      expect(told(facts([noticed, premium]), { churnOn })).toEqual([
        "2024-01-01 new 10000",
        "2025-01-01 expansion 6000",
      ]);
  });
});

describe("a late renewal", () => {
  const renewal = (from: string, renews: string | null = "1", product = "Platform") =>
    line("2", { net: "120", from, renews, product });

  it("30 days late is back-filled at its own amount", () => {
    expect(told(facts([year, renewal("2025-01-31")]))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 expansion 2000",
    ]);
  });
  it("31 days late is churn and a return", () => {
    expect(told(facts([year, renewal("2025-02-01")]))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 churn -10000",
      "2025-02-01 reactivation 12000",
    ]);
  });
  it("is known by its product where it names no line", () => {
    expect(told(facts([year, renewal("2025-01-20", null)]))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 expansion 2000",
    ]);
  });
  it("is any line, where the account would be at zero", () => {
    expect(told(facts([year, renewal("2025-01-20", null, "Premium")]))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 expansion 2000",
    ]);
  });
  it("is not a line of another product, where the account holds something else", () => {
    const support = line("3", { net: "10", product: "Support", from: "2024-01-01" });
    expect(told(facts([year, support, renewal("2025-01-20", null, "Premium")]))).toEqual([
      "2024-01-01 new 11000",
      "2025-01-01 contraction -10000",
      "2025-01-20 expansion 12000",
    ]);
  });
  it("of one record stays one, whatever the records it is joined with hold", () => {
    const lines = [
      year,
      line("2", { net: "120", from: "2025-01-20", to: "2025-12-31" }),
      line("3", { account: "B", net: "60", from: "2024-06-01" }),
    ];
    const one = [
      "2024-01-01 new 10000",
      "2024-06-01 expansion 6000",
      "2025-01-01 expansion 2000",
      "2026-01-01 contraction -12000",
    ];
    expect(told(facts(lines, { merges: [merge("B", "A")] }))).toEqual(one);
    const group = facts(lines, {
      accounts: ["A", "B"].map(account),
      attributes: [attribute("B", "parent", "acc_A", "2024-01-01")],
    });
    expect(told(group, { identity: "parent" })).toEqual(one);
  });
  it("is one too where it comes on another record of the customer, which would be at zero", () => {
    const moved = line("2", { account: "B", net: "120", from: "2025-01-20", product: "Premium" });
    expect(told(facts([year, moved], { merges: [merge("B", "A")] }))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 expansion 2000",
    ]);
  });
  it("for less is one contraction on the first day of the gap", () => {
    expect(told(facts([year, line("2", { net: "70", from: "2025-01-15", renews: "1" })]))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 contraction -3000",
    ]);
  });
  it("is churn without a grace", () => {
    expect(told(facts([year, renewal("2025-01-02")]), { graceDays: 0 })).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 churn -10000",
      "2025-01-02 reactivation 12000",
    ]);
  });
});

describe("a line that starts before another has ended", () => {
  it("takes its place from its start, where it renews it", () => {
    expect(told(facts([year, line("2", { net: "150", from: "2024-10-01", renews: "1" })]))).toEqual([
      "2024-01-01 new 10000",
      "2024-10-01 expansion 5000",
    ]);
  });
  it("takes its place also where that has no end", () => {
    const open = line("1", { net: "100", from: "2024-01-01" });
    const less = line("2", { net: "40", from: "2024-06-01", renews: "1" });
    expect(told(facts([open, less]))).toEqual(["2024-01-01 new 10000", "2024-06-01 contraction -6000"]);
  });
  it("takes its place for good when both start on one day", () => {
    expect(told(facts([year, line("2", { net: "150", from: "2024-01-01", renews: "1" })]))).toEqual([
      "2024-01-01 new 15000",
    ]);
  });
  it("adds up, where it renews nothing", () => {
    const more = line("2", { net: "50", from: "2024-10-01", to: "2025-06-30" });
    expect(told(facts([year, more]))).toEqual([
      "2024-01-01 new 10000",
      "2024-10-01 expansion 5000",
      "2025-01-01 contraction -10000",
      "2025-07-01 churn -5000",
    ]);
  });
  it("ends what it renews even when it is free", () => {
    expect(told(facts([year, line("2", { net: "0", from: "2024-10-01", renews: "1" })]))).toEqual([
      "2024-01-01 new 10000",
      "2024-10-01 churn -10000",
    ]);
  });
  it("ends what it renews even when it is a one-time charge", () => {
    const bought = line("2", { net: "900", lineKind: "one_time", from: "2024-10-01", renews: "1" });
    expect(told(facts([year, bought]))).toEqual(["2024-01-01 new 10000", "2024-10-01 churn -10000"]);
  });
});

describe("churn on notice", () => {
  const noticed = line("1", { net: "100", from: "2024-01-01", to: "2024-12-31", notice: "2024-10-01" });
  const onNotice = (...others: Parameters<typeof facts>[0]) =>
    told(facts([noticed, ...others]), { churnOn: "notice" });

  it("books the loss on the day notice is given", () => {
    expect(onNotice()).toEqual(["2024-01-01 new 10000", "2024-10-01 churn -10000"]);
  });
  it("books it at the end when notice came later", () => {
    const late = line("1", { from: "2024-01-01", to: "2024-03-31", notice: "2024-05-01" });
    expect(told(facts([late]), { churnOn: "notice" })).toEqual([
      "2024-01-01 new 10000",
      "2024-04-01 churn -10000",
    ]);
  });
  it("ends a line without an end", () => {
    const open = line("1", { from: "2024-01-01", notice: "2024-10-01" });
    const next = line("2", { from: "2025-06-01" });
    expect(told(facts([open, next]), { churnOn: "notice" })).toEqual([
      "2024-01-01 new 10000",
      "2024-10-01 churn -10000",
      "2025-06-01 reactivation 10000",
    ]);
  });
  it("is no loss where a renewal follows", () => {
    expect(onNotice(line("2", { net: "90", from: "2025-01-01" }))).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 contraction -1000",
    ]);
  });
  it("is a loss although more of the product was bought beside it", () => {
    const more = line("2", { net: "20", from: "2024-03-01", to: "2024-12-31", notice: "2024-10-01" });
    expect(onNotice(more)).toEqual([
      "2024-01-01 new 10000",
      "2024-03-01 expansion 2000",
      "2024-10-01 churn -12000",
    ]);
  });
});

describe("churn once the grace has run out", () => {
  const policy = { churnOn: "end_plus_grace" } as const;
  it("books the loss on the first day after the grace", () => {
    expect(told(facts([year]), policy)).toEqual(["2024-01-01 new 10000", "2025-01-31 churn -10000"]);
  });
  it("changes nothing where a renewal came in time", () => {
    const next = line("2", { net: "120", from: "2025-01-31", to: "2025-12-31", renews: "1" });
    expect(told(facts([year, next]), policy)).toEqual([
      "2024-01-01 new 10000",
      "2025-01-01 expansion 2000",
      "2026-01-31 churn -12000",
    ]);
  });
  it("books what lapses beside other lines at its end: the customer has not left", () => {
    const support = line("2", { net: "10", product: "Support", from: "2024-01-01" });
    expect(told(facts([year, support]), policy)).toEqual([
      "2024-01-01 new 11000",
      "2025-01-01 contraction -10000",
    ]);
  });
});
