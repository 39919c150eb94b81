import type { UsageFact } from "../facts/index.ts";
import {
  type AccountId,
  addDays,
  type Day,
  daysBetween,
  groupBy,
  type Known,
  known,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";
import { type AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";

/** A feature that has become generally available, who is entitled to it, and what is known of its use. */
export interface FeatureUse {
  readonly feature: string;
  readonly gaOn: Day;
  readonly eligible: readonly AccountId[];
  readonly usage: readonly UsageFact[];
}

/** How many eligible accounts tried a feature, and how many adopted it; neither share is told without the other. */
export interface FeatureAdoption {
  readonly tried: Known<Rational>;
  readonly adopted: Known<Rational>;
}

/** Work with the feature by each eligible account from general availability to a day: a login is none. */
function usesOf({ feature, gaOn, eligible, usage }: FeatureUse, through: Day): Map<AccountId, UsageFact[]> {
  const entitled = new Set(eligible);
  const uses = usage.filter(
    (reading) =>
      reading.feature === feature &&
      reading.activity === "use" &&
      entitled.has(reading.accountId) &&
      reading.effectiveOn >= gaOn &&
      reading.effectiveOn <= through &&
      (reading.uses ?? reading.users ?? reading.activeDays ?? 0) > 0,
  );
  return groupBy(uses, ({ accountId }) => accountId);
}

/** Whether uses reach the number asked for in so many weeks running, weeks counted from general availability. */
function isActive(uses: readonly UsageFact[], gaOn: Day, policy: AdoptionPolicy): boolean {
  const byWeek = new Map<number, number>();
  // A reading of more than a week does not say in which week the work was done.
  for (const { effectiveOn, days, uses: told } of uses.filter(({ days }) => days <= 7)) {
    const week = Math.floor(daysBetween(gaOn, effectiveOn) / 7);
    byWeek.set(week, (byWeek.get(week) ?? 0) + (told ?? Math.min(days, 1)));
  }
  const enough = (week: number) => (byWeek.get(week) ?? 0) >= policy.featureUsesAWeek;
  return [...byWeek.keys()].some((first) =>
    Array.from({ length: policy.featureWeeks }, (_, n) => first + n).every(enough),
  );
}

/** Which entitled accounts tried a feature within the window after general availability, and which adopted it. */
export function featureAccounts(
  use: FeatureUse,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): { readonly tried: readonly AccountId[]; readonly adopted: readonly AccountId[] } {
  const uses = usesOf(use, addDays(use.gaOn, policy.featureAdoptionDays));
  const active = [...uses].filter(([, own]) => isActive(own, use.gaOn, policy));
  return { tried: [...uses.keys()], adopted: active.map(([accountId]) => accountId) };
}

/**
 * Of the accounts entitled to a feature, the share that tried it and the share that came to use it as agreed, within the
 * window after general availability. Term: feature-adoption-rate. Unit: share.
 */
export function featureAdoption(
  use: FeatureUse,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): FeatureAdoption {
  const { tried, adopted } = featureAccounts(use, policy);
  const eligible = BigInt(new Set(use.eligible).size);
  const of = (count: number) => shareOf(BigInt(count), eligible, "No account is entitled to it.");
  return { tried: of(tried.length), adopted: of(adopted.length) };
}

/** How soon accounts came to a feature. */
export interface TimeToAdoption {
  readonly medianDays: Known<number>;
  readonly used: number;
  /** Entitled accounts that have not used it yet. */
  readonly notYet: number;
}

/**
 * The median of days from the release of a feature to the first use of it by each account that used it up to a day. Term:
 * time-to-adoption. Unit: days.
 */
export function timeToAdoption(use: FeatureUse, on: Day): TimeToAdoption {
  const first = [...usesOf(use, on).values()].map((own) =>
    Math.min(...own.map(({ effectiveOn }) => daysBetween(use.gaOn, effectiveOn))),
  );
  const middle = median(first);
  return {
    medianDays: middle === null ? notKnown(`No account has used it by ${on}.`) : known(middle),
    used: first.length,
    notYet: new Set(use.eligible).size - first.length,
  };
}
