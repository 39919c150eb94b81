import type { EntryOf } from "../../facts/index.ts";
import type { Day } from "../../kernel/index.ts";
import { type RegisteredTerm, type TermId, termById, terms } from "../../registry/index.ts";
import type { Proposal } from "../definitions/proposals.ts";
import { definitionVersions } from "../definitions/versions.ts";
import { type TermSetName, termSetOf, termSets } from "../term-sets.ts";

/** How the time of a session is given out, in whole seconds: its parts add up to `total`. */
export interface SessionBudget {
  readonly total: number;
  readonly opening: number;
  readonly each: number;
  /** With the seconds that do not divide among the terms. */
  readonly closing: number;
}

/** What the time of a session is given out among. */
export type SessionLength = Pick<EntryOf<"glossary_session">, "minutes" | "opening" | "closing"> & {
  readonly terms: { readonly length: number };
};

/** Gives the minutes of a session out: to its opening, to each term alike, and to its close. */
export function budgetOf({ minutes, opening, closing, terms: { length } }: SessionLength): SessionBudget {
  const total = minutes * 60;
  const begin = Math.min(opening * 60, total);
  const end = Math.min(closing * 60, total - begin);
  const each = length === 0 ? 0 : Math.floor((total - begin - end) / length);
  return { total, opening: begin, each, closing: total - begin - each * length };
}

/** Minutes before the first term and after the last, where nothing else is said. */
export const usualMargins = { opening: 3, closing: 4 } as const;
/** Minutes of a session in which one text is written. */
export const workingMinutes = 30;

/** Which terms of a set a session is about. */
export const sessionScopes = ["short", "all", "changed", "least"] as const;
/** Those cited most, all of the set, those changed since the set was last talked about, or the least there is to agree on. */
export type SessionScope = (typeof sessionScopes)[number];
/**
 * The least a company agrees on, even one too small for CSMs, where one person sells and retains: the definitions apply, and
 * a handoff is that person's own turn from the one to the other.
 */
export const leastTerms = ["onboarded", "at-risk", "nrr"] as const satisfies readonly TermId[];

/** In which order a session takes its terms. */
export const sessionOrders = ["first_section", "name"] as const;
/** The section where most gaps are found first, or by name. */
export type SessionOrder = (typeof sessionOrders)[number];

/** What decides which terms a session takes. `since`: the day the set was last talked about; null: never. */
export interface Choice {
  readonly set: TermSetName;
  readonly scope: SessionScope;
  readonly order: SessionOrder;
  readonly since: Day | null;
  readonly proposals: readonly Proposal[];
}

/** The terms a session takes, in its order. What was never talked about has changed. */
export function termsOfSession({ set, scope, order, since, proposals }: Choice): RegisteredTerm[] {
  const { shortPath, first } = termSets[set];
  const named: readonly TermId[] | null =
    scope === "short" ? shortPath : scope === "least" ? leastTerms : null;
  const found =
    named !== null
      ? named.map((id) => termById(id))
      : terms.filter(
          (term) =>
            termSetOf(term) === set &&
            (scope === "all" || since === null || changedAfter(term, proposals, since)),
        );
  const byName = [...found].sort((a, b) => a.name.localeCompare(b.name, "en"));
  if (order === "name") return byName;
  const listed = named === null ? byName : found;
  return [
    ...listed.filter(({ section }) => section === first),
    ...listed.filter(({ section }) => section !== first),
  ];
}

/** Whether a term's definition changed after a day, or somebody proposed to change it. */
function changedAfter(term: RegisteredTerm, proposals: readonly Proposal[], day: Day): boolean {
  return (
    definitionVersions(term, proposals).some(({ on }) => on > day) ||
    proposals.some(
      ({ entry, state, at }) => entry.term === term.id && state === "open" && day < at.slice(0, 10),
    )
  );
}
