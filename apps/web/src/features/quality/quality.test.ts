import { describe, expect, it } from "vitest";
import { sorted, verdictOf } from "./quality.ts";

const check = (looked: number, failing = 0, muted: { reason: string; until: string } | null = null) => ({
  looked,
  failing,
  muted,
});

describe("data quality", () => {
  it("says of a check that had nothing to look at that it is not checked yet, never that it is in order", () => {
    const groups = sorted([
      check(4, 2),
      check(9),
      check(0),
      check(3, 3, { reason: "known", until: "2027-01-01" }),
    ]);
    expect([groups.found, groups.inOrder, groups.notYet, groups.muted].map((group) => group.length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(groups.notYet).toEqual([check(0)]);
  });

  it.each([
    ["Every check passes", [check(1), check(2)]],
    ["2 checks passed; 1 not checked yet", [check(1), check(2), check(0)]],
    ["1 of 2 checks finds something", [check(1, 1), check(2)]],
    ["2 of 3 checks find something; 1 not checked yet", [check(1, 1), check(2, 1), check(3), check(0)]],
    ["Nothing is checked yet", [check(0), check(0)]],
  ])("%s", (verdict, checks) => {
    expect(verdictOf(sorted(checks))).toBe(verdict);
  });
});
