import { overlapFaults, PlanAssignment, planFaults } from "@termwise/core/compensation";
import { day } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { demoCompensation } from "./script.ts";

describe.each(["2026-11-28", "2027-01-01", "2026-03-31", "2028-07-15"])(
  "pay at the demo company on %s",
  (today) => {
    const { periods, plans, assignments, disputes, splits } = demoCompensation(day(today));
    it("has plans without a fault, which nobody has two of", () => {
      expect(plans.flatMap((plan) => planFaults(plan, 12))).toEqual([]);
      expect(
        overlapFaults(
          assignments.map(({ acknowledged: _letter, ...assignment }) => PlanAssignment.parse(assignment)),
        ),
      ).toEqual([]);
    });
    it("pays two years of quarters that are over, and changes a plan in the middle of one of them", () => {
      expect(periods).toHaveLength(8);
      expect(periods.at(-1)?.to.localeCompare(today)).toBe(-1);
      const [, second] = plans;
      expect(second?.from.slice(5)).toBe("07-01");
      expect(periods.findIndex(({ from }) => from === second?.from)).toBeGreaterThan(1);
    });
    it("speaks of statements that there are, and of people who are paid", () => {
      const paid = new Set(assignments.map(({ person }) => person));
      for (const { person, nth } of [...disputes, ...splits]) {
        expect(paid).toContain(person);
        expect(periods[nth]).toBeDefined();
      }
    });
  },
);
