import { entriesOf, type JournalFact, type JournalOf, type Team } from "@termwise/core/facts";
import { sections } from "@termwise/core/glossary";
import {
  answersSeenBy,
  beforeNextQuarter,
  budgetOf,
  clockOf,
  findingsOf,
  outcomeOffered,
  proposalsOf,
  type SeenAnswer,
  type Session,
  type SessionTerm,
  sessionsOf,
  tallyOf,
  teams,
  termSets,
  type Viewer,
} from "@termwise/core/governance";
import type { Day, EntryId, FiscalCalendar, Instant } from "@termwise/core/kernel";
import { isTermId, termById, terms } from "@termwise/core/registry";
import { versionShown } from "./on-record.ts";

type NameOf = (by: string | null) => string | null;

/** Somebody by their membership and today's name. */
export interface Named {
  readonly id: string | null;
  readonly name: string | null;
}

/** A session in a line. */
export function sessionLine(session: Session, nameOf: NameOf, now: Instant) {
  const { entry } = session;
  const { startedAt, closedAt, whole } = clockOf(session, now);
  return {
    id: session.id,
    set: session.set,
    setName: termSets[session.set].name,
    kind: entry.kind,
    title: entry.title,
    terms: entry.terms.length,
    /** The term whose text it writes; null for a discovery session. */
    writes: entry.kind === "working" ? (entry.terms[0] ?? null) : null,
    phase: session.phase,
    startsAt: entry.startsAt,
    startedAt,
    closedAt,
    madeAt: session.at,
    minutes: entry.minutes,
    elapsed: whole.elapsed,
    owner: named(entry.owner ?? session.by, nameOf),
    byName: nameOf(session.by),
    tally: tallyOf(session),
    decision: session.decision?.entry.decision ?? null,
  };
}

const named = (id: string | null, nameOf: NameOf): Named => ({ id, name: id === null ? null : nameOf(id) });

/** What a page of a session is drawn from. */
export interface SeenSession {
  readonly session: Session;
  readonly journal: readonly JournalFact[];
  readonly viewer: Viewer;
  readonly leads: boolean;
  readonly drives: boolean;
  readonly now: Instant;
  readonly today: Day;
  readonly calendar: FiscalCalendar;
  readonly nameOf: NameOf;
}

/** A session as somebody may see it: what another team answered is not in it before it is revealed. */
export function sessionView(seen: SeenSession) {
  const { session, journal, viewer, now, nameOf } = seen;
  const { entry } = session;
  const clock = clockOf(session, now);
  return {
    ...sessionLine(session, nameOf, now),
    version: versionShown(journal, session),
    term: session.term,
    budget: budgetOf(entry),
    clock: { at: now, running: clock.running, whole: clock.whole, part: clock.part },
    me: { team: viewer.team, leads: seen.leads, drives: seen.drives },
    teams: session.teams.map((team) => ({
      team,
      name: teams[team],
      people: (entry.participants.find((one) => one.team === team)?.members ?? []).flatMap(
        (member) => nameOf(member) ?? [],
      ),
      /** Who has answered for the team, whatever they said. */
      answered: answeredFor(session, team, nameOf),
    })),
    askedUse: session.set === "cs_product",
    terms: session.terms.map((term) => termView(term, seen, clock.ofTerm.get(term.term) ?? 0)),
    notes: session.notes.map(({ entry: { text }, by }) => ({ text, byName: nameOf(by) })),
    decision: decisionView(session, journal, nameOf),
    after: afterOf(session, journal),
    findings: findingsOf(session).map((finding) => ({
      ...finding,
      name: nameOfTerm(finding.term),
      usedBy: usedBy(finding.term),
    })),
    agenda: agendaOfSession(session, journal),
    working: workingAfter(session, journal),
    today: seen.today,
    dueBy: beforeNextQuarter(seen.today, seen.calendar),
  };
}

function answeredFor({ terms: all }: Session, team: Team, nameOf: NameOf): string[] {
  const names = all.flatMap(({ answers }) =>
    answers.flatMap((answer) => (answer.entry.team === team ? (nameOf(answer.by) ?? []) : [])),
  );
  return [...new Set(names)];
}

