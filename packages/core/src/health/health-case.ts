import type { Day, Ratio } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { FoundLine } from "./found-line.ts";
import type { HealthPolicy } from "./policy.ts";
import type { AccountUseReading } from "./use-series.ts";

/** Since when the workspace has been told of something at all, and until when; null: never. Silence counts between them. */
export interface ToldFrom {
  /** The last day that use of any account is known of, by the day that is asked for. */
  readonly useUntil: Day | null;
  /** The first day a support ticket of any account was opened. */
  readonly ticketsSince: Day | null;
  /** The first day anybody was in touch with any account. */
  readonly touchesSince: Day | null;
}

/** What the health of an account on a day is read from. */
export interface HealthCase {
  readonly record: CustomerRecord;
  readonly series: readonly AccountUseReading[];
  /** Licensed seats; null: not known. */
  readonly seats: number | null;
  /** How well it fits the ideal customer; null: no profile is in force. */
  readonly icpFit: Ratio | null;
  readonly told: ToldFrom;
  readonly on: Day;
}

/**
 * One line of what a component is read from: what it says, of which day, its share of the best in thousandths, and how
 * many parts of the component it decides. A line whose share is null is not known: `reason` says why, and its parts of
 * the points are unknown. One that decides no part is told and does not count; `reason` says why not.
 */
export interface HealthInput {
  readonly what: string;
  readonly text: string;
  readonly on: Day | null;
  /** For how many days it has told nothing new; null where it never told anything. */
  readonly age: number | null;
  readonly share: number | null;
  readonly weight: number;
  readonly reason: string | null;
}

/** Finds the lines of a component of an account on a day; null where nothing of it could ever be read. */
export type ReadComponent = (of: HealthCase, policy: HealthPolicy) => readonly FoundLine[] | null;
