import type { MovementReason } from "../ledger/index.ts";
import type { AccountWindow } from "./account-window.ts";
import { inCohort, metrics, retainedFlows } from "./metrics.ts";
import type { Window } from "./window.ts";

/** The steps between opening and closing ARR, in the order they are shown. */
export const bridgeSteps = [
  "new",
  "reactivation",
  "expansion",
  "contraction",
  "churn",
  "moved_in",
  "moved_out",
  "fx",
] as const;
/** One step of the ARR bridge. */
export type BridgeStepKind = (typeof bridgeSteps)[number];

/** The steps of the opening cohort's bridge, from opening ARR to the numerator of NRR. */
export const cohortBridgeSteps = [
  "expansion",
  "contraction",
  "churn",
  "reactivation",
  "winback",
  "fx",
] as const;
/** One step of the opening cohort's bridge. */
export type CohortBridgeStepKind = (typeof cohortBridgeSteps)[number];

/** One step of a bridge: signed amount in minor units, accounts behind it, and its reasons where it has them. */
export interface BridgeStep<Kind extends string> {
  readonly kind: Kind;
  readonly amount: bigint;
  readonly accounts: number;
  readonly reasons: readonly { readonly reason: MovementReason; readonly amount: bigint }[];
}

/** A roll-forward: opening + steps = closing, exactly; `unexplained` is 0 or the ledger is broken. */
export interface Bridge<Kind extends string> {
  readonly opening: bigint;
  readonly openingAccounts: number;
  readonly steps: readonly BridgeStep<Kind>[];
  readonly closing: bigint;
  readonly closingAccounts: number;
  readonly unexplained: bigint;
}

type Reasons = AccountWindow["cohortReasons"];

function rollForward<Kind extends string>(
  kinds: readonly Kind[],
  accounts: readonly AccountWindow[],
  read: (w: AccountWindow) => {
    opening: bigint;
    closing: bigint;
    reasons: Reasons;
    amount: (kind: Kind) => bigint;
  },
): Bridge<Kind> {
  const rows = accounts.map(read);
  const total = (of: (row: (typeof rows)[number]) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n);
  const steps = kinds.map((kind): BridgeStep<Kind> => {
    const reasons = new Map<MovementReason, bigint>();
    if (kind === "expansion" || kind === "contraction")
      for (const row of rows)
        for (const [reason, amounts] of row.reasons) {
          const signed = kind === "expansion" ? amounts.expansion : -amounts.contraction;
          reasons.set(reason, (reasons.get(reason) ?? 0n) + signed);
        }
    return {
      kind,
      amount: total((row) => row.amount(kind)),
      accounts: rows.filter((row) => row.amount(kind) !== 0n).length,
      reasons: [...reasons]
        .filter(([, amount]) => amount !== 0n)
        .map(([reason, amount]) => ({ reason, amount })),
    };
  });
  const [opening, closing] = [total((row) => row.opening), total((row) => row.closing)];
  return {
    opening,
    openingAccounts: rows.filter((row) => row.opening > 0n).length,
    steps,
    closing,
    closingAccounts: rows.filter((row) => row.closing > 0n).length,
    unexplained: closing - opening - steps.reduce((sum, step) => sum + step.amount, 0n),
  };
}

/** The signed effect of one account on one step of the ARR bridge. */
export function bridgeAmount(w: AccountWindow, kind: BridgeStepKind): bigint {
  const { bridge } = w;
  if (kind === "moved_in") return bridge.movedIn;
  if (kind === "moved_out") return -bridge.movedOut;
  return kind === "contraction" || kind === "churn" ? -bridge[kind] : bridge[kind];
}

/** The signed effect of one account on one step of the opening cohort's bridge. */
export function cohortBridgeAmount(w: AccountWindow, kind: CohortBridgeStepKind, window: Window): bigint {
  const flows = retainedFlows(w, window);
  return kind === "contraction" || kind === "churn" ? -flows[kind] : flows[kind];
}

function retainedReasons(w: AccountWindow, window: Window): Reasons {
  if (window.policy.nrrMethod === "all_movements") return w.memberAtOpening ? w.flowReasons : new Map();
  return inCohort(w, window.policy) ? w.cohortReasons : new Map();
}

/** How the slice got from opening to closing ARR: attributes of each day decide who belongs, hence moved in and out. */
export function bridgeOf(window: Window): Bridge<BridgeStepKind> {
  return rollForward(bridgeSteps, window.accounts, (w) => ({
    opening: w.bridge.opening,
    closing: w.bridge.closing,
    reasons: w.bridge.reasons,
    amount: (kind) => bridgeAmount(w, kind),
  }));
}

/** How the ARR that NRR starts from got to what it counts at the close: NRR as a bridge, under the window's policy. */
export function cohortBridgeOf(window: Window): Bridge<CohortBridgeStepKind> {
  const { contribution } = metrics.nrr;
  return rollForward(cohortBridgeSteps, window.accounts, (w) => ({
    opening: retainedFlows(w, window).opening,
    closing: contribution(w, window).numerator,
    reasons: retainedReasons(w, window),
    amount: (kind) => cohortBridgeAmount(w, kind, window),
  }));
}