/** What was decided, and how the proposal that came of it stands. */
function decisionView({ decision }: Session, journal: readonly JournalFact[], nameOf: NameOf) {
  if (decision === null) return null;
  const { decision: what, proposal, note } = decision.entry;
  const made = proposalsOf(journal).find(({ entryId }) => entryId === proposal);
  return {
    decision: what,
    proposal,
    note,
    at: decision.at,
    byName: nameOf(decision.by),
    stands: made?.state ?? null,
    missing: made?.state === "open" ? made.missing.map((team) => teams[team]) : [],
    inForceFrom: made?.approved?.from ?? null,
    /** What the definition says by that proposal. */
    text: made?.entry.text.definition ?? null,
  };
}

function termView(term: SessionTerm, { session, viewer, nameOf }: SeenSession, spent: number) {
  const known = isTermId(term.term) ? termById(term.term) : null;
  return {
    term: term.term,
    name: known?.name ?? term.term,
    abbreviation: known?.abbreviation ?? null,
    sectionName: known ? sections[known.section] : null,
    example: known?.example ?? null,
    readings: known?.readings ?? [],
    answers: answersSeenBy(session, term, viewer).map((answer) => answerView(answer, nameOf)),
    revealed: term.revealed,
    offered: outcomeOffered(session, term),
    outcome: term.outcome?.entry.outcome ?? null,
    notes: term.notes.map(({ entry: { text }, by }) => ({ text, byName: nameOf(by) })),
    debated: term.debated,
    spent,
  };
}

/** An answer as it travels: of a hidden one no more than that there is one. */
function answerView(seen: SeenAnswer, nameOf: NameOf) {
  const nothing = { written: null, text: null, used: null, byName: null };
  const of = { team: seen.team, name: teams[seen.team], state: seen.state };
  if (seen.state !== "seen") return { ...of, ...nothing };
  const { written, text, used } = seen.answer.entry;
  return { ...of, written, text, used, byName: nameOf(seen.answer.by) };
}

const nameOfTerm = (term: string): string => (isTermId(term) ? termById(term).name : term);

/** How many other terms refer to a term: what would have to be read again if it changed. */
const usedBy = (term: string): number =>
  isTermId(term) ? terms.filter(({ related }) => related.includes(term)).length : 0;

/** The session a working session follows, with what each team answered there; null: it follows none. */
function afterOf({ entry }: Session, journal: readonly JournalFact[]) {
  const before =
    entry.after === null ? undefined : sessionsOf(journal).find((session) => session.id === entry.after);
  const term = before?.terms.find((one) => one.term === entry.terms[0]);
  if (!before || !term) return null;
  // What was never revealed there stays hidden here.
  const said = term.revealed ? term.answers : [];
  return {
    id: before.id,
    title: before.entry.title,
    answers: said.map(({ entry: { team, written, text } }) => ({
      team: team satisfies Team,
      name: teams[team],
      written,
      text,
    })),
  };
}

/** The items of the alignment agenda that came of a session. */
export function agendaOfSession({ id }: Pick<Session, "id">, journal: readonly JournalFact[]) {
  return itemsOf(id, journal).map(({ entryId, entry }) => ({
    entryId,
    term: entry.term,
    name: nameOfTerm(entry.term),
    outcome: entry.found?.outcome ?? null,
    owner: entry.owner,
    dueOn: entry.dueOn,
    settled: entry.state === "settled",
  }));
}

/** Divergent items first, then those without a written definition. */
function itemsOf(id: EntryId, journal: readonly JournalFact[]): JournalOf<"agenda_item">[] {
  const rank = ({ entry }: JournalOf<"agenda_item">) => (entry.found?.outcome === "divergent" ? 0 : 1);
  return entriesOf(journal, "agenda_item")
    .filter(({ entry }) => entry.found?.session === id)
    .sort((a, b) => rank(a) - rank(b));
}

/** The working sessions that were called after a session. */
export function workingAfter({ id }: Pick<Session, "id">, journal: readonly JournalFact[]) {
  return sessionsOf(journal)
    .filter(({ entry }) => entry.after === id)
    .map((session) => ({
      id: session.id,
      term: session.entry.terms[0] ?? "",
      name: nameOfTerm(session.entry.terms[0] ?? ""),
      startsAt: session.entry.startsAt,
      phase: session.phase,
      closed: session.phase === "closed",
    }))
    .reverse();
}
