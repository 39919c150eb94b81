import { entriesOf } from "../facts/index.ts";
import { type Day, dayOfEpoch, epochDay } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { adoptionRuleOn } from "./adoption-rule.ts";
import type { GateCheck } from "./clause.ts";
import { adoptedVerdict, type Measure } from "./gate-adopted.ts";
import { onboardedGate, onboardingOn } from "./gate-onboarded.ts";
import { type Life, lifeOn } from "./lives.ts";
import { lifecyclePolicyOn } from "./policy.ts";

/**
 * What of a customer is asked day after day, from an earlier day to a later one. Each answer is kept until the next day
 * on which it can be another. Days are numbers since 1970.
 */
export interface Course {
  readonly record: CustomerRecord;
  readonly rules: HouseRules;
  lifeOn(on: number): LifeOn;
  onboardedOn(on: number): Pick<GateCheck, "passed" | "lapsed">;
  adoptedOn(on: number): Pick<GateCheck, "passed" | "lapsed">;
  /** The gate to Onboarded with all it rests on. */
  onboardedGateOn(on: number): GateCheck;
  /** Whether somebody moved the account back by a day, after another (null: ever). */
  movedBack(on: number, after: number | null): boolean;
  /** The reason the account was moved back for on a day; null: it was not, on that day. */
  reasonBackOn(on: number): string | null;
}

/** A life, the day it was won and the one an earlier life ended before it; none: nothing is won, it is the first. */
interface LifeOn {
  readonly life: Life | null;
  readonly won: number;
  readonly after: number;
}

/** An answer that holds from each of some days until the next: computed on the first day it is asked for in between. */
function heldBetween<Answer>(days: readonly number[], answerOn: (on: number) => Answer) {
  const changes = Float64Array.from(days).sort();
  let next = 0;
  let held: { readonly answer: Answer } | null = null;
  return (on: number): Answer => {
    let changed = held === null;
    while (next < changes.length && changes[next]! <= on) {
      next++;
      changed = true;
    }
    if (changed || held === null) held = { answer: answerOn(on) };
    return held.answer;
  };
}

const numbers = (...days: readonly (Day | null)[]): number[] =>
  days.flatMap((day) => (day === null ? [] : epochDay(day)));

/** Kinds of entries that decide about Onboarded. */
const decisive = [
  "criterion",
  "kickoff",
  "setback",
  "evidence",
  "confirmation",
  "onboarded_flag",
  "waiver",
] as const;

type Verdict = Pick<GateCheck, "passed" | "lapsed">;

/** The course of a customer, to be asked for days in their order. */
export function courseOf(record: CustomerRecord, rules: HouseRules): Course {
  const ofLife = lifeDays(record);
  const lived = { ...record, journal: entriesOf(record.journal, "deal_closed") };
  const life = heldBetween(ofLife, (on): LifeOn => {
    const own = lifeOn(lived, dayOfEpoch(on));
    return {
      life: own,
      won: own?.wonOn == null ? Number.POSITIVE_INFINITY : epochDay(own.wonOn),
      after: own?.after == null ? Number.NEGATIVE_INFINITY : epochDay(own.after),
    };
  });
  const journal = entriesOf(record.journal, ...decisive, "contact_role");
  const onboarding = { ...record, journal };
  const gateOn = (on: number) => onboardedGate(onboardingOn(onboarding, life(on).life, dayOfEpoch(on)));
  const measure = measureAlong(record, rules);
  const setbacks = entriesOf(journal, "setback").map(({ effectiveOn, entry: { reason } }) => ({
    on: epochDay(effectiveOn),
    reason,
  }));
  const lastBack = (on: number) => setbacks.findLast((back) => back.on <= on);
  return {
    record,
    rules,
    lifeOn: life,
    onboardedOn: onboardedAlong(onboarding, gateOn, ofLife),
    onboardedGateOn: gateOn,
    adoptedOn: (on) => {
      const back = setbacks.length === 0 ? undefined : lastBack(on);
      const after = Math.max(life(on).after, back?.on ?? Number.NEGATIVE_INFINITY);
      return adoptedVerdict(record, rules, measure(on), { on, after });
    },
    movedBack: (on, after) => setbacks.some((back) => back.on <= on && (after === null || back.on > after)),
    reasonBackOn: (on) => {
      const back = lastBack(on);
      return back?.on === on ? back.reason : null;
    },
  };
}

/** The days on which a life can begin or end. */
function lifeDays({ lines, movements, journal }: CustomerRecord): number[] {
  return [
    ...lines.flatMap(({ startsOn, signedOn }) => numbers(startsOn, signedOn)),
    ...movements.flatMap(({ on, kind }) =>
      kind === "churn" ? [epochDay(on), epochDay(on) + 1] : epochDay(on),
    ),
    ...entriesOf(journal, "deal_closed").flatMap(({ effectiveOn, entry }) =>
      numbers(effectiveOn, entry.signedOn),
    ),
  ];
}

function onboardedAlong(
  { journal, movements }: CustomerRecord,
  gateOn: (on: number) => Verdict,
  ofLife: readonly number[],
): (on: number) => Verdict {
  const of = entriesOf(journal, ...decisive);
  const days = of.flatMap(({ effectiveOn, entry }) =>
    "expiresOn" in entry ? numbers(effectiveOn, entry.expiresOn) : epochDay(effectiveOn),
  );
  // Without the flag nothing is passed, and nothing has lapsed.
  const flags = entriesOf(of, "onboarded_flag").map(({ effectiveOn }) => epochDay(effectiveOn));
  const flagged = Math.min(...flags);
  // What an earlier life left behind stops to count where another begins: only a customer that was lost has one.
  const another = movements.some(({ kind }) => kind === "churn");
  return heldBetween(another ? [...days, ...ofLife] : days, (on) =>
    on < flagged ? { passed: false, lapsed: false } : gateOn(on),
  );
}

function measureAlong(record: CustomerRecord, rules: HouseRules): (on: number) => Measure {
  const days = [
    ...entriesOf(rules.journal, "adoption_rule", "lifecycle_policy").map(({ effectiveOn }) =>
      epochDay(effectiveOn),
    ),
    ...record.attributes.flatMap(({ attribute, effectiveOn }) =>
      attribute === "segment" ? epochDay(effectiveOn) : [],
    ),
  ];
  return heldBetween(days, (number) => {
    const on = dayOfEpoch(number);
    const policy = lifecyclePolicyOn(rules, on);
    return { policy, rule: adoptionRuleOn(record, rules, policy, on) };
  });
}
