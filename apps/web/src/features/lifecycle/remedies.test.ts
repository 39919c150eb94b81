import { describe, expect, it } from "vitest";
import type { Clause, Standing } from "./lifecycle.ts";
import { remediesOf } from "./remedies.ts";

type Written = Pick<Standing, "criteria" | "kickoffAt">;
const criterion = (name: string, counts: boolean) =>
  ({ criterion: name, counts }) as Standing["criteria"][number];
const before: Written = { criteria: [criterion("adoption_trigger", true)], kickoffAt: null };
const after: Written = {
  criteria: [criterion("adoption_trigger", true), criterion("success_milestone", false)],
  kickoffAt: "2026-03-04T10:00:00Z" as Written["kickoffAt"],
};
const clause = (id: string, state: Clause["state"] = "missing") => ({ id, state });
const ways = (
  of: Pick<Clause, "id" | "state">,
  standing: Written,
  { asksWaiver = false, not = "" }: { asksWaiver?: boolean; not?: string } = {},
) =>
  remediesOf(of, { standing, asksWaiver, has: () => true }, (key) => key !== not).map(({ label }) => label);

describe("what mends a clause", () => {
  it("is evidence for what was agreed in time", () => {
    expect(ways(clause("adoption_trigger"), after)).toEqual(["Attach evidence"]);
    expect(ways(clause("adoption_trigger", "stale"), after)).toEqual(["Attach evidence"]);
  });

  it("is agreeing it while there was no kickoff, and never after", () => {
    expect(ways(clause("success_milestone"), before)).toEqual(["Agree it"]);
    expect(ways(clause("success_milestone", "not_counted"), after)).toEqual([]);
  });

  it("is a waiver by whoever may, and asking for one by whoever may not", () => {
    const late = clause("success_milestone", "not_counted");
    expect(ways(late, after, { asksWaiver: true })).toEqual(["Waive"]);
    expect(ways(late, after, { asksWaiver: true, not: "waiver" })).toEqual(["Ask for a waiver"]);
  });

  it("is nothing for what holds, for what only usage shows, and for the flag before its criteria", () => {
    expect(ways(clause("adoption_trigger", "met"), after, { asksWaiver: true })).toEqual([]);
    expect(ways(clause("seat_share", "failing"), after, { asksWaiver: true })).toEqual([]);
    expect(ways(clause("csm_flag"), after, { asksWaiver: true })).toEqual([]);
  });
});
