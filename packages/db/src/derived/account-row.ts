import type { Dimension } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";

/** In force today, gone, or not yet begun. */
export const accountStatuses = ["customer", "churned", "prospect"] as const;
/** In force today, gone, or not yet begun. */
export type AccountStatus = (typeof accountStatuses)[number];

/** An account as lists show it, today. `arr` is in minor units of the reporting currency; null: a rate is missing. */
export interface AccountRow extends Readonly<Record<Dimension, string | null>> {
  readonly accountId: AccountId;
  readonly name: string;
  readonly domain: string | null;
  readonly arr: bigint | null;
  /** First day as a customer, in the present life. */
  readonly since: Day | null;
  /** Contract lines in force. */
  readonly lines: number;
  readonly renewalOn: Day | null;
  readonly status: AccountStatus;
}
