import { type Day, epochDay } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { lifecyclePolicyOn } from "./policy.ts";
import { feedDays, useIndexOf } from "./use-index.ts";

/** The days up to `through` on which a customer's stage can change, in their order, as numbers since 1970. */
export function changeDays(record: CustomerRecord, rules: HouseRules, through: Day): Int32Array {
  const last = epochDay(through);
  const days = [last];
  const add = (day: Day | null) => {
    if (day !== null && day <= through) days.push(epochDay(day));
  };
  for (const { startsOn, signedOn } of record.lines) {
    add(startsOn);
    add(signedOn);
  }
  for (const { on } of record.movements) add(on);
  for (const { effectiveOn, entry } of record.journal) {
    add(effectiveOn);
    if (entry.of === "deal_closed") add(entry.signedOn);
    if ("expiresOn" in entry) add(entry.expiresOn);
  }
  for (const { effectiveOn, value, attribute } of record.attributes)
    if (attribute === "segment" && value !== null) add(effectiveOn);
  for (const day of houseDays(rules, through)) if (day <= last) days.push(day);
  const spans = windowsOf(record, rules, through);
  for (const end of new Set(useIndexOf(record.usage).ends)) {
    if (end > last) break;
    days.push(end);
    for (const span of spans) if (end + span <= last) days.push(end + span);
  }
  return inOrder(days);
}

/** After how many days a reading can stop to speak for a customer: every window there is, and every reading's length. */
function windowsOf(record: CustomerRecord, rules: HouseRules, through: Day): ReadonlySet<number> {
  const { weeklyDays, monthlyDays, idleDays, readingsStaleDays } = lifecyclePolicyOn(rules, through);
  const spans = new Set([weeklyDays, monthlyDays, idleDays, readingsStaleDays]);
  for (const { entry } of rules.journal) if (entry.of === "adoption_rule") spans.add(entry.idleDays);
  for (const reading of record.usage) spans.add(reading.days);
  return spans;
}

const ofHouse = new WeakMap<HouseRules, Map<number, readonly number[]>>();

/** The days rules come into force, and those on which everybody's readings stop coming, or come again. */
function houseDays(rules: HouseRules, through: Day): readonly number[] {
  const { readingsStaleDays } = lifecyclePolicyOn(rules, through);
  const quiet = Math.max(readingsStaleDays, rules.readings?.longest ?? 1);
  const known = ofHouse.get(rules) ?? new Map<number, readonly number[]>();
  ofHouse.set(rules, known);
  const days = known.get(quiet) ?? [
    ...rules.journal.map(({ effectiveOn }) => epochDay(effectiveOn)),
    ...quietDays(feedDays(rules.readings?.days ?? noDays), quiet),
  ];
  known.set(quiet, days);
  return days;
}

const noDays: readonly Day[] = [];

function quietDays(feed: readonly number[], quiet: number): number[] {
  return feed.flatMap((end, index) => {
    const next = feed[index + 1];
    return next !== undefined && next < end + quiet
      ? []
      : [end + quiet, ...(next === undefined ? [] : [next])];
  });
}

function inOrder(days: readonly number[]): Int32Array {
  const sorted = Int32Array.from(days).sort();
  let kept = 0;
  for (const day of sorted) if (kept === 0 || sorted[kept - 1] !== day) sorted[kept++] = day;
  return sorted.subarray(0, kept);
}
