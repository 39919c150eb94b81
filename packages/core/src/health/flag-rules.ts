import { entriesOf, type FlagConditionKind, type FlagThresholds, type JournalFact } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { conditionHolds, type JudgedOn } from "./red-flag.ts";
import type { SeenSign } from "./seen-at.ts";

/** A rule that opens a red flag where all its conditions hold; numbers of the policy may be set for it alone. */
export interface FlagRule {
  readonly id: string;
  readonly name: string;
  readonly conditions: readonly FlagConditionKind[];
  readonly idleUserDays: number | null;
  readonly unansweredEmails: number | null;
  readonly thresholds?: FlagThresholds;
  readonly active: boolean;
  /** Written by the workspace, and not shipped. */
  readonly own: boolean;
}

const shipped = (id: string, name: string, ...conditions: readonly FlagConditionKind[]): FlagRule => ({
  id,
  name,
  conditions,
  idleUserDays: null,
  unansweredEmails: null,
  active: true,
  own: false,
});

/** The rules that come with the product. */
export const houseFlagRules: readonly FlagRule[] = [
  shipped("logins_fell", "Logins fell by half", "logins_fell"),
  shipped("champion_gone", "Champion left or moved", "champion_gone"),
  shipped("renewal_meeting_declined", "Renewal meeting declined twice", "renewal_meeting_declined"),
  shipped("integration_broken", "Key integration broken", "integration_broken"),
  shipped("nps_fell", "NPS fell within one cycle", "nps_fell"),
  shipped("idle_and_silent", "Main user idle and champion silent", "main_user_idle", "champion_silent"),
];

/** The rules in force on a day: those that come with the product, and what the workspace wrote by then. */
export function flagRulesOn(journal: readonly JournalFact[], on: Day): FlagRule[] {
  const written = entriesOf(journal, "red_flag_rule").flatMap(
    ({ entryId, entry, effectiveOn, withdrawn }): FlagRule[] => {
      if (withdrawn !== null || effectiveOn > on) return [];
      const { of: _, ...rule } = entry;
      return [{ id: entryId, ...rule, own: true }];
    },
  );
  return [...houseFlagRules, ...written];
}

/** The choices by which the conditions of a rule are judged: its own numbers, else those of the policy. */
export function rulePolicy(
  { idleUserDays, unansweredEmails, thresholds = {} }: Omit<FlagRule, "id" | "name" | "own">,
  policy: HealthPolicy = houseHealthPolicy,
): HealthPolicy {
  const own = Object.entries({ idleUserDays, unansweredEmails, ...thresholds }).filter(
    ([, value]) => value != null,
  );
  return { ...policy, ...Object.fromEntries(own) };
}

/** A red flag a rule calls for, with what was seen. `mark` tells this occurrence from the next one of the same rule. */
export interface FlagDue {
  readonly rule: FlagRule;
  readonly on: Day;
  readonly evidence: readonly { readonly on: Day; readonly text: string }[];
  readonly mark: string;
  /** The first day of what was seen, where that goes on for days; null: it happened once. */
  readonly since: Day | null;
}

/**
 * The red flags that what was seen calls for, each by its rule: every condition of it holds. A condition seen more than
 * once, such as of two champions, calls for a flag each; of rules that join conditions the latest of each is taken.
 */
export function flagsDue(
  signs: readonly SeenSign[],
  rules: readonly FlagRule[],
  judged: JudgedOn,
  policy: HealthPolicy = houseHealthPolicy,
): FlagDue[] {
  return rules.flatMap((rule): FlagDue[] => {
    // Of most customers nothing is seen that a rule asks for.
    const isSeen = (kind: FlagConditionKind) => signs.some(({ condition }) => condition.what === kind);
    if (!rule.active || !rule.conditions.every(isSeen)) return [];
    const under = rulePolicy(rule, policy);
    const holding = (kind: FlagConditionKind) =>
      signs.filter(({ condition }) => condition.what === kind && conditionHolds(condition, judged, under));
    const found = rule.conditions.map(holding);
    if (found.some((of) => of.length === 0)) return [];
    const [only, ...others] = found;
    const sets =
      others.length === 0 ? (only ?? []).map((sign) => [sign]) : [found.flatMap((of) => of.at(-1) ?? [])];
    return sets.map((set) => ({
      rule,
      on:
        set
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? judged.on,
      evidence: set.map(({ on, text }) => ({ on, text })),
      mark: set.map(({ mark }) => mark).join("; "),
      since: set.length === 1 ? (set[0]?.since ?? null) : null,
    }));
  });
}
