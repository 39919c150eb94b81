import { describe, expect, it } from "vitest";
import { attribute, book, facts, line } from "../../test-oracle/build.ts";
import { day, month, rational } from "../kernel/index.ts";
import {
  type CohortGridQuestion,
  cohortCellMembers,
  cohortGridOf,
  cohortSummaries,
  firstProducts,
} from "./index.ts";

// A and B begin in the first quarter of 2025, C in the second; B leaves, A grows, C shrinks.
const company = facts(
  [
    line("1", { account: "A", net: "100", from: "2025-01-10" }),
    line("2", { account: "A", net: "50", from: "2025-05-01", product: "Reports" }),
    line("3", { account: "B", net: "60", from: "2025-02-01", to: "2025-08-31" }),
    line("4", { account: "C", net: "80", from: "2025-04-15", to: "2025-10-14", product: "Planner" }),
    line("5", { account: "C", net: "20", from: "2025-10-15", product: "Planner" }),
  ],
  {
    attributes: [
      attribute("A", "segment", "SMB", "2025-01-01"),
      attribute("A", "segment", "Mid", "2025-06-01"),
      attribute("B", "segment", "SMB", "2025-01-01"),
    ],
  },
);
const own = book(company);
const usual = { age: "quarter", through: day("2025-12-31"), lastClosed: month("2025-12") } as const;
const grid = (
  asked: Omit<CohortGridQuestion, "age" | "through" | "lastClosed"> & Partial<CohortGridQuestion>,
) =>
  cohortGridOf(own, { ...usual, ...asked }).map(({ cohort, accounts, cells }) => [
    cohort,
    accounts,
    cells.map(
      (cell) => `${cell.arr}/${cell.base} ${cell.accounts} of ${cell.members}${cell.open ? " open" : ""}`,
    ),
  ]);

describe("cohortGridOf", () => {
  it("follows those that began in one quarter over their quarters", () => {
    expect(grid({ by: "quarter" })).toEqual([
      [
        "2025-Q1",
        2,
        ["16000/16000 2 of 2", "21000/16000 2 of 2", "15000/16000 1 of 2", "15000/16000 1 of 2"],
      ],
      ["2025-Q2", 1, ["8000/8000 1 of 1", "8000/8000 1 of 1", "2000/8000 1 of 1"]],
    ]);
  });

  it("gathers by what an account was on its first day, whatever it became; who has no value stands last", () => {
    expect(grid({ by: "segment" }).map(([cohort, accounts]) => [cohort, accounts])).toEqual([
      ["SMB", 2],
      ["", 1],
    ]);
  });

  it("counts at a later age only members that have reached it, against what these began with", () => {
    const [only] = grid({ by: "currency" });
    expect(only).toEqual([
      "",
      3,
      ["24000/24000 3 of 3", "29000/24000 3 of 3", "17000/24000 2 of 3", "15000/16000 1 of 2"],
    ]);
  });

  it("gathers by the product the first ARR came from", () => {
    const products = firstProducts(own, company);
    expect(grid({ by: "product", products }).map(([cohort, accounts]) => [cohort, accounts])).toEqual([
      ["Platform", 2],
      ["Planner", 1],
    ]);
  });

  it("UX-31: tells the age that is going on as it stands and marks it open, when asked to; else leaves it out", () => {
    const now = { through: day("2025-11-10"), lastClosed: month("2025-10") };
    const ages = (open: boolean) => grid({ by: "quarter", open, ...now }).map(([, , cells]) => cells);
    expect(ages(false)).toEqual([
      ["16000/16000 2 of 2", "21000/16000 2 of 2", "15000/16000 1 of 2"],
      ["8000/8000 1 of 1", "8000/8000 1 of 1"],
    ]);
    expect(ages(true).map((cells) => (cells as string[]).at(-1))).toEqual([
      "15000/16000 1 of 2 open",
      "2000/8000 1 of 1 open",
    ]);
  });

  it("has steps of age of their own length beside cohorts of another", () => {
    const [first] = cohortGridOf(own, { ...usual, by: "year", age: "month", through: day("2026-02-28") });
    expect(first?.cells.map(({ on }) => on)).toEqual(["2025-12-31", "2026-01-31", "2026-02-28"]);
  });
});

describe("cohortCellMembers", () => {
  const members = (age: number) =>
    cohortCellMembers(own, { ...usual, by: "quarter" }, { cohort: "2025-Q1", age })?.map(
      (one) => `${one.name} ${one.outcome} ${one.base} to ${one.arr}`,
    );

  it("tells of each member what became of it, the largest change first", () => {
    expect(members(2)).toEqual(["acc_B churned 6000 to 0", "acc_A expanded 10000 to 15000"]);
    expect(members(0)).toEqual(["acc_A kept 10000 to 10000", "acc_B kept 6000 to 6000"]);
  });

  it("knows no cell that has not come", () => {
    expect(members(4)).toBeUndefined();
  });
});

describe("cohortSummaries", () => {
  it("weighs each cohort by what it began with, and takes the middle one", () => {
    const rows = cohortGridOf(own, { ...usual, by: "quarter" });
    const summary = cohortSummaries(rows, "nrr", 1)[2];
    expect(summary).toEqual({
      age: 2,
      cohorts: 2,
      mean: rational(17000n, 24000n),
      median: rational(19n, 32n),
    });
    expect(cohortSummaries(rows, "logo", 1)[2]?.mean).toEqual(rational(2n, 3n));
    expect(cohortSummaries(rows, "grr", 1)[1]?.mean).toEqual(rational(1n));
  });

  it("leaves out cohorts of fewer members than asked for, and says when none is left", () => {
    const rows = cohortGridOf(own, { ...usual, by: "quarter" });
    expect(cohortSummaries(rows, "nrr", 2)[2]).toMatchObject({ cohorts: 1, mean: rational(15n, 16n) });
    expect(cohortSummaries(rows, "nrr", 3)[2]).toEqual({ age: 2, cohorts: 0, mean: null, median: null });
  });
});
