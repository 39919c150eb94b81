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
  /** The day an account came that was no customer yet when the feature was released: its window begins then. */
  readonly cameOn?: ReadonlyMap<AccountId, Day>;
}

/** How many eligible accounts tried a feature, and how many adopted it; neither share is told without the other. */
export interface FeatureAdoption {
  readonly tried: Known<Rational>;
  readonly adopted: Known<Rational>;
}

/** The day from which on an account could use a feature: its release, or the day it came after that. */
function couldFrom({ gaOn, cameOn }: FeatureUse, accountId: AccountId): Day {
  const came = cameOn?.get(accountId) ?? gaOn;
  return came > gaOn ? came : gaOn;
}

/** Work with the feature by each eligible account from the day it could use it to a last day: a login is none. */
function usesOf(use: FeatureUse, lastOf: (from: Day) => Day): Map<AccountId, UsageFact[]> {
  const entitled = new Map(use.eligible.map((id) => [id, couldFrom(use, id)]));
  const uses = use.usage.filter((reading) => {
    const from = entitled.get(reading.accountId);
    return (
      from !== undefined &&
      reading.feature === use.feature &&
      reading.activity === "use" &&
      reading.effectiveOn >= from &&
      reading.effectiveOn <= lastOf(from) &&
      (reading.uses ?? reading.users ?? reading.activeDays ?? 0) > 0
    );
  });
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

/** Which entitled accounts tried a feature, and which of them came to use it as agreed. */
export interface FeatureAccounts {
  readonly tried: readonly AccountId[];
  readonly adopted: readonly AccountId[];
}

/** Which entitled accounts tried a feature within the window after general availability, and which adopted it. */
export function featureAccounts(
  use: FeatureUse,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): FeatureAccounts {
  return accountsAmong(
    use,
    usesOf(use, (from) => addDays(from, policy.featureAdoptionDays)),
    policy,
  );
}

/** As {@link featureAccounts}, up to a day, whether their window is over or not: where they stand on it. */
export function featureAccountsBy(
  use: FeatureUse,
  on: Day,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): FeatureAccounts {
  return accountsAmong(
    use,
    usesOf(use, () => on),
    policy,
  );
}

function accountsAmong(
  use: FeatureUse,
  uses: ReadonlyMap<AccountId, readonly UsageFact[]>,
  policy: AdoptionPolicy,
): FeatureAccounts {
  const active = [...uses].filter(([accountId, own]) => isActive(own, couldFrom(use, accountId), policy));
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

/** Days from the day each account could use a feature to its first use of it, of those that used it up to a day. */
export function daysToFirstUse(use: FeatureUse, on: Day): Map<AccountId, number> {
  return new Map(
    [...usesOf(use, () => on)].map(([accountId, own]) => {
      const from = couldFrom(use, accountId);
      return [accountId, Math.min(...own.map(({ effectiveOn }) => daysBetween(from, effectiveOn)))];
    }),
  );
}

/**
 * The median of days from the release of a feature to the first use of it by each account that used it up to a day; an
 * account that came later is counted from the day it came. Term: time-to-adoption. Unit: days.
 */
export function timeToAdoption(use: FeatureUse, on: Day): TimeToAdoption {
  const first = daysToFirstUse(use, on);
  const middle = median([...first.values()]);
  return {
    medianDays: middle === null ? notKnown(`No account has used it by ${on}.`) : known(middle),
    used: first.size,
    notYet: new Set(use.eligible).size - first.size,
  };
}
