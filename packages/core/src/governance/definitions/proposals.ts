import { entriesOf, type JournalFact, type JournalOf, type Team } from "../../facts/index.ts";
import { type Day, type EntryId, groupBy, type Instant, later } from "../../kernel/index.ts";
import { isTermId, type RegisteredTerm, termById, terms } from "../../registry/index.ts";

/** How a proposal stands: waiting for teams, agreed, turned down, or made against a version that is no longer the last. */
export type ProposalState = "open" | "approved" | "rejected" | "overtaken";

/** What a team said of a proposal. */
export type Signature = JournalOf<"term_signature">;

/** A proposed change of a definition with what the teams said of it. */
export interface Proposal {
  readonly entryId: EntryId;
  readonly by: string | null;
  readonly at: Instant;
  readonly entry: JournalOf<"term_proposal">["entry"];
  /** Everything that was said, in its order. */
  readonly signatures: readonly Signature[];
  readonly state: ProposalState;
  /** The teams that have not agreed yet. */
  readonly missing: readonly Team[];
  /** When it was recorded that the last team agreed, and the day the version holds from; null while it does not. */
  readonly approved: { readonly at: Instant; readonly from: Day } | null;
}

/**
 * The terms whose definition a change touches: its own, and with each parameter it sets every other that is counted by
 * that parameter.
 */
export function termsTouched({
  term,
  parameters,
}: Pick<Proposal["entry"], "term" | "parameters">): RegisteredTerm[] {
  const names = Object.keys(parameters);
  const counted = terms.filter((other) => other.parameters.some(({ name }) => names.includes(name)));
  const own = isTermId(term) && !counted.some(({ id }) => id === term) ? [termById(term)] : [];
  return [...own, ...counted];
}

const byMoment = (a: JournalFact, b: JournalFact): number =>
  a.at === b.at ? (a.recordedAt < b.recordedAt ? -1 : 1) : a.at < b.at ? -1 : 1;

/**
 * Every proposal on record, in the order they were made, and how each stands. A team's latest word counts, until all
 * teams agreed or one turned it down: what is said after that changes nothing. Of two proposals against one version the
 * first to be agreed on wins, the other is overtaken.
 */
export function proposalsOf(journal: readonly JournalFact[]): Proposal[] {
  const signed = groupBy(entriesOf(journal, "term_signature"), ({ entry }) => entry.proposal);
  const weighed = entriesOf(journal, "term_proposal")
    .sort(byMoment)
    .map((fact) => weigh(fact, (signed.get(fact.entryId) ?? []).sort(byMoment)));
  const last = new Map<string, number>();
  const overtaken = new Set<EntryId>();
  for (const { entryId, entry } of agreedOn(weighed)) {
    if (entry.base < (last.get(entry.term) ?? 0)) overtaken.add(entryId);
    else for (const { id } of termsTouched(entry)) last.set(id, nextAfter(last, id));
  }
  return weighed.map((proposal) => {
    const late = overtaken.has(proposal.entryId) || isLate(proposal, last);
    return late ? { ...proposal, state: "overtaken", approved: null } : proposal;
  });
}

/** A proposal that every team has agreed to. */
export type AgreedProposal = Proposal & { readonly approved: NonNullable<Proposal["approved"]> };

/** The proposals that were agreed on, in the order they were. */
export function agreedOn(proposals: readonly Proposal[]): AgreedProposal[] {
  return proposals
    .filter((proposal): proposal is AgreedProposal => proposal.approved !== null)
    .sort((a, b) => (a.approved.at < b.approved.at ? -1 : 1));
}

const houseVersions = (id: string): number => (isTermId(id) ? termById(id).versions.length : 1);
const nextAfter = (last: ReadonlyMap<string, number>, id: string): number =>
  (last.get(id) ?? houseVersions(id)) + 1;

function isLate({ state, entry }: Proposal, last: ReadonlyMap<string, number>): boolean {
  return state === "open" && entry.base < (last.get(entry.term) ?? 0);
}

function weigh(fact: JournalOf<"term_proposal">, said: readonly Signature[]): Proposal {
  const { entryId, by, at, entry } = fact;
  const agreed = new Set<Team>();
  let [state, approved]: [ProposalState, Proposal["approved"]] = ["open", null];
  for (const { entry: signature, recordedAt, effectiveOn } of said) {
    if (state !== "open" || !entry.teams.includes(signature.team)) continue;
    if (signature.decision === "approve") agreed.add(signature.team);
    else agreed.delete(signature.team);
    if (signature.decision === "reject") state = "rejected";
    else if (entry.teams.every((team) => agreed.has(team))) {
      state = "approved";
      approved = {
        at: recordedAt,
        from: later(entry.takesEffectOn, effectiveOn),
      };
    }
  }
  const missing = entry.teams.filter((team) => !agreed.has(team));
  return { entryId, by, at, entry, signatures: said, state, missing, approved };
}
