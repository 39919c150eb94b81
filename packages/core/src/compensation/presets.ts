import { BonusComponent, CommissionComponent, CompPlan } from "./plan.ts";
import type { CompensationPolicy } from "./policy.ts";

/** What a plan for AEs needs beside the house's choices. */
export interface AePlan {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly from: string;
  /** Commission in per cent of the ARR credited. */
  readonly rate: string;
  /** The retention bonus of a quarter in whole minor units; left out, there is none. */
  readonly bonus?: string;
}

/**
 * The plan that a company starts from: commission shared between the close and the NRR of the cohort, with a clawback, by
 * the house's choices, and a retention bonus beside it. Term: nrr-comp-plan.
 */
export function nrrCompPlan(policy: CompensationPolicy, { rate, bonus, ...plan }: AePlan): CompPlan {
  const { commissionAtClose, nrrPayout, clawbackShare, clawbackMonths, retentionBonusShare } = policy;
  const rest = 100 - commissionAtClose;
  const proportional = {
    points: [
      { at: "0", pays: "0" },
      { at: "100", pays: "100" },
    ],
    beyond: "level",
  };
  const atTarget = { points: [{ at: "100", pays: "100" }], beyond: "level" };
  const commission = CommissionComponent.parse({
    kind: "commission",
    id: "new-business",
    name: "New business",
    credit: { counts: ["new"] },
    rates: { bands: [{ from: "0", to: null, rate }] },
    atClose: String(commissionAtClose),
    onRetention: String(rest),
    retention: rest === 0 ? null : { payout: nrrPayout === "proportional" ? proportional : atTarget },
    clawback: {
      triggers: ["churn"],
      window: { count: clawbackMonths, unit: "months" },
      method: { kind: "share", percent: String(clawbackShare) },
      exceptions: ["closure", "our_breach"],
    },
  });
  const kept = bonus === undefined ? [] : [bonusOf(bonus, retentionBonusShare)];
  return CompPlan.parse({ ...plan, version: 1, team: "sales", components: [commission, ...kept] });
}

const bonusOf = (amount: string, share: number): BonusComponent =>
  BonusComponent.parse({
    kind: "retention_bonus",
    id: "retention-bonus",
    name: "Retention bonus",
    amount,
    share: String(share),
  });
