import type { AtRiskSpan } from "../health/index.ts";
import type { AccountId, Day } from "../kernel/index.ts";

/** An account whose times at risk are looked at over some weeks. */
export interface WatchedAccount {
  readonly accountId: AccountId;
  readonly spans: readonly AtRiskSpan[];
  /** The day it was lost as a customer within these weeks; null: it is one. */
  readonly lostOn: Day | null;
  /** The days plays meant to keep it were begun. */
  readonly playsOn: readonly Day[];
}

/**
 * How accounts came into the queue and left it: there already, entered, recovered without a play, saved after one was
 * begun, lost, and there now.
 */
export type RiskMove = "before" | "entered" | "recovered" | "saved" | "lost" | "now";

/** The accounts of each move. What was there and what entered is what left and what is there now. */
export type RiskFlow = Readonly<Record<RiskMove, readonly AccountId[]>>;

/**
 * How the queue of accounts at risk changed after one day up to another. An account that went in and out more than once
 * counts once, by where it stood first and last.
 */
export function riskFlow(
  accounts: readonly WatchedAccount[],
  { after, upTo }: { readonly after: Day; readonly upTo: Day },
): RiskFlow {
  const flow: Record<RiskMove, AccountId[]> = {
    before: [],
    entered: [],
    recovered: [],
    saved: [],
    lost: [],
    now: [],
  };
  for (const { accountId, spans, lostOn, playsOn } of accounts) {
    const gone = lostOn !== null && lostOn <= upTo;
    const own = spans.filter(({ from, until }) => from <= upTo && (until === null || until > after));
    const last = own.at(-1);
    if (!last || (gone && lostOn <= after)) continue;
    flow[own.some(({ from }) => from <= after) ? "before" : "entered"].push(accountId);
    // Leaving ends a time at risk too: that is no recovery.
    const over = last.until !== null && last.until <= upTo && !(gone && last.until >= lostOn);
    if (!over) flow[gone ? "lost" : "now"].push(accountId);
    else {
      const end = last.until;
      const played = playsOn.some((on) => on >= last.from && end !== null && on <= end);
      flow[played ? "saved" : "recovered"].push(accountId);
    }
  }
  return flow;
}
