import type { Day } from "@termwise/core/kernel";
import {
  type LifecyclePolicy,
  median,
  openClauses,
  type Stage,
  type Standing,
  stageNames,
  stages,
} from "@termwise/core/lifecycle";
import type { AccountOnDay } from "./account-list.ts";

/** An account as a card of the lifecycle board. */
export interface Card {
  readonly accountId: string;
  readonly name: string;
  /** Minor units of the reporting currency: what it holds, or of a customer that left what it lost. */
  readonly arr: bigint;
  readonly segment: string | null;
  readonly owner: string | null;
  readonly column: Stage;
  readonly columnSince: Day;
  readonly days: number;
  readonly slaDays: number | null;
  readonly earned: Standing["earned"];
  readonly earnedSince: Day | null;
  readonly staleSince: Day | null;
  readonly skipped: Standing["skipped"];
  readonly returns: number;
  /** Clauses that hold, of those of the next gate; in the renewal column the preparations. */
  readonly passed: number;
  readonly total: number;
  /** The first thing that is in its way; null: nothing is. */
  readonly blocker: string | null;
  readonly termEndsOn: Day | null;
  readonly renewalIn: number | null;
  readonly renewalState: string | null;
  readonly renewalOwner: string | null;
  readonly expansions: number;
}

/** How long an account is expected to stay in a column; null: as long as it likes. */
function slaOf(column: Stage, policy: LifecyclePolicy): number | null {
  const days = {
    won: policy.slaWonDays,
    onboarded: policy.slaOnboardedDays,
    adopted: policy.slaAdoptedDays,
    expansion: policy.slaExpansionDays,
    renewal: policy.slaRenewalDays,
    churn: null,
  } as const satisfies Record<Stage, number | null>;
  return days[column];
}

/** A customer that stands somewhere as a card; null for one that nothing was won of. `lost`: the ARR lost with its last life. */
export function cardOf(
  account: AccountOnDay,
  standing: Standing,
  { policy, lost }: { readonly policy: LifecyclePolicy; readonly lost: bigint },
): Card | null {
  const { column, columnSince, renewal } = standing;
  if (column === null || columnSince === null) return null;
  return {
    accountId: account.accountId,
    name: account.name,
    arr: column === "churn" ? lost : account.arr,
    segment: account.segment,
    owner: account.csm ?? account.am ?? account.ae,
    column,
    columnSince,
    days: standing.days,
    slaDays: slaOf(column, policy),
    earned: standing.earned,
    earnedSince: standing.earnedSince,
    staleSince: standing.staleSince,
    skipped: standing.skipped,
    returns: standing.returns,
    ...progressOf(standing),
    termEndsOn: renewal?.termEndsOn ?? null,
    renewalIn: renewal?.daysLeft ?? null,
    renewalState: renewal?.state ?? null,
    renewalOwner: renewal?.owner?.name ?? renewal?.owner?.role ?? null,
    expansions: standing.expansions.length,
  };
}

function progressOf(standing: Standing): Pick<Card, "passed" | "total" | "blocker"> {
  const { column, earned, gates, renewal } = standing;
  if (column === "churn" || earned === null) return { passed: 0, total: 0, blocker: null };
  if (column === "renewal" && renewal) {
    const done = renewal.preparations.filter(({ state }) => state === "done").length;
    return { passed: done, total: renewal.preparations.length, blocker: renewalBlocker(renewal) };
  }
  const gate = earned === "won" ? gates.onboarded : gates.adopted;
  const open = openClauses(gate);
  return {
    passed: gate.clauses.length - open.length,
    total: gate.clauses.length,
    blocker: open[0] === undefined ? null : `${open[0].label}: ${stateWords[open[0].state]}`,
  };
}

const stateWords = {
  met: "met",
  waived: "waived",
  stale: "out of date",
  missing: "nothing on record",
  failing: "not met",
  not_counted: "cannot count",
} as const;

function renewalBlocker({ owner, state, preparations }: NonNullable<Standing["renewal"]>): string | null {
  if (owner === null) return "Nobody owns the renewal";
  if (state === "late") return "Conversation not begun in time";
  const late = preparations.filter((one) => one.state === "late").length;
  return late > 0 ? `${late} of 3 preparations late` : null;
}

/** The head of a column: how many, what they are worth, and how long they have been there. */
export function columnsOf(cards: readonly Card[]) {
  return stages.map((stage) => {
    const own = cards.filter(({ column }) => column === stage);
    return {
      stage,
      name: stageNames[stage],
      accounts: own.length,
      arr: own.reduce((sum, { arr }) => sum + arr, 0n),
      medianDays: median(own.map(({ days }) => days)),
      slaDays: own[0]?.slaDays ?? null,
      overSla: own.filter(({ days, slaDays }) => slaDays !== null && days > slaDays).length,
    };
  });
}
