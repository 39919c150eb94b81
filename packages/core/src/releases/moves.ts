import type { Statechart } from "../kernel/index.ts";
import { type ReleaseEvent, type ReleaseStage, releaseStageNames, releaseStages } from "./stages.ts";

/** The version of {@link releaseMoves}: it counts up whenever the table changes. */
export const releaseMachineVersion = 1;

/** A move of a feature: what happens, from where, to where, and what will have to hold for it. */
export interface ReleaseMove {
  readonly event: ReleaseEvent;
  readonly from: ReleaseStage;
  readonly to: ReleaseStage;
  /** Whether anything is checked today. `false` for all: the order is data, the guards come with releases. */
  readonly guarded: boolean;
  /** What the guard is going to ask, each with the term that defines it. */
  readonly willAsk: readonly { readonly term: string; readonly what: string }[];
}

const move = (
  event: ReleaseEvent,
  from: ReleaseStage,
  to: ReleaseStage,
  ...willAsk: ReleaseMove["willAsk"]
): ReleaseMove => ({ event, from, to, guarded: false, willAsk });

/**
 * Every move there is. One step at a time; back only from release candidate to beta, for a blocking fault. An MVP is a
 * scope and early access a program: neither is a stage.
 */
export const releaseMoves: readonly ReleaseMove[] = [
  move("alpha_begun", "concept", "alpha", {
    term: "design-partner",
    what: "At most three accounts from outside, each a design partner.",
  }),
  move("beta_begun", "alpha", "beta", {
    term: "beta",
    what: "Each member has the reasons on record for which it was chosen.",
  }),
  move("scope_closed", "beta", "release_candidate", {
    term: "rc",
    what: "Nothing new goes in any more.",
  }),
  move("blocking_fault_found", "release_candidate", "beta", {
    term: "rc",
    what: "The fault that blocks is named.",
  }),
  move(
    "made_available",
    "release_candidate",
    "general_availability",
    { term: "active-use", what: "What counts as active use is agreed by CS and Product before the day." },
    { term: "cs-pre-brief", what: "CSMs have been briefed before customers can see it." },
  ),
  move(
    "end_announced",
    "general_availability",
    "deprecated",
    { term: "deprecation", what: "There is a notice period and a way to move on." },
    { term: "csm", what: "Every account that uses it was spoken to before the public notice." },
  ),
  move("removed", "deprecated", "sunset", {
    term: "migration-status",
    what: "Accounts that have not moved are known, called and escalated.",
  }),
];

/** Where an event leads a feature from a stage; `null`: it cannot happen there. */
export function releaseMoveOf(from: ReleaseStage, event: ReleaseEvent): ReleaseStage | null {
  return releaseMoves.find((one) => one.from === from && one.event === event)?.to ?? null;
}

/** The moves of a feature as a state machine for XState 5: plain data, made from {@link releaseMoves}. */
export const releaseStatechart: Statechart = {
  id: "feature-release",
  version: String(releaseMachineVersion),
  description: "How far a feature is on its way to customers, and out of the product again.",
  initial: "concept",
  states: Object.fromEntries(
    releaseStages.map((stage) => {
      const { name, term, seenBy } = releaseStageNames[stage];
      const leaving = releaseMoves.filter(({ from }) => from === stage);
      return [
        stage,
        {
          ...(leaving.length === 0 ? { type: "final" as const } : {}),
          description: `Can be used by ${seenBy}.`,
          tags: [],
          meta: { name, term },
          on: Object.fromEntries(leaving.map(({ event, to }) => [event, [{ target: to }]])),
        },
      ];
    }),
  ),
};
