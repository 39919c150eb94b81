import { entriesOf, type JournalFact, type Team } from "@termwise/core/facts";
import { type Session, sessionsOf, teamOfRole } from "@termwise/core/governance";
import { EntryId, Failure } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "@termwise/db";
import { type HouseWrite, houseNow, putHouseEntry, type Writer, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";

/** The sessions of a workspace, the latest made first. */
export async function sessionsIn(termwise: Termwise): Promise<Session[]> {
  return sessionsOf((await termwise.books()).known.now.journal);
}

/** One session. Throws `not_found`. */
export function sessionIn(journal: readonly JournalFact[], id: string): Session {
  const made = EntryId.safeParse(id).success && sessionsOf(journal).find((session) => session.id === id);
  if (!made) throw new Failure("not_found", "There is no such session, or it was called off");
  return made;
}

/**
 * Another text whenever anything changes that the page of a session shows: what is on record of the session, and of the
 * definition a working session is about.
 */
export function versionShown(journal: readonly JournalFact[], session: Session): string {
  if (session.entry.kind === "discovery") return session.version;
  const [term] = session.entry.terms;
  const proposed = entriesOf(journal, "term_proposal").filter(({ entry }) => entry.term === term);
  const ids = new Set(proposed.map(({ entryId }) => entryId));
  const signed = entriesOf(journal, "term_signature").filter(({ entry }) => ids.has(entry.proposal));
  return `${session.version}/${proposed.length}/${signed.length}`;
}

/**
 * The team somebody answers for in a session: that of their role, else the one they are listed with; null: none of its own.
 * Whoever speaks for a team by their role cannot be listed with the other, and so see what it answers.
 */
export function teamIn(session: Session, { by, role }: Pick<Writer, "by" | "role">): Team | null {
  const own = role === null ? undefined : teamOfRole[role];
  if (own !== undefined && session.teams.includes(own)) return own;
  const listed = session.entry.participants.find(({ members }) => members.some((member) => member === by));
  return listed && session.teams.includes(listed.team) ? listed.team : null;
}

/** Whether somebody leads a session: who called it, whom it names as its owner, and whoever runs the command line. */
export function leads(session: Session, { by, role, acting }: Writer): boolean {
  if (by === null) return role === null && acting.actor.kind === "operator";
  return by === session.by || by === session.entry.owner;
}

/** What work on a session is given: it as it stands in this moment, everything on record, and how to put more there. */
export interface AtWork {
  readonly tx: WorkspaceTransaction;
  readonly session: Session;
  readonly journal: readonly JournalFact[];
  readonly put: (write: HouseWrite) => Promise<EntryId>;
}

/** Puts something on record of a session against how it stands in this moment: of two who do so at once, the second sees the first. */
export async function workingOn<T>(
  termwise: Termwise,
  id: string,
  writer: Writer,
  work: (at: AtWork) => Promise<T>,
): Promise<T> {
  const { timeZone } = await termwise.workspace();
  return writing(termwise, async (tx) => {
    const journal = await houseNow(tx);
    const put = (write: HouseWrite) => putHouseEntry(tx, { timeZone }, write, writer);
    return work({ tx, session: sessionIn(journal, id), journal, put });
  });
}
