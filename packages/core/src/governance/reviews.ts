import {
  type EntryOf,
  entriesOf,
  type JournalFact,
  type JournalOf,
  type RedefinitionTrigger,
} from "../facts/index.ts";
import { addDays, addMonths, type Day, earlier } from "../kernel/index.ts";
import type { TermId } from "../registry/index.ts";
import { type TermSetName, termSets } from "./term-sets.ts";

/** Days within which a review is due once something calls definitions into question. */
export const triggerDays = 30;

/**
 * The terms a trigger puts in question first. A shift of the ideal customer profile re-opens what was agreed for the old
 * one: onboarding criteria, thresholds of health, and what retention is held against.
 */
export const questionedBy: Readonly<Record<RedefinitionTrigger, readonly TermId[]>> = {
  product_line: ["onboarded", "adopted", "use-case"],
  icp_shift: ["icp", "onboarded", "health-score", "at-risk", "retention-rate", "beta"],
  new_leader: ["nrr", "onboarded", "at-risk"],
  cohort_churn: ["onboarded", "handoff-process", "handoff-scorecard", "icp"],
};

/** What holds for a set of terms where the workspace has set nothing. */
export function houseSet(set: TermSetName): EntryOf<"term_set"> {
  const { minutes, reviewMonths } = termSets[set];
  return { of: "term_set", set, owner: null, approvers: [], financeSigns: false, minutes, reviewMonths };
}

/** What the workspace has set for a set of terms: its latest word, or the house's. */
export function setIn(journal: readonly JournalFact[], set: TermSetName): EntryOf<"term_set"> {
  return (
    latest(entriesOf(journal, "term_set").filter(({ entry }) => entry.set === set))?.entry ?? houseSet(set)
  );
}

/** When a set of terms was reviewed last, when it is due again, and what calls for it. */
export interface ReviewClock {
  readonly set: TermSetName;
  readonly last: JournalOf<"term_review"> | null;
  /** What was reported, or found, since the last review of all of the set's terms. */
  readonly triggers: readonly {
    readonly trigger: RedefinitionTrigger;
    readonly on: Day;
    readonly note: string;
    readonly by: string | null;
  }[];
  /** The day by which the next review is to be held; null: there was none yet, so it is due at once. */
  readonly dueOn: Day | null;
  readonly overdue: boolean;
  /** The terms to look at first: those in question, then those used most. */
  readonly first: readonly TermId[];
}

/**
 * The review clock of a set: a review is due so many months after the last one, or within 30 days of something that calls
 * definitions into question, whichever is earlier. `churning` are cohorts that were found to churn though their handoffs
 * were complete.
 */
export function reviewClock(
  journal: readonly JournalFact[],
  set: TermSetName,
  today: Day,
  churning: readonly { readonly on: Day; readonly note: string }[] = [],
): ReviewClock {
  const { reviewMonths } = setIn(journal, set);
  const whole = entriesOf(journal, "term_review").filter(
    ({ entry, effectiveOn }) => entry.set === set && entry.terms.length === 0 && effectiveOn <= today,
  );
  const last = latest(whole) ?? null;
  const reported = entriesOf(journal, "term_trigger")
    .filter(({ entry, at }) => entry.set === set && (last === null || at > last.at))
    .map(({ entry: { trigger, note }, effectiveOn, by }) => ({ trigger, on: effectiveOn, note, by }));
  const found = churning
    .filter(({ on }) => last === null || on > last.effectiveOn)
    .map(({ on, note }) => ({ trigger: "cohort_churn" as const, on, note, by: null }));
  const triggers = [...reported, ...found].sort((a, b) => (a.on < b.on ? -1 : 1));
  const regular = last && addMonths(last.effectiveOn, reviewMonths);
  const called = triggers.map(({ on }) => addDays(on, triggerDays));
  const dueOn = regular && called.reduce(earlier, regular);
  const first = [...triggers.flatMap(({ trigger }) => questionedBy[trigger]), ...termSets[set].often];
  return {
    set,
    last,
    triggers,
    dueOn,
    overdue: dueOn === null || dueOn < today,
    first: [...new Set(first)],
  };
}

/** The day a term was last looked at in a review: of its set, or of the term itself; null: never. */
export function reviewedOn(journal: readonly JournalFact[], set: TermSetName, term: TermId): Day | null {
  const held = entriesOf(journal, "term_review").filter(
    ({ entry }) => entry.set === set && (entry.terms.length === 0 || entry.terms.includes(term)),
  );
  return latest(held)?.effectiveOn ?? null;
}

function latest<Fact extends JournalFact>(facts: readonly Fact[]): Fact | undefined {
  return facts.reduce<Fact | undefined>(
    (held, fact) =>
      held === undefined || [held.at, held.recordedAt].join() <= [fact.at, fact.recordedAt].join()
        ? fact
        : held,
    undefined,
  );
}
