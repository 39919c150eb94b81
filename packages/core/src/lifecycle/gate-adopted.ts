import { type Cadence, entriesOf, type UsageFact } from "../facts/index.ts";
import { type Day, dayOfEpoch, epochDay } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { type AdoptionRule, adoptionRuleOn } from "./adoption-rule.ts";
import { type Clause, type Evidence, type GateCheck, gateOf } from "./clause.ts";
import type { Life } from "./lives.ts";
import type { ClauseState } from "./names.ts";
import { type LifecyclePolicy, lifecyclePolicyOn } from "./policy.ts";
import {
  activeSeats,
  amountOfUse,
  isCurrent,
  lastUse,
  licensedSeats,
  type Readings,
  readingsUpTo,
  useOf,
} from "./usage-window.ts";
import { feedDays, named, upTo, useIndexOf } from "./use-index.ts";

interface Reading {
  readonly rule: AdoptionRule;
  readonly policy: LifecyclePolicy;
  readonly readings: Readings;
  /** The last day readings tell of, as a number; where none do, the day that is asked for. */
  readonly on: number;
  /** Readings come in: what is not in them did not happen. */
  readonly live: boolean;
}

/** What adoption is measured by on some days, until another rule, or another number, comes into force. */
export interface Measure {
  readonly rule: AdoptionRule;
  readonly policy: LifecyclePolicy;
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
  const after = Math.max(numberOf(life?.after), numberOf(back?.effectiveOn));
  const reading = readingOn(record, rules, { rule, policy }, { on: epochDay(on), after });
  return gateOf("adopted", [
    ...coreOf(rule).map((core) => featureClause(reading, core)),
    seatClause(reading, record),
    idleClause(reading),
  ]);
}

/**
 * Whether the gate to Adopted is passed on a day, or has only lapsed, without saying why: what {@link adoptedGate}
 * concludes from the same states. Days are numbers since 1970; readings count that end after `after`.
 */
export function adoptedVerdict(
  record: CustomerRecord,
  rules: HouseRules,
  measure: Measure,
  asked: { readonly on: number; readonly after: number },
): Pick<GateCheck, "passed" | "lapsed"> {
  const reading = readingOn(record, rules, measure, asked);
  const shut = { passed: false, lapsed: false };
  // Without a single reading nothing is met, and nothing was.
  if (reading.readings.first === reading.readings.end) return shut;
  let stale = false;
  for (const core of coreOf(measure.rule)) {
    const { state } = featureState(reading, core);
    if (state !== "met" && state !== "stale") return shut;
    stale ||= state === "stale";
  }
  for (const { state } of [idleState(reading), seatState(reading, record)]) {
    if (state !== "met" && state !== "stale") return shut;
    stale ||= state === "stale";
  }
  return { passed: !stale, lapsed: stale };
}

const numberOf = (day: Day | null | undefined): number =>
  day == null ? Number.NEGATIVE_INFINITY : epochDay(day);

function readingOn(
  record: CustomerRecord,
  rules: HouseRules,
  { rule, policy }: Measure,
  { on, after }: { readonly on: number; readonly after: number },
): Reading {
  const told = toldUntil(rules, record, policy, on);
  // Use is judged as of the last day that readings tell of: between two of them nothing is known to have changed.
  return {
    rule,
    policy,
    readings: readingsUpTo(record.usage, on, after),
    on: told ?? on,
    live: told !== null,
  };
}

/**
 * The last day up to `on` that readings of usage tell of, of any customer of the workspace where that is known, else of
 * this one; null: none have come in for so long that nobody knows.
 */
function toldUntil(
  { readings }: HouseRules,
  { usage }: CustomerRecord,
  { readingsStaleDays }: LifecyclePolicy,
  on: number,
): number | null {
  const index = useIndexOf(usage);
  const ends = readings ? feedDays(readings.days) : index.ends;
  const known = upTo(ends, on);
  const latest = ends[known - 1];
  const longest = (readings?.longest ?? index.longestSoFar)[known - 1] ?? 1;
  return latest !== undefined && latest > on - Math.max(readingsStaleDays, longest) ? latest : null;
}

interface Core {
  readonly feature: string | null;
  readonly name: string | null;
  readonly cadence: Cadence;
}

const cores = new WeakMap<AdoptionRule, readonly Core[]>();

/** What has to be used how often; without a rule any use of the product, every week. */
function coreOf(rule: AdoptionRule): readonly Core[] {
  const known = cores.get(rule) ?? [
    ...rule.coreFeatures.map(({ feature, cadence }) => ({ feature, name: named(feature), cadence })),
    ...(rule.coreFeatures.length === 0 ? [{ feature: null, name: null, cadence: "weekly" as const }] : []),
  ];
  cores.set(rule, known);
  return known;
}

