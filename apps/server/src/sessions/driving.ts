import { roleNames } from "@termwise/core/access";
import type { JournalFact } from "@termwise/core/facts";
import {
  drives,
  namedIn,
  type Session,
  setIn,
  teams,
  teamsUnnamed,
  termSets,
} from "@termwise/core/governance";
import { Failure } from "@termwise/core/kernel";
import type { Writer } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { peopleOf } from "./call.ts";
import { type AtWork, leads, workingOn } from "./on-record.ts";

/** Whether somebody takes a session further: whoever `drives` it, and whoever runs the command line. */
export function mayDrive(session: Session, journal: readonly JournalFact[], writer: Writer): boolean {
  const keeper = setIn(journal, session.set).owner;
  return leads(session, writer) || drives(session, { member: writer.by, role: writer.role }, keeper);
}

/** As `workingOn`, for what takes a session further. Refuses it to whoever takes no part, and says who can. */
export function drivingOn<T>(
  termwise: Termwise,
  id: string,
  writer: Writer,
  work: (at: AtWork) => Promise<T>,
): Promise<T> {
  return workingOn(termwise, id, writer, async (at) => {
    if (!mayDrive(at.session, at.journal, writer))
      throw new Failure(
        "refused",
        `You take no part in this session. Who can: ${(await driversOf(at)).join(", ")}`,
      );
    return work(at);
  });
}

/** Who takes a session further, by name, team and role. */
async function driversOf({ tx, session, journal }: AtWork): Promise<string[]> {
  const named = [setIn(journal, session.set).owner, ...namedIn(session)];
  return [
    ...(await peopleOf(tx)).filter(({ id }) => named.includes(id)).map(({ name }) => name),
    ...teamsUnnamed(session).map((team) => `anybody of ${teams[team]}`),
    roleNames[termSets[session.set].owner],
    roleNames.workspace_admin,
  ];
}
