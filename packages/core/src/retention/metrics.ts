import type { AccountWindow, Moved } from "./account-window.ts";
import { landAndExpand } from "./land-and-expand.ts";
import type { RetentionPolicy } from "./policy.ts";
import type { Window } from "./window.ts";

/** What one account adds to a metric. Sums over accounts are the metric; a ratio divides the two sums. */
export interface Contribution {
  readonly numerator: bigint;
  /** `null` for metrics that are not ratios. */
  readonly denominator: bigint | null;
}

/** A metric as data: what it is counted in, and what each account adds to it. */
export interface Metric {
  readonly unit: "ratio" | "money" | "count";
  /** A ratio of accounts: its sums are numbers of customers and have no currency. */
  readonly over?: "accounts";
  /** The sum over accounts is divided by this, once, on output: 12 for what is told by the month. */
  readonly dividedBy?: bigint;
  readonly contribution: (w: AccountWindow, window: Window) => Contribution;
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Whether an account is followed: in the slice with ARR at the opening, and due in the window where only those count. */
export function inCohort(w: AccountWindow, policy: RetentionPolicy): boolean {
  return w.memberAtOpening && w.cohort !== null && (policy.nrrMethod !== "renewals_due" || w.due);
}

/** What NRR starts from and what it adds up to, for one account; whole minor units, every flow 0 or more but `fx`. */
export interface RetainedFlows {
  readonly opening: bigint;
  readonly expansion: bigint;
  readonly contraction: bigint;
  readonly churn: bigint;
  /** Returns within a life: they always count. */
  readonly reactivation: bigint;
  /** ARR that came back in a later life, as far as the policy counts it. */
  readonly winback: bigint;
  readonly fx: bigint;
}

const nothing: RetainedFlows = {
  opening: 0n,
  expansion: 0n,
  contraction: 0n,
  churn: 0n,
  reactivation: 0n,
  winback: 0n,
  fx: 0n,
};

/** Whether a movement is a return that begins another life: a win-back, and not the end of a pause. */
export function beginsLife({ kind, movement }: Moved): boolean {
  return kind === "reactivation" && movement.lifeBegan === movement.on;
}

/** Whether the policy counts win-backs of an account. */
export function countsWinback(w: AccountWindow, policy: RetentionPolicy): boolean {
  return policy.winback === "all" || (policy.winback === "opening_cohort" && w.cohort !== null);
}

/** Every movement of the window, whoever held ARR at the opening; only first ARR is left out. */
function everyMovement(w: AccountWindow, { policy }: Window): RetainedFlows {
  let later = 0n;
  for (const moved of w.moved) if (beginsLife(moved)) later += moved.amount;
  const winback = countsWinback(w, policy) ? later : 0n;
  const reactivation = w.flows.reactivation - later;
  const { expansion, contraction, churn, fx } = w.flows;
  return { opening: w.held.opening, expansion, contraction, churn, reactivation, winback, fx };
}

/**
 * The parts of the numerator of NRR that one account adds, by the policy's NRR method:
 * opening + expansion - contraction - churn + reactivation + winback + fx.
 */
export function retainedFlows(w: AccountWindow, window: Window): RetainedFlows {
  const { policy } = window;
  if (!w.memberAtOpening) return nothing;
  if (policy.nrrMethod === "all_movements") return everyMovement(w, window);
  if (policy.nrrMethod === "renewals_due" && !w.due) return nothing;
  if (w.cohort === null) return policy.winback === "all" ? { ...nothing, winback: w.winback } : nothing;
  const { expansion, contraction, churn, reactivation, fx } = w.cohort;
  const winback = policy.winback !== "none" && w.returned ? w.winback : 0n;
  return { opening: w.held.opening, expansion, contraction, churn, reactivation, winback, fx };
}

/** ARR kept of the followed accounts at the close: the numerator of NRR. */
function netRetained(w: AccountWindow, window: Window): bigint {
  const f = retainedFlows(w, window);
  return f.opening + f.expansion - f.contraction - f.churn + f.reactivation + f.winback + f.fx;
}

const openingArr = (w: AccountWindow, window: Window): bigint => retainedFlows(w, window).opening;

/** What losses leave of the opening. At reported rates a weaker currency is a loss; a stronger one makes up for losses only. */
const afterLosses = (opening: bigint, lost: bigint, fx: bigint): bigint => opening - larger(0n, lost - fx);

/** The numerator of GRR by the policy's method. */
function grossRetained(w: AccountWindow, window: Window): bigint {
  const { policy } = window;
  const opening = openingArr(w, window);
  if (policy.grrMethod === "all_losses") {
    if (!w.memberAtOpening) return 0n;
    return afterLosses(opening, w.flows.contraction + w.flows.churn, w.flows.fx);
  }
  if (policy.grrMethod === "whole_book_min")
    return bookShrank(window) ? (w.memberAtOpening ? w.held.closing : 0n) : opening;
  const { cohort } = w;
  if (!inCohort(w, policy) || cohort === null) return 0n;
  if (policy.grrMethod === "running_floor") return cohort.floor;
  if (policy.grrMethod === "per_customer_min")
    return smaller(opening, cohort.closing + retainedFlows(w, window).winback);
  return afterLosses(opening, cohort.contraction + cohort.churn, cohort.fx);
}

const shrank = new WeakMap<Window, boolean>();

function bookShrank(window: Window): boolean {
  const held = shrank.get(window);
  if (held !== undefined) return held;
  let net = 0n;
  for (const w of window.accounts) if (w.memberAtOpening) net += w.held.closing - openingArr(w, window);
  shrank.set(window, net < 0n);
  return net < 0n;
}

function inLogoBase(w: AccountWindow, policy: RetentionPolicy): boolean {
  return w.memberAtOpening && w.cohort !== null && (policy.logoDenominator === "opening" || w.due);
}

const one = (yes: boolean): bigint => (yes ? 1n : 0n);

function logoKept(w: AccountWindow, { policy }: Window): boolean {
  return inLogoBase(w, policy) && (w.retained || (policy.winback !== "none" && w.returned));
}

const arrRatio = (numerator: (w: AccountWindow, window: Window) => bigint): Metric => ({
  unit: "ratio",
  contribution: (w, window) => ({ numerator: numerator(w, window), denominator: openingArr(w, window) }),
});

const logoRatio = (numerator: (w: AccountWindow, window: Window) => bigint): Metric => ({
  unit: "ratio",
  over: "accounts",
  contribution: (w, window) => ({
    numerator: numerator(w, window),
    denominator: one(inLogoBase(w, window.policy)),
  }),
});

const amount = (of: (w: AccountWindow, window: Window) => bigint): Metric => ({
  unit: "money",
  contribution: (w, window) => ({ numerator: of(w, window), denominator: null }),
});

const cohortFlow =
  (of: (cohort: NonNullable<AccountWindow["cohort"]>) => bigint) =>
  (w: AccountWindow, window: Window): bigint =>
    inCohort(w, window.policy) && w.cohort !== null ? of(w.cohort) : 0n;

const logoLost = (w: AccountWindow, window: Window): bigint =>
  one(inLogoBase(w, window.policy) && !logoKept(w, window));

/** Every retention metric by the id of its term. All come from the same windows, so they can be read together. */
export const metrics = {
  arr: amount((w) => w.bridge.closing),
  mrr: { ...amount((w) => w.bridge.closing), dividedBy: 12n },
  "opening-arr": amount(openingArr),
  "closing-cohort-arr": amount(netRetained),
  "new-arr": amount((w) => w.bridge.new),
  "expansion-arr": amount((w) => w.bridge.expansion),
  "contraction-arr": amount((w) => w.bridge.contraction),
  "churned-arr": amount((w) => w.bridge.churn),
  "winback-arr": amount((w) => w.bridge.reactivation),
  nrr: arrRatio(netRetained),
  "dollar-retention": arrRatio(netRetained),
  grr: arrRatio(grossRetained),
  "nrr-grr-gap": arrRatio((w, window) => netRetained(w, window) - grossRetained(w, window)),
  "net-churn": arrRatio((w, window) => openingArr(w, window) - netRetained(w, window)),
  "net-expansion-rate": arrRatio((w, window) => netRetained(w, window) - openingArr(w, window)),
  "gross-churn": arrRatio(cohortFlow((cohort) => cohort.churn)),
  "revenue-churn": arrRatio(cohortFlow((cohort) => cohort.churn)),
  "logo-retention": logoRatio((w, window) => one(logoKept(w, window))),
  "retention-rate": logoRatio((w, window) => one(logoKept(w, window))),
  "logo-churn": logoRatio(logoLost),
  "churn-rate": logoRatio(logoLost),
  "land-and-expand": { unit: "ratio", contribution: landAndExpand },
} as const satisfies Record<string, Metric>;

/** The term id of a retention metric. */
export type MetricTerm = keyof typeof metrics;
