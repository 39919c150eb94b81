import type { UsageFact } from "../facts/index.ts";
import type { AccountId, Day } from "../kernel/index.ts";
import type { Feature } from "./feature-catalogue.ts";
import { type FeatureUses, usesOfFeatures } from "./feature-uses.ts";

/** How accounts use one feature, of readings that stand in one list. */
export function usesOf(
  feature: Feature,
  {
    accounts,
    usage,
    on,
    ends = [],
    cameOn = null,
  }: {
    readonly accounts: readonly AccountId[];
    readonly usage: readonly UsageFact[];
    readonly on: Day;
    readonly ends?: readonly Day[];
    readonly cameOn?: Day | null;
  },
): FeatureUses {
  const uses = usesOfFeatures([feature], { accounts, on, ends });
  for (const id of accounts) {
    const own = usage.filter(({ accountId }) => accountId === id);
    uses.add(id, own, cameOn);
  }
  const made = uses.of(feature.feature);
  if (!made) throw new Error(`${feature.feature} was not asked for`);
  return made;
}
