import { type EntryOf, entriesOf, type JournalOf, type WorkspaceEntryKind } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { HouseRules } from "../people/index.ts";

/** Every version of a kind of rule that was not withdrawn, in the order they came into force. */
export function ruleVersions<Kind extends WorkspaceEntryKind>(
  { journal }: HouseRules,
  kind: Kind,
): JournalOf<Kind>[] {
  return entriesOf(journal, kind)
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((a, b) =>
      a.effectiveOn === b.effectiveOn
        ? a.recordedAt < b.recordedAt
          ? -1
          : 1
        : a.effectiveOn < b.effectiveOn
          ? -1
          : 1,
    );
}

/** The rule of a kind in force on a day: the last one that came into force by then; null: none had. */
export function ruleOn<Kind extends "coverage_rules" | "icp_rules">(
  rules: HouseRules,
  kind: Kind,
  on: Day,
): JournalOf<Kind> | null {
  return ruleVersions(rules, kind).findLast(({ effectiveOn }) => effectiveOn <= on) ?? null;
}

/**
 * How accounts are looked after where the workspace has not said: enterprise customers closely, once a month; all others
 * once a quarter. No account is strategic, and tiers are those that were imported.
 */
export const houseCoverageRules: EntryOf<"coverage_rules"> = {
  of: "coverage_rules",
  tiers: [],
  touch: [
    {
      model: "high_touch",
      everyDays: 30,
      when: [{ attribute: "segment", in: ["Enterprise", "Strategic"] }],
    },
    { model: "low_touch", everyDays: 90, when: [] },
  ],
  strategic: [],
};
