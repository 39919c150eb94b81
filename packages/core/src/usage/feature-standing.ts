import {
  type AdoptionPolicy,
  featureAccounts,
  houseAdoptionPolicy,
  type TimeToAdoption,
  timeToAdoption,
} from "../adoption/index.ts";
import type { UsageFact } from "../facts/index.ts";
import {
  type AccountId,
  addDays,
  type Day,
  groupBy,
  type Known,
  known,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";
import type { Feature } from "./feature-catalogue.ts";

/** Where an entitled account stands with a feature. `lapsed`: it adopted it, and has not used it for four weeks. */
export const featureStates = ["unused", "tried", "adopted", "lapsed"] as const;
/** Unused, tried, adopted or lapsed. */
export type FeatureState = (typeof featureStates)[number];

/** How a feature stands with those entitled to it; tried and adopted are two numbers, and neither stands for the other. */
export interface FeatureStanding {
  readonly tried: Known<Rational>;
  /** Not known where nobody agreed what active use is. */
  readonly adopted: Known<Rational>;
  readonly states: ReadonlyMap<AccountId, FeatureState>;
  readonly time: TimeToAdoption | null;
  /** The median, over accounts that use it, of uses in a week with use: how deeply it is used. */
  readonly depth: Known<number>;
  /** Accounts with use of it in each of the last weeks; the last week ends on the day. */
  readonly weeks: readonly { readonly end: Day; readonly accounts: number }[];
}

const lapsedDays = 28;

const isUse = ({ activity, uses, users, activeDays }: UsageFact): boolean =>
  activity === "use" && (uses ?? users ?? activeDays ?? 0) > 0;

/** How a feature stands on a day with the accounts entitled to it. The window after its release is that of the policy. */
export function featureStanding(
  feature: Feature,
  { eligible, usage, on }: { eligible: readonly AccountId[]; usage: readonly UsageFact[]; on: Day },
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
  const { gaOn, activeUse } = feature;
  if (gaOn === null || gaOn > on) return notThereYet(eligible, own, on);
  const use = { feature: feature.feature, gaOn, eligible, usage: own };
  const agreed = activeUse ? { featureUsesAWeek: activeUse.usesAWeek, featureWeeks: activeUse.weeks } : {};
  const { tried, adopted } = featureAccounts(use, { ...policy, ...agreed });
  const lately = new Set(
    own.filter((one) => one.effectiveOn > addDays(on, -lapsedDays)).map((one) => one.accountId),
  );
  const states = new Map<AccountId, FeatureState>(eligible.map((id) => [id, "unused"]));
  for (const id of tried) states.set(id, "tried");
  if (activeUse) for (const id of adopted) states.set(id, lately.has(id) ? "adopted" : "lapsed");
  const of = (part: number) => shareOf(BigInt(part), BigInt(ours.size), "No customer is entitled to it.");
  return {
    tried: of(tried.length),
    adopted: activeUse ? of(adopted.length) : notKnown("Nobody has agreed what active use of it is."),
    states,
    time: timeToAdoption(use, on),
    depth: depthOf(own),
    weeks: weeksOf(own, on),
  };
}

function notThereYet(eligible: readonly AccountId[], own: readonly UsageFact[], on: Day): FeatureStanding {
  const unknown = notKnown("The day of its general availability is not known, or still to come.");
  return {
    tried: unknown,
    adopted: unknown,
    states: new Map(eligible.map((id) => [id, "unused"])),
    time: null,
    depth: depthOf(own),
    weeks: weeksOf(own, on),
  };
}

/** Of readings of a week or less alone: longer ones do not say in which week the work was done. */
function depthOf(own: readonly UsageFact[]): Known<number> {
  const weekly = own.filter(({ days, uses }) => days <= 7 && uses !== null);
  const each = [...groupBy(weekly, ({ accountId }) => accountId).values()].flatMap((readings) => {
    const weeks = new Map<number, number>();
    for (const { effectiveOn, uses } of readings) {
      const week = Math.floor(Date.parse(effectiveOn) / 604_800_000);
      weeks.set(week, (weeks.get(week) ?? 0) + (uses ?? 0));
    }
    return median([...weeks.values()]) ?? [];
  });
  const middle = median(each);
  return middle === null ? notKnown("No weekly use of it is known.") : known(middle);
}

const weeksShown = 13;

function weeksOf(own: readonly UsageFact[], on: Day): { end: Day; accounts: number }[] {
  return Array.from({ length: weeksShown }, (_, index) => {
    const end = addDays(on, -7 * (weeksShown - 1 - index));
    const from = addDays(end, -7);
    // A reading speaks for all the days it is about.
    const within = own.filter(
      ({ effectiveOn, days }) => effectiveOn > from && addDays(effectiveOn, -days) < end,
    );
    return { end, accounts: new Set(within.map(({ accountId }) => accountId)).size };
  });
}
