import { type Day, epochDay } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { type LifecyclePolicy, policiesOf } from "./policy.ts";
import { horizon } from "./usage-window.ts";
import { feedDays, upTo, useIndexOf } from "./use-index.ts";

/**
 * The days up to `through` on which a customer's stage can change, in their order, as numbers since 1970. A day too many
 * does no harm; a day too few would tell a change later than it was.
 */
export function changeDays(record: CustomerRecord, rules: HouseRules, through: Day): Int32Array {
  const last = epochDay(through);
  const days = [last];
  const add = (day: Day | null) => {
    if (day !== null && day <= through) days.push(epochDay(day));
  };
  for (const { signedOn } of record.lines) add(signedOn);
  for (const { on, kind } of record.movements) {
    add(on);
    // What follows a loss begins on the next day.
    if (kind === "churn") days.push(epochDay(on) + 1);
  }
  for (const { effectiveOn, entry } of record.journal) {
    add(effectiveOn);
    if (entry.of === "deal_closed") add(entry.signedOn);
    if ("expiresOn" in entry) add(entry.expiresOn);
  }
  for (const { effectiveOn, attribute } of record.attributes) if (attribute === "segment") add(effectiveOn);
  const house = houseOf(rules);
  days.push(...house.days);
  const used = useIndexOf(record.usage);
  // Use is judged as of the last day that readings tell of: what ends on a day is seen when they have come so far.
  const toldFrom = house.toldFrom ?? ((day: number) => used.ends[upTo(used.ends, day - 1)]);
  const addTold = (day: number) => {
    if (day > last) return;
    days.push(day);
    const told = toldFrom(day);
    if (told !== undefined && told !== day) days.push(told);
  };
  for (const { startsOn, endsOn } of record.lines) {
    addTold(epochDay(startsOn));
    if (endsOn !== null) addTold(epochDay(endsOn) + 1);
  }
  const spans = new Set(house.spans);
  for (const { days: length } of record.usage) spans.add(length);
  let before: number | null = null;
  for (const end of used.ends) {
    if (end > last) break;
    if (end === before) continue;
    before = end;
    addTold(end);
    for (const span of spans) addTold(end + span);
  }
  return inOrder(days, last);
}

interface House {
  /** The days rules come into force, and those on which everybody's readings stop coming, or come again. */
  readonly days: readonly number[];
  /** After how many days a reading can stop to speak for a customer, by any policy and any rule there was. */
  readonly spans: readonly number[];
  /** The first day from another on that readings of anybody tell of; null: only a customer's own are known. */
  readonly toldFrom: ((day: number) => number | undefined) | null;
}

const houses = new WeakMap<HouseRules, House>();

function houseOf(rules: HouseRules): House {
  const known = houses.get(rules) ?? madeOf(rules);
  houses.set(rules, known);
  return known;
}

function madeOf(rules: HouseRules): House {
  const policies = policiesOf(rules);
  const numbers = (...names: readonly (keyof LifecyclePolicy)[]) =>
    policies.flatMap((policy) => names.map((name) => policy[name]));
  const idle = rules.journal.flatMap(({ entry }) => (entry.of === "adoption_rule" ? [entry.idleDays] : []));
  const spans = [
    ...numbers("weeklyDays", "monthlyDays", "idleDays", "readingsStaleDays"),
    ...idle,
    // Further back nothing is looked at.
    horizon,
  ];
  const feed = rules.readings ? feedDays(rules.readings.days) : null;
  return {
    toldFrom: feed && firstFrom(feed),
    spans: [...new Set(spans)],
    days: [
      ...rules.journal.map(({ effectiveOn }) => epochDay(effectiveOn)),
      ...[...new Set(numbers("readingsStaleDays"))].flatMap((days) =>
        quietDays(feed ?? [], rules.readings?.longest ?? [], days),
      ),
    ],
  };
}

/** Of days in their order, the first one from a day on, looked up rather than searched. */
function firstFrom(days: readonly number[]): (day: number) => number | undefined {
  const first = days[0] ?? 0;
  const next: number[] = [];
  for (const day of days) while (first + next.length <= day) next.push(day);
  return (day) => (day <= first ? days[0] : next[day - first]);
}

function quietDays(feed: readonly number[], longest: readonly number[], stale: number): number[] {
  return feed.flatMap((end, index) => {
    const next = feed[index + 1];
    const quiet = Math.max(stale, longest[index] ?? 1);
    if (next !== undefined && next < end + quiet) return [];
    return next === undefined ? [end + quiet] : [end + quiet, next];
  });
}

/** Days in their order, each once, none after the last. */
function inOrder(days: readonly number[], last: number): Int32Array {
  const sorted = Int32Array.from(days).sort();
  let kept = 0;
  for (const day of sorted) if (day <= last && (kept === 0 || sorted[kept - 1] !== day)) sorted[kept++] = day;
  return sorted.subarray(0, kept);
}
