import { houseCompensationPolicy, nrrCompPlan } from "@termwise/core/compensation";
import { describe, expect, it } from "vitest";
import { checkedPlan } from "./check-plan.ts";

const plan = nrrCompPlan(houseCompensationPolicy, {
  id: "ae",
  name: "AE",
  currency: "USD",
  from: "2026-01-01",
  rate: "10",
  bonus: "200000",
});
const [commission, bonus] = plan.components;
const rated = (bands: object[]) => ({
  ...plan,
  components: [{ ...commission, rates: { scale: "quota", bands } }, bonus],
});

describe("a plan that is being written", () => {
  it("is read out clause by clause", () => {
    const { reading, faults } = checkedPlan(plan);
    expect(reading.map(({ clause }) => clause)).toEqual(["1 New business", "2 Retention bonus"]);
    expect(reading[0]?.text).toContain("80 % are paid at the close");
    expect(faults).toEqual([]);
  });
  it("names the clause of a fault, and the place in its table", () => {
    const gap = [
      { from: "0", to: "100", rate: "8" },
      { from: "110", to: null, rate: "12" },
    ];
    expect(checkedPlan(rated(gap)).faults).toEqual([
      {
        clause: "1 New business, rate table, band 2",
        weight: "refused",
        message: "Leaves a gap between 100 and 110.",
      },
    ]);
  });
  it("names the clause of what cannot even be read", () => {
    const { reading, faults } = checkedPlan(rated([{ from: "0", to: null, rate: "ten" }]));
    expect(reading).toEqual([]);
    expect(faults).toEqual([
      {
        clause: "1 New business, rate table, band 1",
        weight: "refused",
        message: "Rate is not a share in per cent of 0 or more, written as a plain decimal.",
      },
    ]);
    expect(checkedPlan({ ...plan, from: "soon" }).faults[0]?.clause).toBe("The plan");
    expect(checkedPlan("a plan").faults[0]?.clause).toBe("The plan");
  });
  it("points out a window that is longer than a contract's term, and does not refuse it", () => {
    const longer = {
      ...commission,
      clawback: { triggers: ["churn"], window: { count: 24, unit: "months" }, method: { kind: "full" } },
    };
    const { faults, reading } = checkedPlan({ ...plan, components: [longer] });
    expect(reading).toHaveLength(1);
    expect(faults.map(({ weight, clause }) => [weight, clause])).toEqual([
      ["warning", "1 New business, clawback, window"],
    ]);
  });
});