/** What is not met: failing where readings come in, else stale when it once was, or missing. */
const unmet = ({ live, readings: { first, end } }: Reading): ClauseState =>
  live ? "failing" : end > first ? "stale" : "missing";

const windowOf = ({ policy }: Reading, cadence: Cadence): number =>
  cadence === "monthly" ? policy.monthlyDays : policy.weeklyDays;

function featureState(reading: Reading, { name, cadence }: Core) {
  const { readings, on, policy, live } = reading;
  const amount = amountOfUse(readings, { name, on, window: windowOf(reading, cadence) });
  const met = cadence === "daily" ? amount.activeDays >= policy.dailyActiveDays : amount.count > 0;
  const state: ClauseState = met ? "met" : !live && amount.count === 0 ? unmet(reading) : "failing";
  return { ...amount, state };
}

function seatState(reading: Reading, record: CustomerRecord) {
  const { rule, policy, readings, on, live } = reading;
  const active = activeSeats(readings, on, policy.weeklyDays);
  const seats = licensedSeats(record, readings, on);
  const count = active ?? 0;
  const state = (): ClauseState => {
    if (active === null && !live) return unmet(reading);
    if (seats === null) return "missing";
    if (active === null && amountOfUse(readings, { name: null, on, window: policy.weeklyDays }).count > 0)
      return "missing";
    return count * 100 >= rule.seatShare * seats ? "met" : "failing";
  };
  return { active, seats, count, state: state() };
}

function idleState(reading: Reading) {
  const { rule, readings, on } = reading;
  const last = lastUse(readings, rule.coreModule === null ? null : named(rule.coreModule));
  const met = last !== null && isCurrent(readings.index, last, on, rule.idleDays);
  return { last, state: met ? ("met" as const) : unmet(reading) };
}

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

function featureClause(reading: Reading, core: Core): Clause {
  const { policy, readings, on, live } = reading;
  const { feature, name, cadence } = core;
  const window = windowOf(reading, cadence);
  const used = useOf(readings, { name, on, window });
  const { state, count, activeDays } = featureState(reading, core);
  const base = {
    id: feature === null ? "use" : `feature:${feature}`,
    label: `${feature ?? "Any use of the product"}, ${cadence}`,
    evidence: evidenceOf(used),
    state,
  };
  if (state === "met")
    return { ...base, says: `Used ${cadence}, last in the days to ${used.at(-1)?.effectiveOn}.` };
  if (!live && count === 0) return { ...base, says: noReadings };
  const says =
    cadence === "daily" && count > 0
      ? `Used on ${activeDays} of the last 7 days; ${policy.dailyActiveDays} are agreed.`
      : `Not used in the ${window} days to ${dayOfEpoch(on)}.`;
  return { ...base, says };
}

function seatClause(reading: Reading, record: CustomerRecord): Clause {
  const { rule, policy, readings, on, live } = reading;
  const { active, seats, count, state } = seatState(reading, record);
  const used = useOf(readings, { name: null, on, window: policy.weeklyDays });
  const base = {
    id: "seat_share",
    label: `Active seats, ${rule.seatShare} % or more`,
    evidence: evidenceOf(used.filter(({ users }) => users !== null)),
    state,
  };
  if (active === null && !live) return { ...base, says: noReadings };
  if (seats === null)
    return {
      ...base,
      says: "How many seats are licensed is not known. Import usage with licensed seats, or contract lines priced per seat.",
    };
  if (state === "missing")
    return { ...base, says: "The readings do not say how many people used the product." };
  const says = `${count} of ${seats} seats active (${Math.floor((count * 100) / seats)} %); ${rule.seatShare} % are agreed.`;
  return { ...base, says };
}

function idleClause(reading: Reading): Clause {
  const { rule, readings, on, live } = reading;
  const name = rule.coreModule ?? "The product";
  const { last: at, state } = idleState(reading);
  const last = at === null ? undefined : readings.index.usage[at];
  const base = {
    id: "core_module",
    label: `${name} not idle for ${rule.idleDays} days`,
    evidence: last ? evidenceOf([last]) : [],
    state,
  };
  if (state === "met") return { ...base, says: `Last used in the days to ${last?.effectiveOn}.` };
  if (!live) return { ...base, says: noReadings };
  const says = last
    ? `${name} has been idle for ${on - epochDay(last.effectiveOn)} days; ${rule.idleDays} end it.`
    : `No use of ${rule.coreModule ?? "the product"} is on record.`;
  return { ...base, says };
}
