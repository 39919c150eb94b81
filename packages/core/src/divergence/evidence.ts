import type { EarnedStage } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";

/** Something a stage needs and an account does not have. */
export interface Lack {
  /** What is missing, as a sentence. */
  readonly says: string;
  /** Evidence speaks against it; false: nothing is on record of it. */
  readonly against: boolean;
}

/** What evidence shows of an account on a day, as far as a claim can be held against it. */
export interface Evidence {
  /** The earned stage; null: nothing was won, or what was won has ended. */
  readonly earned: EarnedStage | null;
  /** The day the customer left, where it has not come back. */
  readonly churnedOn: Day | null;
  /** What a stage lacks, clause by clause; nothing for one that is reached. */
  readonly lacks: (stage: EarnedStage) => readonly Lack[];
  /** What of the present earned stage has gone out of date, and since when. */
  readonly stale: { readonly says: readonly string[]; readonly since: Day } | null;
  /** Since when the account has stood at this stage or above without a break; null: it does not. */
  readonly atLeastSince: (stage: EarnedStage) => Day | null;
  /** Since when it no longer stands there; null: it never did, or does now. */
  readonly belowSince: (stage: EarnedStage) => Day | null;
  /** Since when a motion has been open; null: it is not. */
  readonly openSince: (motion: "expansion" | "renewal") => Day | null;
  /** When a motion was last closed; null: it never was open, or is now. */
  readonly closedSince: (motion: "expansion" | "renewal") => Day | null;
  /** Since when it has been a customer without a break; null: it is none. */
  readonly customerSince: Day | null;
}
