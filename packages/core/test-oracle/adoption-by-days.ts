// The gate to Adopted the slow way, from all readings anew on each day.
import { type Cadence, entriesOf, type UsageFact } from "../src/facts/index.ts";
import { addDays, type Day, daysBetween } from "../src/kernel/index.ts";
import { type AdoptionRule, adoptionRuleOn } from "../src/lifecycle/adoption-rule.ts";
import { type Clause, type Evidence, type GateCheck, gateOf } from "../src/lifecycle/clause.ts";
import type { Life } from "../src/lifecycle/lives.ts";
import { type LifecyclePolicy, lifecyclePolicyOn } from "../src/lifecycle/policy.ts";
import type { CustomerRecord, HouseRules } from "../src/people/index.ts";
import {
  activeDaysOf,
  activeSeats,
  isCurrent,
  lastUse,
  licensedSeats,
  readingsUpTo,
  useOf,
} from "./usage-by-days.ts";

interface Reading {
  readonly rule: AdoptionRule;
  readonly policy: LifecyclePolicy;
  readonly readings: readonly UsageFact[];
  readonly on: Day;
  /** Readings come in: what is not in them did not happen. */
  readonly live: boolean;
}

/**
 * The gate to Adopted, computed from usage and never set by hand: every core feature at its agreed cadence, enough of
 * the licensed seats active, and the core module not idle. A login is not use. Where no readings come in at all, what
 * was met is stale rather than failing: nobody knows.
 */
export function adoptedGate(
  record: CustomerRecord,
  rules: HouseRules,
  life: Life | null,
  on: Day,
): GateCheck {
  const policy = lifecyclePolicyOn(rules, on);
  const rule = adoptionRuleOn(record, rules, policy, on);
  const back = entriesOf(record.journal, "setback").findLast(({ effectiveOn }) => effectiveOn <= on);
  const from = [life?.after, back?.effectiveOn].reduce<Day | null>(
    (latest, day) => (day != null && (latest === null || day > latest) ? day : latest),
    null,
  );
  const readings = readingsUpTo(record.usage, on).filter(
    ({ effectiveOn }) => from === null || effectiveOn > from,
  );
  const told = toldUntil(rules, record, policy, on);
  // Use is judged as of the last day that readings tell of: between two of them nothing is known to have changed.
  const reading = { rule, policy, readings, on: told ?? on, live: told !== null };
  return gateOf("adopted", [
    ...rule.coreFeatures.map((core) => featureClause(reading, core)),
    ...(rule.coreFeatures.length === 0 ? [featureClause(reading, { feature: null, cadence: "weekly" })] : []),
    seatClause(reading, record),
    idleClause(reading),
  ]);
}

/**
 * The last day up to `on` that readings of usage tell of, of any customer of the workspace where that is known, else of
 * this one; null: none have come in for so long that nobody knows.
 */
function toldUntil(
  { readings }: HouseRules,
  { usage }: CustomerRecord,
  { readingsStaleDays }: LifecyclePolicy,
  on: Day,
): Day | null {
  const days = readings?.days ?? usage.map(({ effectiveOn }) => effectiveOn);
  const own = usage.filter(({ effectiveOn }) => effectiveOn <= on);
  const told = readings?.longest[readings.days.filter((day) => day <= on).length - 1];
  const longest = told ?? own.reduce((most, reading) => Math.max(most, reading.days), 1);
  const latest = lastUpTo(days, on);
  return latest !== null && latest > addDays(on, -Math.max(readingsStaleDays, longest)) ? latest : null;
}

function lastUpTo(days: readonly Day[], on: Day): Day | null {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= on) low = middle + 1;
    else high = middle;
  }
  return days[low - 1] ?? null;
}

/** What is not met: failing where readings come in, else stale when it once was, or missing. */
const unmet = ({ live, readings }: Reading) => (live ? "failing" : readings.length > 0 ? "stale" : "missing");

const noReadings = "No readings of usage come in, so nobody can tell. Import usage, or check its source.";

function evidenceOf(used: readonly UsageFact[]): Evidence[] {
  return used.slice(-3).map(({ feature, users, uses, effectiveOn, days, source }) => ({
    entryId: null,
    system: source.system,
    observed: `${feature ?? "Product"}: ${[users !== null && `${users} users`, uses !== null && `${uses} uses`].filter(Boolean).join(", ") || "used"} in ${days} ${days === 1 ? "day" : "days"} to ${effectiveOn}`,
    by: null,
    at: null,
    on: effectiveOn,
    expiresOn: null,
    link: null,
  }));
}

function featureClause(
  reading: Reading,
  { feature, cadence }: { feature: string | null; cadence: Cadence },
): Clause {
  const { policy, readings, on, live } = reading;
  const window = cadence === "monthly" ? policy.monthlyDays : policy.weeklyDays;
  const used = useOf(readings, feature, on, window);
  const name = feature ?? "Any use of the product";
  const base = {
    id: feature === null ? "use" : `feature:${feature}`,
    label: `${name}, ${cadence}`,
    evidence: evidenceOf(used),
  };
  const active = activeDaysOf(used);
  const met = cadence === "daily" ? active >= policy.dailyActiveDays : used.length > 0;
  if (met)
    return {
      ...base,
      state: "met",
      says: `Used ${cadence}, last in the days to ${used.at(-1)?.effectiveOn}.`,
    };
  if (!live && used.length === 0) return { ...base, state: unmet(reading), says: noReadings };
  const says =
    cadence === "daily" && used.length > 0
      ? `Used on ${active} of the last 7 days; ${policy.dailyActiveDays} are agreed.`
      : `Not used in the ${window} days to ${on}.`;
  return { ...base, state: "failing", says };
}

function seatClause(reading: Reading, record: CustomerRecord): Clause {
  const { rule, policy, readings, on, live } = reading;
  const active = activeSeats(readings, on, policy.weeklyDays);
  const seats = licensedSeats(record, readings, on);
  const used = useOf(readings, null, on, policy.weeklyDays);
  const base = {
    id: "seat_share",
    label: `Active seats, ${rule.seatShare} % or more`,
    evidence: evidenceOf(used.filter(({ users }) => users !== null)),
  };
  if (active === null && !live) return { ...base, state: unmet(reading), says: noReadings };
  if (seats === null)
    return {
      ...base,
      state: "missing",
      says: "How many seats are licensed is not known. Import usage with licensed seats, or contract lines priced per seat.",
    };
  if (active === null && used.length > 0)
    return { ...base, state: "missing", says: "The readings do not say how many people used the product." };
  const count = active ?? 0;
  const says = `${count} of ${seats} seats active (${Math.floor((count * 100) / seats)} %); ${rule.seatShare} % are agreed.`;
  return { ...base, state: count * 100 >= rule.seatShare * seats ? "met" : "failing", says };
}

function idleClause(reading: Reading): Clause {
  const { rule, readings, on, live } = reading;
  const name = rule.coreModule ?? "The product";
  const last = lastUse(readings, rule.coreModule);
  const base = {
    id: "core_module",
    label: `${name} not idle for ${rule.idleDays} days`,
    evidence: last ? evidenceOf([last]) : [],
  };
  if (last && isCurrent(last, on, rule.idleDays))
    return { ...base, state: "met", says: `Last used in the days to ${last.effectiveOn}.` };
  if (!live) return { ...base, state: unmet(reading), says: noReadings };
  const says = last
    ? `${name} has been idle for ${daysBetween(last.effectiveOn, on)} days; ${rule.idleDays} end it.`
    : `No use of ${rule.coreModule ?? "the product"} is on record.`;
  return { ...base, state: "failing", says };
}
