import type { JournalFact } from "../facts/index.ts";
import type { Day, EntryId, Instant } from "../kernel/index.ts";
import type { ClauseState, Gate } from "./names.ts";

/** One piece of evidence: what was observed, where it comes from, who put it on record and until when it counts. */
export interface Evidence {
  readonly entryId: EntryId | null;
  readonly system: string;
  readonly observed: string;
  readonly by: string | null;
  readonly at: Instant | null;
  readonly on: Day;
  /** The first day it no longer counts. */
  readonly expiresOn: Day | null;
  readonly link: string | null;
}

/** One clause of a gate, how it stands on a day, and what that rests on. `says` is a sentence for whoever asks. */
export interface Clause {
  readonly id: string;
  readonly label: string;
  readonly state: ClauseState;
  readonly says: string;
  readonly evidence: readonly Evidence[];
}

/** A gate on a day. It is passed when every clause is met or waived. */
export interface GateCheck {
  readonly gate: Gate;
  readonly passed: boolean;
  /** Nothing is missing and nothing speaks against it: what was met has only run out. */
  readonly lapsed: boolean;
  readonly clauses: readonly Clause[];
}

/** A gate made of its clauses. */
export function gateOf(gate: Gate, clauses: readonly Clause[]): GateCheck {
  const open = clauses.filter(({ state }) => state !== "met" && state !== "waived");
  return {
    gate,
    passed: clauses.length > 0 && open.length === 0,
    lapsed: open.length > 0 && open.every(({ state }) => state === "stale"),
    clauses,
  };
}

/** The clauses that keep a gate shut. */
export function openClauses({ clauses }: GateCheck): Clause[] {
  return clauses.filter(({ state }) => state !== "met" && state !== "waived");
}

/** Evidence that an entry of the journal gives. */
export function evidenceOf(
  fact: Pick<JournalFact, "entryId" | "by" | "at" | "effectiveOn" | "source">,
  said: { observed: string; expiresOn?: Day | null; link?: string | null },
): Evidence {
  const { entryId, by, at, effectiveOn, source } = fact;
  return {
    entryId,
    system: source.system,
    observed: said.observed,
    by,
    at,
    on: effectiveOn,
    expiresOn: said.expiresOn ?? null,
    link: said.link ?? null,
  };
}
