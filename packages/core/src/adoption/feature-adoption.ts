import type { UsageFact } from "../facts/index.ts";
import {
  type AccountId,
  type Day,
  epochDay,
  groupBy,
  type Known,
  known,
  later,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";
import { type AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";
import { isWork, type Uptake, uptakeOf } from "./uptake.ts";

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

/** An account entitled to a feature: from which day it could use it, and when it took it up. */
interface Taken extends Uptake {
  readonly accountId: AccountId;
  /** The release, or the day it came after that, as a number since 1970. */
  readonly from: number;
}

/** When each of the eligible accounts took up a feature. */
function takenUp(
  { feature, gaOn, eligible, usage, cameOn }: FeatureUse,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): Taken[] {
  const work = groupBy(
    usage.filter((reading) => reading.feature === feature && isWork(reading)),
    ({ accountId }) => accountId,
  );
  const released = epochDay(gaOn);
  return [...new Set(eligible)].map((accountId) => {
    const from = epochDay(later(gaOn, cameOn?.get(accountId) ?? gaOn));
    return { accountId, from, ...uptakeOf(work.get(accountId) ?? [], { gaOn: released, from }, policy) };
  });
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
  return accountsAmong(takenUp(use, policy), ({ from }) => from + policy.featureAdoptionDays);
}

/** As {@link featureAccounts}, up to a day, whether their window is over or not: where they stand on it. */
export function featureAccountsBy(
  use: FeatureUse,
  on: Day,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): FeatureAccounts {
  const last = epochDay(on);
  return accountsAmong(takenUp(use, policy), () => last);
}

function accountsAmong(taken: readonly Taken[], lastOf: (one: Taken) => number): FeatureAccounts {
  const by = (day: "firstOn" | "adoptedOn") =>
    taken.flatMap((one) => {
      const on = one[day];
      return on !== null && on <= lastOf(one) ? [one.accountId] : [];
    });
  return { tried: by("firstOn"), adopted: by("adoptedOn") };
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
 * The median of days from the release of a feature to the first use of it by each account that used it up to a day; an
 * account that came later is counted from the day it came. Term: time-to-adoption. Unit: days.
 */
export function timeToAdoption(use: FeatureUse, on: Day): TimeToAdoption {
  const last = epochDay(on);
  const taken = takenUp(use);
  const days = taken.flatMap(({ firstOn, from }) =>
    firstOn !== null && firstOn <= last ? [firstOn - from] : [],
  );
  return timeOfUses(days, taken.length, on);
}

/** The middle of the days that those who used a feature up to a day took to come to it, of so many entitled to it. */
export function timeOfUses(days: readonly number[], entitled: number, on: Day): TimeToAdoption {
  const middle = median(days);
  return {
    medianDays: middle === null ? notKnown(`No account has used it by ${on}.`) : known(middle),
    used: days.length,
    notYet: entitled - days.length,
  };
}
