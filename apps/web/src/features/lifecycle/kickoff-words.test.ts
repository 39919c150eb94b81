import { describe, expect, it } from "vitest";
import { criteriaAndKickoff } from "./kickoff-words.ts";

type Written = Parameters<typeof criteriaAndKickoff>[0];
const one = (criterion: string, at: string, counts: boolean) =>
  ({ criterion, at, counts }) as Written["criteria"][number];
const kickoffAt = "2026-10-07T14:00:00Z" as Written["kickoffAt"];
const early = one("adoption_trigger", "2026-10-05T09:40:00Z", true);

describe("criteria and kickoff", () => {
  it("count when they were written before it", () => {
    const { facts, means } = criteriaAndKickoff({ criteria: [early], kickoffAt });
    expect(facts).toMatch(/^Criteria written 5 Oct 2026.*, kickoff 7 Oct 2026/);
    expect(means).toMatch(/^They count/);
  });

  it("name what came too late", () => {
    const late = one("success_milestone", "2026-10-09T09:00:00Z", false);
    expect(criteriaAndKickoff({ criteria: [early, late], kickoffAt }).means).toBe(
      "Success milestone was written after it and cannot count.",
    );
  });

  it("are open until there is a kickoff", () => {
    expect(criteriaAndKickoff({ criteria: [early], kickoffAt: null }).means).toContain(
      "can still be changed",
    );
    expect(criteriaAndKickoff({ criteria: [], kickoffAt: null })).toEqual({
      facts: "No criterion is agreed, no kickoff yet.",
      means: "Agree them before the kickoff.",
    });
  });
});
