import type { AtRiskSpan, ScoreRange } from "../health/index.ts";
import type { Day } from "../kernel/index.ts";

/** A measurement of the health score on a day; null where there was none. */
export interface ScoredDay {
  readonly on: Day;
  readonly score: ScoreRange | null;
}

/** How many of its seats an account used in the week that ended on a day. */
export interface SeatsInUse {
  readonly on: Day;
  readonly used: number;
  readonly of: number;
}

/** What is seen at an account, as far as triggers ask for it. Lists are in the order of their days. */
export interface AccountSigns {
  readonly scores: readonly ScoredDay[];
  readonly atRisk: readonly AtRiskSpan[];
  /** The days a champion left or moved away. */
  readonly championGone: readonly Day[];
  readonly wonOn: Day | null;
  readonly onboardedOn: Day | null;
  readonly seats: readonly SeatsInUse[];
  /** The first day after each term that ends or ended. */
  readonly renewals: readonly Day[];
  /** Answers to how likely they recommend us. */
  readonly answers: readonly { readonly on: Day; readonly answer: number }[];
  /** The days it was lost. */
  readonly lost: readonly Day[];
}

/** An account nothing is seen at. */
export const noSigns: AccountSigns = {
  scores: [],
  atRisk: [],
  championGone: [],
  wonOn: null,
  onboardedOn: null,
  seats: [],
  renewals: [],
  answers: [],
  lost: [],
};
