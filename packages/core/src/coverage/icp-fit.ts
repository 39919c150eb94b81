import { type Day, type EntryId, type Ratio, ratio } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { holds, type Measured } from "./conditions.ts";
import { ruleOn } from "./rules-in-force.ts";

/** How well a customer fits the ideal customer profile in force on a day. */
export interface IcpFit {
  /** The share of the weights whose conditions hold. */
  readonly fit: Ratio;
  readonly conditions: readonly { readonly name: string; readonly weight: number; readonly met: boolean }[];
  /** The version of the profile: the entry that says it, and since when it is in force. */
  readonly profile: EntryId;
  readonly since: Day;
}

/** The fit of a customer on a day; null while no profile is in force, which is not a fit of zero. */
export function icpFitOn(record: CustomerRecord, rules: HouseRules, asked: Measured): IcpFit | null {
  const profile = ruleOn(rules, "icp_rules", asked.on);
  if (profile === null) return null;
  const conditions = profile.entry.conditions.map(({ name, weight, when }) => ({
    name,
    weight,
    met: holds(when, record, asked),
  }));
  const sum = (of: typeof conditions) => BigInt(of.reduce((total, { weight }) => total + weight, 0));
  return {
    fit: ratio(sum(conditions.filter(({ met }) => met)), sum(conditions)),
    conditions,
    profile: profile.entryId,
    since: profile.effectiveOn,
  };
}
