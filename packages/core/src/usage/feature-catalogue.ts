import { type EntryOf, entriesOf, type JournalFact, type JournalOf, type UseSignal } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";

/** A feature as the catalogue has it. */
export type Feature = EntryOf<"feature">;

/** When active use of a feature was agreed: before the feature was there for all, after, or never. */
export type Agreement = "before" | "after" | "none";

/** The features of the product on a day, by area and name: of each the latest version, and none that is retired. */
export function featuresOn(journal: readonly JournalFact[], on: Day): JournalOf<"feature">[] {
  const latest = new Map<string, JournalOf<"feature">>();
  for (const fact of entriesOf(journal, "feature")) {
    if (fact.withdrawn !== null || fact.effectiveOn > on) continue;
    const held = latest.get(fact.entry.feature);
    const later =
      !held ||
      held.effectiveOn < fact.effectiveOn ||
      (held.effectiveOn === fact.effectiveOn && held.recordedAt <= fact.recordedAt);
    if (later) latest.set(fact.entry.feature, fact);
  }
  const key = ({ area, feature }: Feature) => `${area} ${feature}`;
  return [...latest.values()]
    .filter(({ entry }) => !entry.retired)
    .sort((a, b) => (key(a.entry) < key(b.entry) ? -1 : 1));
}

/** Whether active use was agreed before general availability: what is agreed later may have been fitted to what was seen. */
export function agreementOf({ gaOn, activeUse }: Feature): Agreement {
  if (activeUse === null) return "none";
  return gaOn === null || activeUse.agreedOn < gaOn ? "before" : "after";
}

/** Whether customers of a segment are entitled to a feature. */
export const entitled = ({ segments }: Feature, segment: string | null): boolean =>
  segments.length === 0 || (segment !== null && segments.includes(segment));

/** Whether it is a feature to take up: coming to a limit of the plan is none. */
export const isTakenUp = ({ signals = [] }: Feature): boolean => !signals.includes("plan_limit");

/** What the catalogue names as a sign of one kind, in its order. */
export const signalsOf = (features: readonly Feature[], signal: UseSignal): string[] =>
  features.flatMap(({ feature, signals = [] }) => (signals.includes(signal) ? [feature] : []));
