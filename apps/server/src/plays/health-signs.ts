import type { AtRiskSpan } from "@termwise/core/health";
import type { AccountId } from "@termwise/core/kernel";
import type { ScoredDay } from "@termwise/core/plays";
import type { Termwise } from "../termwise.ts";

/** What health tells of an account: its weekly scores in their order, and when it was at risk. */
export interface HealthSigns {
  readonly scores: readonly ScoredDay[];
  readonly atRisk: readonly AtRiskSpan[];
}

/** What health tells of the accounts somebody sees; those that were never measured are absent. */
export async function healthSignsOf(_termwise: Termwise): Promise<ReadonlyMap<AccountId, HealthSigns>> {
  return new Map();
}
