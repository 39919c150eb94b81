import {
  entriesOf,
  type JournalFact,
  type JournalOf,
  type Team,
  type TermOutcome,
} from "../../facts/index.ts";
import type { EntryId, Instant } from "../../kernel/index.ts";
import { type TermSetName, termSetNames, termSets } from "../term-sets.ts";

/** Where a session stands: not begun, before its first term, at a term, at its close, or over. */
export type SessionPhase = "planned" | "opening" | "terms" | "closing" | "closed";

/** One thing that happened in a session, in the order it was recorded. */
export type Step = JournalOf<"session_step">;

/** What is known of one term of a session. */
export interface SessionTerm {
  readonly term: string;
  /** At most one of a team. */
  readonly answers: readonly JournalOf<"session_answer">[];
  readonly revealed: boolean;
  readonly outcome: JournalOf<"session_outcome"> | null;
  readonly notes: readonly JournalOf<"session_note">[];
  /** How often the talk about it turned to wording. */
  readonly debated: number;
}

/** A session with everything that happened in it. */
export interface Session {
  readonly id: EntryId;
  readonly entry: JournalOf<"glossary_session">["entry"];
  readonly set: TermSetName;
  /** The teams that answer. */
  readonly teams: readonly [Team, Team];
  readonly by: string | null;
  readonly at: Instant;
  readonly phase: SessionPhase;
  /** The term it is at; null before the first and after the last. */
  readonly term: string | null;
  /** Whether its timer runs. */
  readonly running: boolean;
  readonly steps: readonly Step[];
  readonly terms: readonly SessionTerm[];
  /** Notes about no term. */
  readonly notes: readonly JournalOf<"session_note">[];
  readonly decision: JournalOf<"session_decision"> | null;
  /** Another one whenever anything is put on record of the session. */
  readonly version: string;
}

/** By when it was recorded; what a source brought along at once, by when it happened. */
const inOrder = <F extends JournalFact | JournalOf<never>>(facts: readonly F[]): F[] =>
  [...facts].sort((a, b) => order(`${a.recordedAt} ${a.at}`, `${b.recordedAt} ${b.at}`));
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const kinds = [
  "session_answer",
  "session_step",
  "session_outcome",
  "session_note",
  "session_decision",
] as const;

/** Every session on record, the latest made first. */
export function sessionsOf(journal: readonly JournalFact[]): Session[] {
  const of = new Map<EntryId, JournalOf<(typeof kinds)[number]>[]>();
  for (const fact of inOrder(entriesOf(journal, ...kinds))) {
    const held = of.get(fact.entry.session);
    if (held) held.push(fact);
    else of.set(fact.entry.session, [fact]);
  }
  return inOrder(entriesOf(journal, "glossary_session"))
    .reverse()
    .map((made) => sessionOf(made, of.get(made.entryId) ?? []));
}

function sessionOf(
  made: JournalOf<"glossary_session">,
  facts: readonly JournalOf<(typeof kinds)[number]>[],
): Session {
  const told = facts as readonly JournalFact[];
  const { entryId: id, entry, by, at } = made;
  const set = termSetNames.find((name) => name === entry.set) ?? "sales_cs";
  const steps = entriesOf(told, "session_step");
  const notes = entriesOf(told, "session_note");
  const ofTerm = <F extends { entry: { term: string | null } }>(of: readonly F[], term: string): F[] =>
    of.filter((fact) => fact.entry.term === term);
  const [answers, outcomes] = [entriesOf(told, "session_answer"), entriesOf(told, "session_outcome")];
  return {
    id,
    entry,
    set,
    teams: termSets[set].teams,
    by,
    at,
    ...standing(steps),
    steps,
    terms: entry.terms.map((term) => ({
      term,
      answers: latestOfEach(ofTerm(answers, term)),
      // Nothing is hidden where a text is written together.
      revealed:
        entry.kind === "working" || ofTerm(steps, term).some((fact) => fact.entry.step === "revealed"),
      outcome: ofTerm(outcomes, term).at(-1) ?? null,
      notes: ofTerm(notes, term),
      debated: ofTerm(steps, term).filter((fact) => fact.entry.step === "debated").length,
    })),
    notes: notes.filter((fact) => fact.entry.term === null),
    decision: entriesOf(told, "session_decision").at(-1) ?? null,
    version: `${told.length}@${told.at(-1)?.recordedAt ?? made.recordedAt}`,
  };
}

function latestOfEach(answers: readonly JournalOf<"session_answer">[]): JournalOf<"session_answer">[] {
  return [...new Map(answers.map((fact) => [fact.entry.team, fact])).values()];
}

function standing(steps: readonly Step[]): Pick<Session, "phase" | "term" | "running"> {
  let now: Pick<Session, "phase" | "term" | "running"> = { phase: "planned", term: null, running: false };
  for (const { entry } of steps) now = after(now, entry);
  return now;
}

/** Where a session stands after a step. */
export function after(
  now: Pick<Session, "phase" | "term" | "running">,
  { step, term }: Pick<Step["entry"], "step" | "term">,
): Pick<Session, "phase" | "term" | "running"> {
  switch (step) {
    case "started":
      return { phase: term === null ? "opening" : "terms", term, running: true };
    case "paused":
      return { ...now, running: false };
    case "resumed":
      return { ...now, running: true };
    case "moved":
      return { ...now, phase: "terms", term };
    case "closing":
      return { ...now, phase: "closing", term: null };
    case "closed":
      return { phase: "closed", term: null, running: false };
    default:
      return now;
  }
}

/** How many terms of a session came to each finding; those without one are counted as `open`. */
export function tallyOf({ terms }: Pick<Session, "terms">): Record<TermOutcome | "open", number> {
  const tally = { agreed: 0, none_written: 0, divergent: 0, parked: 0, open: 0 };
  for (const { outcome } of terms) tally[outcome?.entry.outcome ?? "open"] += 1;
  return tally;
}
