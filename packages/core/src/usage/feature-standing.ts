import {
  type AdoptionPolicy,
  daysToFirstUse,
  featureAccounts,
  featureAccountsBy,
  houseAdoptionPolicy,
  type TimeToAdoption,
  timeToAdoption,
} from "../adoption/index.ts";
import type { UsageFact } from "../facts/index.ts";
import {
  type AccountId,
  addDays,
  type Day,
  type Known,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import type { Feature } from "./feature-catalogue.ts";
import { depthOf, usingBy, usingWeeks, type WeekOfUse } from "./feature-weeks.ts";

/**
 * Where an account stands with a feature on a day. `lapsed`: it adopted it, and has not used it for four weeks. Whoever
 * is not entitled to it is `not_eligible`, and counts in none of its shares.
 */
export const featureStates = ["not_eligible", "eligible", "trying", "adopted", "lapsed"] as const;
/** Not eligible, eligible, trying, adopted or lapsed. */
export type FeatureState = (typeof featureStates)[number];

/** How a feature stands with those entitled to it; tried and adopted are two numbers, and neither stands for the other. */
export interface FeatureStanding {
  readonly tried: Known<Rational>;
  /** Not known where nobody agreed what active use is. */
  readonly adopted: Known<Rational>;
  /** The accounts the two shares count: those that tried and adopted it within their window. */
  readonly within: { readonly tried: readonly AccountId[]; readonly adopted: readonly AccountId[] };
  /** Where each entitled account stands on the day, whether it came to that within the window or after. */
  readonly states: ReadonlyMap<AccountId, FeatureState>;
  /** Days from the release, or from the day an account came, to its first use. */
  readonly firstUse: ReadonlyMap<AccountId, number>;
  readonly time: TimeToAdoption | null;
  /** The entitled accounts with use of it in the last four weeks. */
  readonly using: ReadonlySet<AccountId>;
  /** The median, over accounts that use it, of uses in a week with use: how deeply it is used. */
  readonly depth: Known<number>;
  /** Accounts with use of it in each of the last weeks; the last week ends on the day. */
  readonly weeks: readonly WeekOfUse[];
}

/** Who could use a feature, what is known of use, and the day it is asked for. */
export interface StandingCase {
  readonly eligible: readonly AccountId[];
  readonly usage: readonly UsageFact[];
  /** The day each account became a customer: who came after the release is given the window from then on. */
  readonly cameOn?: ReadonlyMap<AccountId, Day>;
  readonly on: Day;
}

const lapsedDays = 28;

const isUse = ({ activity, uses, users, activeDays }: UsageFact): boolean =>
  activity === "use" && (uses ?? users ?? activeDays ?? 0) > 0;

/** How a feature stands on a day with the accounts entitled to it. The window after its release is that of the policy. */
export function featureStanding(
  feature: Feature,
  { eligible, usage, cameOn, on }: StandingCase,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): FeatureStanding {
  const ours = new Set(eligible);
  const own = usage.filter(
    (reading) =>
      reading.feature === feature.feature &&
      isUse(reading) &&
      ours.has(reading.accountId) &&
      reading.effectiveOn <= on,
  );
  const using = usingBy(own, addDays(on, -lapsedDays), on);
  const shown = { using, depth: depthOf(own), weeks: usingWeeks(own, on) };
  const { gaOn, activeUse } = feature;
  if (gaOn === null || gaOn > on) return { ...notThereYet(eligible, using, gaOn), ...shown };
  const use = { feature: feature.feature, gaOn, eligible, usage: own, ...(cameOn && { cameOn }) };
  const agreed = activeUse ? { featureUsesAWeek: activeUse.usesAWeek, featureWeeks: activeUse.weeks } : {};
  const asAgreed = { ...policy, ...agreed };
  const within = featureAccounts(use, asAgreed);
  const today = featureAccountsBy(use, on, asAgreed);
  const states = new Map<AccountId, FeatureState>(eligible.map((id) => [id, "eligible"]));
  for (const id of today.tried) states.set(id, "trying");
  if (activeUse) for (const id of today.adopted) states.set(id, using.has(id) ? "adopted" : "lapsed");
  const of = (part: number) => shareOf(BigInt(part), BigInt(ours.size), "No customer is entitled to it.");
  return {
    tried: of(within.tried.length),
    adopted: activeUse ? of(within.adopted.length) : notKnown("Nobody has agreed what active use of it is."),
    within: { tried: within.tried, adopted: activeUse ? within.adopted : [] },
    states,
    firstUse: daysToFirstUse(use, on),
    time: timeToAdoption(use, on),
    ...shown,
  };
}

function notThereYet(
  eligible: readonly AccountId[],
  using: ReadonlySet<AccountId>,
  gaOn: Day | null,
): Omit<FeatureStanding, "using" | "depth" | "weeks"> {
  const unknown = notKnown(
    gaOn === null
      ? "The day it became generally available is not written down, or is still to come."
      : `It becomes generally available on ${gaOn}.`,
  );
  return {
    tried: unknown,
    adopted: unknown,
    within: { tried: [], adopted: [] },
    states: new Map(eligible.map((id) => [id, using.has(id) ? "trying" : "eligible"])),
    firstUse: new Map(),
    time: null,
  };
}
