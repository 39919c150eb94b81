import { describe, expect, it } from "vitest";
import { type Change, changeGroups } from "./change-groups.ts";

const change = (termId: string, of: Partial<Change> = {}) =>
  ({ termId, version: 1, proposal: null, proposedFor: null, ...of }) as Change;
const shared = { proposal: "p1" as NonNullable<Change["proposal"]>, proposedFor: "nrr", version: 2 };

describe("changeGroups", () => {
  it("tells the versions of one proposal as one, the term it was proposed for first", () => {
    const groups = changeGroups([
      change("churn"),
      change("cohort-nrr", shared),
      change("grr"),
      change("nrr", shared),
    ]);
    expect(groups.map(({ first, others }) => [first.termId, ...others.map(({ termId }) => termId)])).toEqual([
      ["churn"],
      ["nrr", "cohort-nrr"],
      ["grr"],
    ]);
  });
  it("keeps versions of the product apart", () => {
    expect(changeGroups([change("nrr"), change("nrr", { version: 2 })])).toHaveLength(2);
  });
});
