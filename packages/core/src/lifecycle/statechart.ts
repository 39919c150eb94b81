import type { Statechart, StatechartMove, StatechartState } from "../kernel/index.ts";
import { type LifecycleEvent, machineVersion, moves, type Place, places, type Target } from "./machine.ts";
import { stageNames } from "./names.ts";

/** Where "the stage that evidence has earned" can be, furthest first, so that the first guard that holds decides. */
const earnedStages = ["adopted", "onboarded", "won"] as const;

function answers(target: Target): StatechartMove[] {
  if (target === "same") return [{ actions: ["mark"], description: "It stays, and is marked." }];
  if (target !== "earned") return [{ target }];
  return earnedStages.map((stage) => ({
    target: stage,
    guard: { type: "earned", params: { stage } },
    description: `When ${stageNames[stage]} is the stage that evidence has earned.`,
  }));
}

const marks = {
  prospect: ["before"],
  won: ["earned"],
  onboarded: ["earned"],
  adopted: ["earned"],
  expansion: ["motion"],
  renewal: ["motion"],
  churn: ["end"],
} as const satisfies Record<Place, readonly string[]>;

function stateOf(place: Place): StatechartState {
  const name = place === "prospect" ? "Prospect" : stageNames[place];
  return {
    description: place === "prospect" ? "Nothing is won yet." : name,
    tags: marks[place],
    meta: { name, term: place === "prospect" ? null : place },
    on: Object.fromEntries(
      (Object.entries(moves[place]) as [LifecycleEvent, Target][]).map(([event, target]) => [
        event,
        answers(target),
      ]),
    ),
  };
}

/**
 * The table of moves as a state machine for XState 5: plain data, made from {@link moves}. Whoever runs it says what the
 * guard `earned` answers (whether evidence has earned the stage named in its params) and what the action `mark` does.
 */
export const lifecycleStatechart: Statechart = {
  id: "lifecycle",
  version: String(machineVersion),
  description: "Where a customer stands, and what can move it.",
  initial: "prospect",
  states: Object.fromEntries(places.map((place) => [place, stateOf(place)])),
};
