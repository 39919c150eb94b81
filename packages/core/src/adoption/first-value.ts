import { entriesOf } from "../facts/index.ts";
import { type Day, daysBetween, type Known, known, notKnown } from "../kernel/index.ts";
import { historyOf, lifeOn, median, onboardedOn } from "../lifecycle/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { type AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";

/**
 * The day of the first evidence, in the present life, that the success milestone agreed with the customer was met; null:
 * there is none yet. Term: fvd.
 */
export function firstValueOn(record: CustomerRecord, on: Day): Day | null {
  const after = lifeOn(record, on)?.after ?? null;
  const shown = entriesOf(record.journal, "evidence").filter(
    ({ entry, effectiveOn, withdrawn }) =>
      entry.criterion === "success_milestone" &&
      withdrawn === null &&
      effectiveOn <= on &&
      (after === null || effectiveOn >= after),
  );
  return shown.map(({ effectiveOn }) => effectiveOn).sort()[0] ?? null;
}

/**
 * Days from the start of onboarding, the day of Won, or from Onboarded where the policy says so, to the first value
 * delivered. Term: ttfv. Unit: days.
 */
export function timeToFirstValue(
  record: CustomerRecord,
  rules: HouseRules,
  on: Day,
  policy: AdoptionPolicy = houseAdoptionPolicy,
): Known<number> {
  const wonOn = lifeOn(record, on)?.wonOn ?? null;
  if (wonOn === null || wonOn > on) return notKnown("Onboarding has not begun.");
  const start = policy.ttfvStart === "onboarded" ? onboardedOn(historyOf(record, rules, on)) : wonOn;
  if (start === null) return notKnown("It has not been Onboarded.");
  const value = firstValueOn(record, on);
  if (value === null) return notKnown(`No first value yet, after ${daysBetween(start, on)} days.`);
  if (value < start) return notKnown(`First value came on ${value}, before the start that is counted from.`);
  return known(daysBetween(start, value));
}

/** The middle of the times that are known, and how many customers are still waiting or out of the count. */
export function medianTimeToFirstValue(times: readonly Known<number>[]): {
  readonly medianDays: Known<number>;
  readonly counted: number;
  readonly left: number;
} {
  const days = times.flatMap(({ value }) => value ?? []);
  const middle = median(days);
  return {
    medianDays: middle === null ? notKnown("No customer has had first value.") : known(middle),
    counted: days.length,
    left: times.length - days.length,
  };
}
