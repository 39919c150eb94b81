import {
  type AdoptionPolicy,
  houseAdoptionPolicy,
  type TimeToAdoption,
  timeOfUses,
} from "../adoption/index.ts";
import {
  type AccountId,
  addDays,
  type Day,
  epochDay,
  type Known,
  known,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";
import type { Feature } from "./feature-catalogue.ts";
import type { FeatureUses } from "./feature-uses.ts";
import { latelyBits, type WeekOfUse, weeksShown } from "./feature-weeks.ts";

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

/** How a feature stands on a day with the accounts entitled to it. The window after its release is that of the policy. */
export function featureStanding(
  { gaOn, activeUse }: Feature,
  eligible: readonly AccountId[],
  uses: FeatureUses,
  { featureAdoptionDays }: AdoptionPolicy = houseAdoptionPolicy,
): FeatureStanding {
  const ours = new Set(eligible);
  const shown = useShown(ours, uses);
  const { using } = shown;
  if (gaOn === null || gaOn > uses.on) return { ...notThereYet(ours, using, gaOn), ...shown };
  const on = epochDay(uses.on);
  const within = { tried: [] as AccountId[], adopted: [] as AccountId[] };
  const states = new Map<AccountId, FeatureState>();
  const firstUse = new Map<AccountId, number>();
  for (const id of ours) {
    const row = uses.rowOf(id);
    const from = uses.read(row, "from");
    const firstOn = uses.read(row, "firstOn");
    if (from === null || firstOn === null || firstOn > on) {
      states.set(id, "eligible");
      continue;
    }
    const until = from + featureAdoptionDays;
    const adoptedOn = activeUse && uses.read(row, "adoptedOn");
    const adopted = adoptedOn !== null && adoptedOn <= on;
    firstUse.set(id, firstOn - from);
    states.set(id, !adopted ? "trying" : using.has(id) ? "adopted" : "lapsed");
    if (firstOn <= until) within.tried.push(id);
    if (adopted && adoptedOn <= until) within.adopted.push(id);
  }
  const of = (part: number) => shareOf(BigInt(part), BigInt(ours.size), "No customer is entitled to it.");
  return {
    tried: of(within.tried.length),
    adopted: activeUse ? of(within.adopted.length) : notKnown("Nobody has agreed what active use of it is."),
    within,
    states,
    firstUse,
    time: timeOfUses([...firstUse.values()], ours.size, uses.on),
    ...shown,
  };
}

/** Who used a feature in the last four weeks, how deeply, and how many in each of the last weeks. */
function useShown(
  ours: ReadonlySet<AccountId>,
  uses: FeatureUses,
): Pick<FeatureStanding, "using" | "depth" | "weeks"> {
  const using = new Set<AccountId>();
  const depths: number[] = [];
  const counts = new Int32Array(weeksShown);
  for (const id of ours) {
    const row = uses.rowOf(id);
    const bits = uses.read(row, "weeks") ?? 0;
    if (bits & latelyBits) using.add(id);
    for (let at = 0; at < weeksShown; at++) if (bits & (1 << at)) counts[at]! += 1;
    const depth = uses.read(row, "depth");
    if (depth !== null) depths.push(depth / 2);
  }
  const middle = median(depths);
  return {
    using,
    depth: middle === null ? notKnown("No weekly use of it is known.") : known(middle),
    weeks: [...counts].map((accounts, at) => ({
      end: addDays(uses.on, -7 * (weeksShown - 1 - at)),
      accounts,
    })),
  };
}

function notThereYet(
  ours: ReadonlySet<AccountId>,
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
    states: new Map([...ours].map((id) => [id, using.has(id) ? "trying" : "eligible"])),
    firstUse: new Map(),
    time: null,
  };
}
