import { z } from "zod";
import { entriesOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { HouseRules } from "../people/index.ts";

const days = (usual: number, max = 3_650) => z.int().min(1).max(max).default(usual);

/**
 * The numbers of the lifecycle that a workspace may set, by a `lifecycle_policy` entry, each with its legal range.
 *
 * - `seatShare`: active seats of licensed seats in per cent from which on a customer counts as Adopted, where no
 *   adoption rule of its segment says otherwise; `idleDays`: days without use of the core module that end it.
 * - `dailyActiveDays`: on how many of the last seven days a feature must be used to count as used daily.
 * - `weeklyDays`, `monthlyDays`: how far back a weekly and a monthly use may lie.
 * - `readingsStaleDays`: without any reading in the workspace for so long, usage is unknown rather than absent.
 * - `renewalOpensDays`, `renewalLatestDays`, `renewalLatestMonths`: a renewal opens so many days before the term ends;
 *   the conversation starts at the latest so many days, or calendar months if that is earlier, before.
 * - `renewalPreparedMonths`: the three preparations lie before the last so many months of the term.
 * - `sla…Days`: how long an account is expected to stay in a column before somebody should look.
 */
export const LifecyclePolicy = z.object({
  seatShare: z.int().min(1).max(100).default(80),
  idleDays: days(14, 366),
  dailyActiveDays: z.int().min(1).max(7).default(5),
  weeklyDays: days(7, 31),
  monthlyDays: days(30, 92),
  readingsStaleDays: days(14, 366),
  renewalOpensDays: days(120, 730),
  renewalLatestDays: days(90, 730),
  renewalLatestMonths: z.int().min(0).max(24).default(3),
  renewalPreparedMonths: z.int().min(0).max(24).default(1),
  slaWonDays: days(60),
  slaOnboardedDays: days(90),
  slaAdoptedDays: days(180),
  slaExpansionDays: days(60),
  slaRenewalDays: days(120),
});
/** The numbers of the lifecycle that a workspace may set. */
export type LifecyclePolicy = z.infer<typeof LifecyclePolicy>;

/** The house policy: every default. */
export const houseLifecyclePolicy: LifecyclePolicy = LifecyclePolicy.parse({});

interface InForce {
  readonly from: Day;
  readonly policy: LifecyclePolicy;
}

const inForce = new WeakMap<HouseRules, readonly InForce[]>();

/**
 * The policy in force on a day: each number as the last `lifecycle_policy` effective by then that names it sets it, and the
 * house default for the rest. A number outside of its range counts as not named.
 */
export function lifecyclePolicyOn(rules: HouseRules, on: Day): LifecyclePolicy {
  return setIn(rules).findLast(({ from }) => from <= on)?.policy ?? houseLifecyclePolicy;
}

/** Every policy that was ever in force, the house's first. */
export function policiesOf(rules: HouseRules): LifecyclePolicy[] {
  return [houseLifecyclePolicy, ...setIn(rules).map(({ policy }) => policy)];
}

/** The policies that were set, in the order of the days they came into force. */
function setIn(rules: HouseRules): readonly InForce[] {
  const known = inForce.get(rules) ?? read(rules);
  inForce.set(rules, known);
  return known;
}

function read(rules: HouseRules): InForce[] {
  const held: Record<string, number> = {};
  return entriesOf(rules.journal, "lifecycle_policy")
    .sort((a, b) => (`${a.effectiveOn} ${a.recordedAt}` < `${b.effectiveOn} ${b.recordedAt}` ? -1 : 1))
    .map(({ effectiveOn, entry: { parameters } }) => {
      for (const [name, schema] of Object.entries(LifecyclePolicy.shape)) {
        const value = parameters[name];
        if (value !== undefined && schema.safeParse(value).success) held[name] = value;
      }
      return { from: effectiveOn, policy: LifecyclePolicy.parse(held) };
    });
}
