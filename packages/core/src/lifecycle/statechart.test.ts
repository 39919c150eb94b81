import { describe, expect, it } from "vitest";
import { createMachine, initialTransition, transition } from "xstate";
import { events, moveOf, places } from "./machine.ts";
import { lifecycleStatechart } from "./statechart.ts";

/** The machine as somebody runs it whose customer's evidence has earned one stage. */
const machineWith = (earned: string) =>
  createMachine(lifecycleStatechart, {
    guards: { earned: (_: unknown, params: unknown) => (params as { stage: string }).stage === earned },
    actions: { mark: () => undefined },
  });

describe("the lifecycle as an XState machine", () => {
  it("is plain JSON that XState starts at Prospect", () => {
    expect(JSON.parse(JSON.stringify(lifecycleStatechart))).toEqual(lifecycleStatechart);
    expect(initialTransition(machineWith("won"))[0].value).toBe("prospect");
  });
  it("has a state for each place", () => {
    expect(Object.keys(lifecycleStatechart.states)).toEqual([...places]);
  });
  it.each(
    places.flatMap((place) => ["adopted", "onboarded", "won"].map((earned) => [place, earned] as const)),
  )("goes from %s, %s being earned, where the table goes, and nowhere else", (from, earned) => {
    const machine = machineWith(earned);
    const here = machine.resolveState({ value: from });
    for (const event of events) {
      const target = moveOf(from, event);
      const to = target === null || target === "same" ? from : target === "earned" ? earned : target;
      expect([event, transition(machine, here, { type: event })[0].value]).toEqual([event, to]);
      expect([event, here.can({ type: event })]).toEqual([event, target !== null]);
    }
  });
});
