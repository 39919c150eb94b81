import { describe, expect, it } from "vitest";
import { createMachine, initialTransition, transition } from "xstate";
import { releaseMoveOf, releaseMoves, releaseStatechart } from "./moves.ts";
import { releaseEvents, releaseStages } from "./stages.ts";

describe("the moves of a feature", () => {
  it("lead through all stages in their order, one step at a time", () => {
    const forward = releaseMoves.filter(({ event }) => event !== "blocking_fault_found");
    expect(forward.map(({ from, to }) => [from, to])).toEqual(
      releaseStages.slice(1).map((stage, i) => [releaseStages[i], stage]),
    );
  });
  it("lead back only from release candidate to beta", () => {
    const back = releaseMoves.filter(
      ({ from, to }) => releaseStages.indexOf(to) < releaseStages.indexOf(from),
    );
    expect(back.map(({ from, to }) => [from, to])).toEqual([["release_candidate", "beta"]]);
  });
  it("are not guarded yet, and say what each guard will ask", () => {
    expect(releaseMoves.filter(({ guarded, willAsk }) => guarded || willAsk.length === 0)).toEqual([]);
  });
});

describe("the moves as an XState machine", () => {
  const machine = createMachine(releaseStatechart);

  it("are plain JSON that XState starts at Concept", () => {
    expect(JSON.parse(JSON.stringify(releaseStatechart))).toEqual(releaseStatechart);
    expect(initialTransition(machine)[0].value).toBe("concept");
  });
  it.each(releaseStages)("go from %s where the table goes, and nowhere else", (from) => {
    const here = machine.resolveState({ value: from });
    for (const event of releaseEvents) {
      expect([event, transition(machine, here, { type: event })[0].value]).toEqual([
        event,
        releaseMoveOf(from, event) ?? from,
      ]);
      expect([event, here.can({ type: event })]).toEqual([event, releaseMoveOf(from, event) !== null]);
    }
  });
});
