import type { Day, Ratio } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { HealthComponentId } from "./component.ts";
import type { HealthReading } from "./score.ts";
import type { AccountUseReading } from "./use-series.ts";

/** Since when the workspace has been told of something at all, and until when; null: never. Silence counts between them. */
export interface ToldFrom {
  /** The last day that use of any account is known of, by the day that is asked for. */
  readonly useUntil: Day | null;
  /** The first day a support ticket of any account was opened. */
  readonly ticketsSince: Day | null;
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

/** One thing a reading of a component was made of: what it says, of which day, and its share of the best, in thousandths. */
export interface HealthInput {
  readonly what: string;
  readonly text: string;
  readonly on: Day;
  readonly share: number;
  readonly weight: number;
}

/** A reading of a component with what it was made of. */
export interface MadeReading {
  readonly reading: HealthReading;
  readonly inputs: readonly HealthInput[];
}

/** Reads a component of an account on a day; null where nothing tells of it. */
export type ReadComponent = (of: HealthCase) => MadeReading | null;

/** A share in thousandths, between nothing and all of it. */
export const thousandths = (part: number, of: number): number =>
  of <= 0 ? 0 : Math.max(0, Math.min(1000, Math.round((part * 1000) / of)));

/** The reading that some inputs come to: their weighted mean in whole thousandths. Null without any. */
export function madeOf(
  component: HealthComponentId,
  on: Day,
  inputs: readonly HealthInput[],
): MadeReading | null {
  const weights = inputs.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  const sum = inputs.reduce((all, { share, weight }) => all + share * weight, 0);
  return { reading: { component, on, got: Math.round(sum / weights), of: 1000 }, inputs };
}
