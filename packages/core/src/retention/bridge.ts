import type { ChurnReason } from "../facts/index.ts";
import type { AccountId, Day } from "../kernel/index.ts";
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

/** Why ARR moved within a step: the ledger's reasons of growth and shrinking, what was said of a loss, or `unsaid`. */
export type StepReason = MovementReason | ChurnReason | "unsaid";

/** Why a customer left that was lost on a day, as it stands on record; `null`: nobody has said. */
export type SaidOfLoss = (accountId: AccountId, lostOn: Day) => ChurnReason | null;

/** One step of a bridge: signed amount in minor units, accounts behind it, and its reasons where it has them. */
export interface BridgeStep<Kind extends string> {
  readonly kind: Kind;
  readonly amount: bigint;
  readonly accounts: number;
  readonly reasons: readonly {
    readonly reason: StepReason;
    readonly amount: bigint;
    readonly accounts: number;
  }[];
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
type StepReasons = ReadonlyMap<StepReason, bigint>;

function rollForward<Kind extends string>(
  kinds: readonly Kind[],
  accounts: readonly AccountWindow[],
  read: (w: AccountWindow) => {
    opening: bigint;
    closing: bigint;
    reasons: (kind: Kind) => StepReasons;
    amount: (kind: Kind) => bigint;
  },
): Bridge<Kind> {
  const rows = accounts.map(read);
  const total = (of: (row: (typeof rows)[number]) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n);
  const steps = kinds.map((kind): BridgeStep<Kind> => {
    const reasons = new Map<StepReason, { amount: bigint; accounts: number }>();
    for (const row of rows)
      for (const [reason, signed] of row.reasons(kind)) {
        if (signed === 0n) continue;
        const { amount, accounts } = reasons.get(reason) ?? { amount: 0n, accounts: 0 };
        reasons.set(reason, { amount: amount + signed, accounts: accounts + 1 });
      }
    return {
      kind,
      amount: total((row) => row.amount(kind)),
      accounts: rows.filter((row) => row.amount(kind) !== 0n).length,
      reasons: [...reasons]
        .filter(([, { amount }]) => amount !== 0n)
        .map(([reason, { amount, accounts }]) => ({ reason, amount, accounts })),
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

/** Expansion or contraction by reason, signed; other steps have none. */
function signedReasons(reasons: Reasons, kind: string): StepReasons {
  if (kind !== "expansion" && kind !== "contraction") return new Map();
  return new Map(
    [...reasons].map(([reason, own]) => [reason, kind === "expansion" ? own.expansion : -own.contraction]),
  );
}

/**
 * One account's part of a step of the ARR bridge by reason, signed; the parts add up to {@link bridgeAmount}. Growth and
 * shrinking have the ledger's reasons, a loss what was said of it. Steps without reasons have no parts.
 */
export function bridgeReasons(w: AccountWindow, kind: BridgeStepKind, said: SaidOfLoss): StepReasons {
  if (kind !== "churn") return signedReasons(w.bridge.reasons, kind);
  const reasons = new Map<StepReason, bigint>();
  for (const moved of w.moved) {
    if (moved.kind !== "churn" || !moved.member) continue;
    const reason = said(w.account.accountId, moved.on) ?? "unsaid";
    reasons.set(reason, (reasons.get(reason) ?? 0n) + moved.amount);
  }
  return reasons;
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

/**
 * How the slice got from opening to closing ARR: attributes of each day decide who belongs, hence moved in and out.
 * With `said` losses have their reasons too.
 */
export function bridgeOf(window: Window, said?: SaidOfLoss): Bridge<BridgeStepKind> {
  return rollForward(bridgeSteps, window.accounts, (w) => ({
    opening: w.bridge.opening,
    closing: w.bridge.closing,
    reasons: (kind) => (said ? bridgeReasons(w, kind, said) : signedReasons(w.bridge.reasons, kind)),
    amount: (kind) => bridgeAmount(w, kind),
  }));
}

/** How the ARR that NRR starts from got to what it counts at the close: NRR as a bridge, under the window's policy. */
export function cohortBridgeOf(window: Window): Bridge<CohortBridgeStepKind> {
  const { contribution } = metrics.nrr;
  return rollForward(cohortBridgeSteps, window.accounts, (w) => ({
    opening: retainedFlows(w, window).opening,
    closing: contribution(w, window).numerator,
    reasons: (kind) => signedReasons(retainedReasons(w, window), kind),
    amount: (kind) => cohortBridgeAmount(w, kind, window),
  }));
}
