import {
  type Day,
  daysBetween,
  epochDay,
  type Known,
  known,
  notKnown,
  type Rational,
  rational,
} from "../kernel/index.ts";
import { activeSeats, historyOf, licensedSeats, onboardedOn, readingsUpTo } from "../lifecycle/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { type AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";

/** How far and how fast people at a customer took the product up. */
export interface Adoption {
  /** Active of licensed seats, at most 1. */
  readonly breadth: Known<Rational>;
  /** Days from Onboarded to the first day the target was met. */
  readonly daysToTarget: Known<number>;
}

/** Active of licensed seats on a day, at most 1: how far people at a customer took the product up. Term: adoption-rate. Unit: share. */
export function adoptionBreadth(record: CustomerRecord, on: Day, days: number): Known<Rational> {
  const at = epochDay(on);
  const readings = readingsUpTo(record.usage, at);
  const [active, licensed] = [activeSeats(readings, at, days), licensedSeats(record, readings, at)];
  if (licensed === null) return notKnown(`How many seats are licensed on ${on} is not on record.`);
  if (active === null) return notKnown(`No reading of use speaks for the ${days} days to ${on}.`);
  return known(rational(BigInt(Math.min(active, licensed)), BigInt(licensed)));
}

/**
 * How far: active of licensed seats on a day; people beyond the seats paid for add nothing. How fast: days from
 * Onboarded, in the present life, to the first day the share reached the target. Term: adoption-rate. Unit: share, days.
 */
export function adoptionRate(
  record: CustomerRecord,
  rules: HouseRules,
  on: Day,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): Adoption {
  const breadth = adoptionBreadth(record, on, policy.adoptionDays);
  const from = onboardedOn(historyOf(record, rules, on));
  if (from === null) return { breadth, daysToTarget: notKnown("It has not been Onboarded.") };
  const days = [from, ...record.usage.map(({ effectiveOn }) => effectiveOn)];
  const target = BigInt(policy.adoptionTarget);
  const reached = [...new Set(days)].sort().find((day) => {
    const share = day < from || day > on ? null : adoptionBreadth(record, day, policy.adoptionDays).value;
    return share !== null && share.n * 100n >= target * share.d;
  });
  const daysToTarget =
    reached === undefined
      ? notKnown(`It has not come to ${policy.adoptionTarget} % in ${daysBetween(from, on)} days.`)
      : known(daysBetween(from, reached));
  return { breadth, daysToTarget };
}
