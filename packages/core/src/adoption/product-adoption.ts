import { type Day, epochDay, type Known, notKnown, type Rational, shareOf } from "../kernel/index.ts";
import { adoptionRuleOn, gatesOn, lifecyclePolicyOn } from "../lifecycle/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";

/** Shares of what a customer could use of the product that it does use; the two are never averaged. */
export interface ProductAdoption {
  readonly core: Known<Rational>;
  readonly advanced: Known<Rational>;
}

/** Whether a reading that speaks for a day tells of work with a feature. */
function usedOn({ usage }: CustomerRecord, feature: string, on: Day, window: number): boolean {
  const day = epochDay(on);
  return usage.some((reading) => {
    const end = epochDay(reading.effectiveOn);
    const told = reading.uses ?? reading.users ?? reading.activeDays ?? 0;
    return (
      reading.feature === feature &&
      reading.activity === "use" &&
      told > 0 &&
      end <= day &&
      end > day - Math.max(window, reading.days)
    );
  });
}

/**
 * Core features in use at their cadence, of those the adoption rule in force names; and advanced features used within a
 * month, of those the contract gives. Term: product-adoption. Unit: share.
 */
export function productAdoption(
  record: CustomerRecord,
  rules: HouseRules,
  { advanced, on }: { readonly advanced: readonly string[]; readonly on: Day },
): ProductAdoption {
  const { coreFeatures } = adoptionRuleOn(record, rules, lifecyclePolicyOn(rules, on), on);
  const { clauses } = gatesOn(record, rules, on).adopted;
  const met = coreFeatures.filter(({ feature }) =>
    clauses.some(({ id, state }) => id === `feature:${feature}` && state === "met"),
  );
  const further = advanced.filter((feature) => !coreFeatures.some((core) => core.feature === feature));
  const used = further.filter((feature) => usedOn(record, feature, on, 30));
  return {
    core: shareOf(
      BigInt(met.length),
      BigInt(coreFeatures.length),
      "No adoption rule names core features for it.",
    ),
    advanced:
      further.length === 0
        ? notKnown("Its contract gives no advanced features.")
        : shareOf(BigInt(used.length), BigInt(further.length), ""),
  };
}
