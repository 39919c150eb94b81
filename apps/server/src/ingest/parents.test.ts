import { describe, expect, it } from "vitest";
import { check, csv, refusals, remarked } from "./testing.ts";

describe("parents", () => {
  it("in a circle refuse every account of the circle, and what hangs on it", () => {
    const result = check({ "a.csv": csv("id,name,parent", "1,A,2", "2,B,1", "3,C,", "4,D,4") });
    expect(refusals(result)).toEqual(["2 E_PARENT_CYCLE", "3 E_PARENT_CYCLE", "5 E_PARENT_CYCLE"]);
  });

  it("refuse the one dated row that would make an account its own parent", () => {
    const dated = csv("id,name,parent,effective_on", "1,A,1,2024-01-01", "1,A,,2025-01-01");
    expect(refusals(check({ "a.csv": dated }))).toEqual(["2 E_PARENT_CYCLE"]);
  });

  it("that are not known leave the account without one, which is said", () => {
    const result = check({ "a.csv": csv("id,name,parent", "1,A,99") });
    expect(result.report.counts.new).toBe(1);
    expect(remarked(result)).toContain("W_REF_UNKNOWN");
  });
});
