import type { PlayUse } from "../facts/index.ts";
import { addDays, type Day } from "../kernel/index.ts";

/** What became of an account a play was run at. `open`: its time is not over; `no_arr`: there was nothing to keep. */
export const runOutcomes = {
  open: "Not told yet",
  saved: "Saved",
  partly: "Partly saved",
  lost: "Lost",
  won_back: "Won back",
  not_won_back: "Not won back",
  no_arr: "No ARR to keep",
} as const;
/** One outcome of {@link runOutcomes}. */
export type RunOutcome = keyof typeof runOutcomes;

/** The outcome of a run with its ARR, in minor units. */
export interface Outcome {
  readonly outcome: RunOutcome;
  /** The day it is told on, or was. */
  readonly toldOn: Day;
  readonly before: bigint;
  readonly after: bigint;
  /** What of the ARR before is still there. */
  readonly kept: bigint;
  readonly lost: bigint;
}

/** A run as its outcome is read: what for, from when, and within how many days. */
export interface JudgedRun {
  readonly use: PlayUse;
  readonly startedOn: Day;
  readonly withinDays: number;
}

/**
 * What became of the account, from the ledger: saved where all its ARR is still there at the end of the play's time,
 * partly where some is, lost where none is; lost is told as soon as it is so. `arrOn` gives ARR on a day in minor units.
 */
export function outcomeOf(run: JudgedRun, arrOn: (on: Day) => bigint, today: Day): Outcome {
  const toldOn = addDays(run.startedOn, run.withinDays);
  const over = today >= toldOn;
  const before = arrOn(run.startedOn);
  const after = arrOn(over ? toldOn : today);
  const fell = after < before;
  const kept = fell ? after : before;
  const figures = { toldOn, before, after, kept, lost: before - kept };
  if (run.use === "win_back")
    return { outcome: after > 0n ? "won_back" : over ? "not_won_back" : "open", ...figures };
  if (before <= 0n) return { outcome: over ? "no_arr" : "open", ...figures };
  if (after <= 0n) return { outcome: "lost", ...figures };
  if (!over) return { outcome: "open", ...figures };
  return { outcome: fell ? "partly" : "saved", ...figures };
}

/** A lost customer of a win-back campaign: whether it was contacted, and its ARR since, in minor units. */
export interface LostCustomer {
  readonly contacted: boolean;
  readonly arrSince: bigint;
}

/** How a win-back campaign stands: of the lost, who was contacted and who came back, with their ARR. Term: win-back-campaign. */
export function winBackCampaign(customers: readonly LostCustomer[]) {
  const back = customers.filter(({ contacted, arrSince }) => contacted && arrSince > 0n);
  return {
    lost: customers.length,
    contacted: customers.filter(({ contacted }) => contacted).length,
    wonBack: back.length,
    arr: back.reduce((sum, { arrSince }) => sum + arrSince, 0n),
  };
}
