import { type ChurnReason, churnReasons } from "@termwise/core/facts";
import { movementReasons } from "@termwise/core/ledger";
import {
  type Bridge,
  bridgeAmount,
  bridgeOf,
  bridgeReasons,
  bridgeSteps,
  type Contributor,
  cohortBridgeAmount,
  cohortBridgeOf,
  cohortBridgeSteps,
  points,
  retainedFlows,
  type SaidOfLoss,
  type Window,
} from "@termwise/core/retention";
import { z } from "zod";

const reasonsSaid = Object.keys(churnReasons) as [ChurnReason, ...ChurnReason[]];

/** A step of a bridge, one of its ends, or a reason within a step: `bridge:churn`, `bridge:expansion:seats`, `cohort:churn`. */
export const Step = z.union([
  z.templateLiteral([z.literal("bridge:"), z.enum(["opening", ...bridgeSteps, "closing"])]),
  z.templateLiteral([z.enum(["bridge:expansion:", "bridge:contraction:"]), z.enum(movementReasons)]),
  z.templateLiteral([z.literal("bridge:churn:"), z.enum([...reasonsSaid, "unsaid"])]),
  z.templateLiteral([z.literal("cohort:"), z.enum(cohortBridgeSteps)]),
]);
/** A step of a bridge, one of its ends, or a reason within a step. */
export type Step = z.infer<typeof Step>;

type Of = Window["accounts"][number];

/** The accounts behind a step, what the bridge itself says the step is, and what effects are told as points of. */
export interface StepAccounts {
  readonly rows: readonly Contributor[];
  readonly amount: bigint;
  readonly opening: bigint;
}

/** What a bridge says a step, an end or a reason is. */
function toldBy(bridge: Bridge<string>, kind: string, reason: string | undefined): bigint {
  if (kind === "opening" || kind === "closing") return bridge[kind];
  const step = bridge.steps.find((one) => one.kind === kind);
  if (reason === undefined) return step?.amount ?? 0n;
  return step?.reasons.find((one) => one.reason === reason)?.amount ?? 0n;
}

/** The accounts that make up a step; their amounts add up to it. */
export function stepContributors(window: Window, step: Step, said: SaidOfLoss): StepAccounts {
  const [of, kind = "", reason] = step.split(":");
  const bridge: Bridge<string> = of === "bridge" ? bridgeOf(window, said) : cohortBridgeOf(window);
  const amountOf = (w: Of): bigint => {
    if (of !== "bridge") {
      const cohort = cohortBridgeSteps.find((candidate) => candidate === kind);
      return cohort ? cohortBridgeAmount(w, cohort, window) : 0n;
    }
    if (kind === "opening" || kind === "closing") return w.bridge[kind];
    const own = bridgeSteps.find((candidate) => candidate === kind);
    if (own === undefined) return 0n;
    if (reason === undefined) return bridgeAmount(w, own);
    return [...bridgeReasons(w, own, said)].find(([name]) => name === reason)?.[1] ?? 0n;
  };
  const rows = window.accounts.flatMap((w): Contributor[] => {
    const numerator = amountOf(w);
    if (numerator === 0n) return [];
    const { accountId, name } = w.account;
    const base = of === "bridge" ? w.bridge.opening : retainedFlows(w, window).opening;
    const effect = points(numerator, bridge.opening);
    return [
      { accountId, name, opening: base, closing: w.held.closing, numerator, denominator: null, effect },
    ];
  });
  return { rows, amount: toldBy(bridge, kind, reason), opening: bridge.opening };
}
