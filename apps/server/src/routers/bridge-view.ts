import { type ChurnReason, churnReasons } from "@termwise/core/facts";
import { type Currency, type Day, opensOn, type Period } from "@termwise/core/kernel";
import type { MovementReason } from "@termwise/core/ledger";
import { type Bridge, points, type StepReason } from "@termwise/core/retention";

/** What the steps of a bridge are called. */
export const stepNames: Readonly<Record<string, string>> = {
  new: "New",
  reactivation: "Reactivation",
  expansion: "Expansion",
  contraction: "Contraction",
  churn: "Churn",
  winback: "Win-back",
  moved_in: "Moved in",
  moved_out: "Moved out",
  fx: "FX effect",
};

/** What the reasons of a movement are called. */
const reasonNames: Readonly<Record<MovementReason, string>> = {
  seats: "Seats",
  price: "Price",
  escalator: "Price escalator",
  tier: "Plan change",
  cross_sell: "Cross-sell",
  module: "Add-on",
  region: "New region",
  start: "Start",
  end: "End",
};

/** A reason as a page says it: of a loss what was said, of other steps what the ledger tells. */
export function reasonName(step: string, reason: StepReason): string {
  if (reason === "unsaid") return "No reason on record";
  if (step === "churn") return churnReasons[reason as ChurnReason]?.name ?? reason;
  return reasonNames[reason as MovementReason] ?? reason;
}

/** A bridge as a page reads it: named steps with their effect in percentage points of the opening. */
export interface BridgeView {
  readonly currency: Currency;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly opening: bigint;
  readonly openingAccounts: number;
  readonly closing: bigint;
  readonly closingAccounts: number;
  readonly closingPp: string | null;
  readonly unexplained: bigint;
  readonly steps: readonly {
    readonly step: string;
    readonly name: string;
    readonly amount: bigint;
    readonly accounts: number;
    readonly pp: string | null;
    readonly reasons: readonly {
      reason: StepReason;
      name: string;
      amount: bigint;
      accounts: number;
      pp: string | null;
    }[];
  }[];
}

/** Names the steps of a bridge and tells each one's effect on the opening. Steps without any account are left out, unless they are what every bridge shows. */
export function bridgeView(bridge: Bridge<string>, period: Period, currency: Currency): BridgeView {
  const always = new Set(["expansion", "contraction", "churn"]);
  const { opening } = bridge;
  return {
    currency,
    opensOn: opensOn(period),
    closesOn: period.to,
    opening,
    openingAccounts: bridge.openingAccounts,
    closing: bridge.closing,
    closingAccounts: bridge.closingAccounts,
    closingPp: points(bridge.closing, opening),
    unexplained: bridge.unexplained,
    steps: bridge.steps
      .filter((step) => step.amount !== 0n || step.accounts > 0 || always.has(step.kind))
      .map((step) => ({
        step: step.kind,
        name: stepNames[step.kind] ?? step.kind,
        amount: step.amount,
        accounts: step.accounts,
        pp: points(step.amount, opening),
        reasons: step.reasons.map(({ reason, amount, accounts }) => ({
          reason,
          name: reasonName(step.kind, reason),
          amount,
          accounts,
          pp: points(amount, opening),
        })),
      })),
  };
}
