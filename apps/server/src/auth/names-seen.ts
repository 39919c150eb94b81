import { type AccessScope, managersOn, teamOf } from "@termwise/core/access";
import type { Day, MemberId, WorkspaceId } from "@termwise/core/kernel";
import { type Database, inIdentity, loadMembers, loadReportingLines, type MemberPerson } from "@termwise/db";
import { type OwnerNames, ownerName } from "../derive/visible.ts";

/** The names accounts and tasks call a member by. */
export const namesOfMember = ({ email, member: { knownAs } }: Pick<MemberPerson, "email" | "member">) =>
  [email, ...knownAs].map(ownerName).filter((name) => name !== "");

/**
 * The names whose accounts a member sees in a scope; null: everybody's. They are the address and what an admin set as
 * "known as", never the name people give themselves: by it one could take over a colleague's accounts.
 */
export async function namesSeen(
  { db, workspaceId }: { readonly db: Database; readonly workspaceId: WorkspaceId },
  { member, scope, today }: { member: MemberId; scope: AccessScope; today: Day },
): Promise<OwnerNames | null> {
  if (scope === "all") return null;
  const { people, lines } = await inIdentity(
    db,
    async (tx) => ({
      people: await loadMembers(tx, workspaceId),
      lines: scope === "team" ? await loadReportingLines(tx, workspaceId) : [],
    }),
    { readOnly: true },
  );
  const team = teamOf(member, managersOn(lines, today)).add(member);
  return new Set(people.filter((person) => team.has(person.member.id)).flatMap(namesOfMember));
}
