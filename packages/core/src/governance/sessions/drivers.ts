import type { Role } from "../../access/index.ts";
import type { Team } from "../../facts/index.ts";
import { teamOfRole, termSets } from "../term-sets.ts";
import type { Session } from "./session.ts";

/** Somebody who wants to take a session further. */
export interface Driver {
  readonly member: string | null;
  readonly role: Role | null;
}

/** The teams of a session of which nobody is named: whoever speaks for one by their role takes part. */
export function teamsUnnamed({ teams, entry }: Pick<Session, "teams" | "entry">): Team[] {
  const named = new Set(entry.participants.flatMap(({ team, members }) => (members.length > 0 ? team : [])));
  return teams.filter((team) => !named.has(team));
}

/** Those a session names by their membership: who called it, who owns it, who takes part. */
export function namedIn({ by, entry }: Pick<Session, "by" | "entry">): string[] {
  const all = [entry.owner, by, ...entry.participants.flatMap(({ members }) => members)];
  return [...new Set(all.filter((member) => member !== null))];
}

/**
 * Whether somebody may take a session further: reveal, find, note, decide, close. That is for those it names, who owns its
 * set of terms (`keeper`), the role that looks after the set, administrators, and where nobody is named of a team, for
 * whoever speaks for it. Others, however much they may write, only watch.
 */
export function drives(session: Session, { member, role }: Driver, keeper: string | null): boolean {
  if (member === null || role === null) return false;
  if (role === "workspace_admin" || role === termSets[session.set].owner) return true;
  if (member === keeper || namedIn(session).includes(member)) return true;
  const team = teamOfRole[role];
  return team !== undefined && teamsUnnamed(session).includes(team);
}
