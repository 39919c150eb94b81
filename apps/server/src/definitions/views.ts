import { entriesOf, type JournalFact } from "@termwise/core/facts";
import {
  agreedOn,
  parameters as allParameters,
  type DefinitionVersion,
  definitionOn,
  definitionVersions,
  type Proposal,
  readerOf,
  teams,
  termSetOf,
} from "@termwise/core/governance";
import { handoffPolicyOn } from "@termwise/core/handoff";
import type { Day, EntryId, Instant } from "@termwise/core/kernel";
import { lifecyclePolicyOn } from "@termwise/core/lifecycle";
import type { HouseRules } from "@termwise/core/people";
import { isTermId, type RegisteredTerm, termById, terms } from "@termwise/core/registry";
import { proposalsIn } from "./agreed.ts";

type NameOf = (by: string | null) => string | null;

/** A proposal as pages and the API tell it. */
export function proposalView(proposal: Proposal, nameOf: NameOf) {
  const { entryId, by, at, entry, signatures, state, missing, approved } = proposal;
  const term = isTermId(entry.term) ? termById(entry.term) : null;
  return {
    entryId,
    termId: entry.term,
    termName: term?.name ?? entry.term,
    set: term && termSetOf(term),
    at,
    by,
    byName: nameOf(by),
    base: entry.base,
    text: entry.text,
    parameters: entry.parameters,
    takesEffectOn: entry.takesEffectOn,
    reason: entry.reason,
    state,
    teams: entry.teams.map((team) => ({
      team,
      name: teams[team],
      /** Their latest word: who gave it, when, and what they said. */
      word: wordOf(signatures.findLast((signature) => signature.entry.team === team)),
    })),
    /** Everything that was said, in its order. */
    said: signatures.flatMap((signature) => wordOf(signature) ?? []),
    missing,
    inForceFrom: approved?.from ?? null,
  };
}

const wordOf = (signature: Proposal["signatures"][number] | undefined) =>
  signature
    ? {
        team: signature.entry.team,
        decision: signature.entry.decision,
        typedName: signature.entry.typedName,
        comment: signature.entry.comment,
        at: signature.at,
      }
    : null;

/** A version of a definition as pages and the API tell it. */
export function versionView(version: DefinitionVersion, term: RegisteredTerm, nameOf: NameOf) {
  const { proposal, ...rest } = version;
  const author = proposal
    ? nameOf(proposal.by)
    : (term.versions.find((own) => own.version === version.version)?.author ?? null);
  return {
    ...rest,
    author,
    change: proposal ? null : (term.versions.find((own) => own.version === version.version)?.change ?? null),
    proposal: proposal && proposalView(proposal, nameOf),
  };
}

/** A change of a definition for the change log: of the product or of the workspace, on the day it holds from. */
export interface LoggedChange {
  readonly termId: string;
  readonly termName: string;
  readonly version: number;
  readonly on: Day;
  readonly by: "product" | "workspace";
  readonly author: string | null;
  readonly reason: string;
  readonly change: string | null;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** When the last team signed it, and the proposal it came from; null for a version of the product. */
  readonly agreedAt: Instant | null;
  readonly proposal: EntryId | null;
  /** The term it was proposed for, where others follow by a parameter they share; null for a version of the product. */
  readonly proposedFor: string | null;
  /** What people call its parameters, by their names. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Every version of every definition, the latest first; those that take effect later stand before those in force. */
export function changeLog(now: { journal: readonly JournalFact[] }, nameOf: NameOf): LoggedChange[] {
  const proposals = proposalsIn(now);
  return terms
    .flatMap((term) =>
      definitionVersions(term, proposals).map((version): LoggedChange => {
        const { author, change } = versionView(version, term, nameOf);
        return {
          termId: term.id,
          termName: term.name,
          version: version.version,
          on: version.on,
          by: version.proposal ? "workspace" : "product",
          author,
          reason: version.reason,
          change,
          parameters: version.proposal?.entry.parameters ?? {},
          agreedAt: version.proposal?.approved?.at ?? null,
          proposal: version.proposal?.entryId ?? null,
          proposedFor: version.proposal?.entry.term ?? null,
          labels: Object.fromEntries(
            Object.keys(version.proposal?.entry.parameters ?? {}).map((name) => [
              name,
              allParameters.get(name)?.label ?? name,
            ]),
          ),
        };
      }),
    )
    .sort((a, b) => (a.on === b.on ? (a.termId < b.termId ? -1 : 1) : a.on < b.on ? 1 : -1));
}

/** The parameters a term is counted by, as they hold on a day, with what they may be, and who set them when and why. */
export function parameterViews(
  term: RegisteredTerm,
  {
    known,
    rules,
    on,
    nameOf,
  }: {
    readonly known: { journal: readonly JournalFact[] };
    readonly rules: HouseRules;
    readonly on: Day;
    readonly nameOf: NameOf;
  },
) {
  const proposals = proposalsIn(known);
  const held = definitionOn(term, proposals, on).parameters;
  const ruledBy = entriesOf(rules.journal, "lifecycle_policy")
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .sort((a, b) => (`${a.effectiveOn} ${a.recordedAt}` < `${b.effectiveOn} ${b.recordedAt}` ? 1 : -1));
  const holding = agreedOn(proposals).filter(({ approved }) => approved.from <= on);
  const setBy = (name: string) => {
    const rule = ruledBy.find(({ entry }) => name in entry.parameters);
    if (rule) return { on: rule.effectiveOn, byName: nameOf(rule.by), reason: rule.entry.reason ?? null };
    const proposal = holding.findLast(({ entry }) => name in entry.parameters);
    if (!proposal) return null;
    return { on: proposal.approved.from, byName: nameOf(proposal.by), reason: proposal.entry.reason };
  };
  const ruled = { ...lifecyclePolicyOn(rules, on), ...handoffPolicyOn(rules.journal, on) };
  return term.parameters.map((parameter) => {
    const reader = readerOf(parameter.name);
    const ruledValue = ruled[parameter.name as keyof typeof ruled];
    return {
      ...parameter,
      reader,
      setBy: setBy(parameter.name),
      value:
        reader === "lifecycle" || reader === "handoff"
          ? ruledValue
          : (held[parameter.name] ?? parameter.default),
    };
  });
}
