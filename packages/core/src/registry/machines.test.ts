import { expect, it } from "vitest";
import { lifecycleStatechart } from "../lifecycle/index.ts";
import { releaseMoves, releaseStageNames, releaseStatechart } from "../releases/index.ts";
import { isTermId } from "./registry.ts";

it("the states of the machines, and what their moves ask, are terms of the glossary", () => {
  const states = [lifecycleStatechart, releaseStatechart].flatMap((chart) => Object.values(chart.states));
  const named = [
    ...states.map(({ meta }) => meta["term"]),
    ...Object.values(releaseStageNames).map(({ term }) => term),
    ...releaseMoves.flatMap(({ willAsk }) => willAsk.map(({ term }) => term)),
  ].filter((term) => term !== null);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((term) => term === undefined || !isTermId(term))).toEqual([]);
});
