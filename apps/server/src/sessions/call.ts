import type { Role } from "@termwise/core/access";
import type { EntryOf, JournalFact } from "@termwise/core/facts";
import { sections } from "@termwise/core/glossary";
import {
  budgetOf,
  type Session,
  type SessionOrder,
  type SessionScope,
  sessionsOf,
  setIn,
  type TermSetName,
  teamOfRole,
  teams,
  termSets,
  termsFault,
  termsOfSession,
  usualMargins,
  workingMinutes,
} from "@termwise/core/governance";
import { Failure, type Instant, type MemberId } from "@termwise/core/kernel";
import { isTermId } from "@termwise/core/registry";
import { loadMembers, type WorkspaceTransaction } from "@termwise/db";
import { dayOf } from "../clock.ts";
import { proposalsIn } from "../definitions/agreed.ts";
import type { Termwise } from "../termwise.ts";

/** What a session is planned by. */
export interface Plan {
  readonly set: TermSetName;
  readonly scope: SessionScope;
  readonly order: SessionOrder;
  readonly minutes?: number | undefined;
}

/** A session before it is called: its terms, how its time would be given out, who could take part and who owns the set. */
export async function draftOf(termwise: Termwise, { set, scope, order, minutes }: Plan) {
  const { now } = (await termwise.books()).known;
  const { timeZone } = await termwise.workspace();
  const last = sessionsOf(now.journal).find(
    (session) => session.set === set && session.entry.kind === "discovery" && session.phase === "closed",
  );
  const closed = last?.steps.findLast(({ entry }) => entry.step === "closed");
  const since = closed ? dayOf(closed.at, timeZone) : null;
  const found = termsOfSession({ set, scope, order, since, proposals: proposalsIn(now) });
  const settings = setIn(now.journal, set);
  const length = { ...usualMargins, minutes: minutes ?? settings.minutes, terms: found };
  const people = await termwise.read(peopleOf);
  const owner = ownerOf(now.journal, set, people);
  return {
    set,
    setName: termSets[set].name,
    teams: termSets[set].teams.map((team) => ({ team, name: teams[team] })),
    firstSection: sections[termSets[set].first],
    minutes: length.minutes,
    opening: length.opening,
    closing: length.closing,
    budget: budgetOf(length),
    since,
    terms: found.map(({ id, name, abbreviation, section }) => ({
      id: id as string,
      name,
      abbreviation,
      sectionName: sections[section],
    })),
    people,
    owner,
  };
}

/** Who owns a session of a set unless somebody is named: who owns the set, else the first of the role that looks after it. */
function ownerOf(
  journal: readonly JournalFact[],
  set: TermSetName,
  people: readonly { id: MemberId; role: Role }[],
): MemberId | null {
  return setIn(journal, set).owner ?? people.find(({ role }) => role === termSets[set].owner)?.id ?? null;
}

/** As {@link ownerOf}, read within a transaction; null where the workspace has nobody of the role. */
export async function usualOwner(
  tx: WorkspaceTransaction,
  journal: readonly JournalFact[],
  set: TermSetName,
): Promise<MemberId | null> {
  return ownerOf(journal, set, await peopleOf(tx));
}

/** The people of a workspace with the team each speaks for. */
export async function peopleOf(tx: WorkspaceTransaction) {
  return (await loadMembers(tx, tx.workspaceId))
    .filter(({ member }) => !member.disabled)
    .map(({ member, name }) => ({
      id: member.id,
      name,
      role: member.role,
      team: teamOfRole[member.role] ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

type Callable = Pick<EntryOf<"glossary_session">, "terms" | "participants" | "owner"> & {
  readonly set: TermSetName;
};

/** Throws unless these are people of the workspace, and terms of the set, or cited by it, each named once. */
export async function assertCallable(
  tx: WorkspaceTransaction,
  { set, terms, participants, owner }: Callable,
): Promise<void> {
  const unknown = terms.find((term) => !isTermId(term));
  if (unknown !== undefined) throw new Failure("bad_input", `The glossary has no term "${unknown}"`);
  if (new Set(terms).size < terms.length) throw new Failure("bad_input", "A session takes each term once");
  const stray = termsFault(set, terms);
  if (stray !== null) throw new Failure("bad_input", stray);
  const known = new Set((await loadMembers(tx, tx.workspaceId)).map(({ member }) => member.id));
  const named: (MemberId | null)[] = [owner, ...participants.flatMap(({ members }) => members)];
  if (named.some((id) => id !== null && !known.has(id)))
    throw new Failure("bad_input", "Somebody named is not a member of this workspace");
}

/** The session in which the teams write the text of one term that a discovery session found to be divergent or missing. */
export function workingSession(
  { id, entry }: Session,
  { term, name }: { term: string; name: string },
  startsAt: Instant | null,
): EntryOf<"glossary_session"> {
  return {
    ...entry,
    kind: "working",
    title: `Working session: ${name}`,
    terms: [term],
    startsAt,
    minutes: workingMinutes,
    opening: 0,
    closing: 0,
    after: id,
  };
}
