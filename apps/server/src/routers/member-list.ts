import { managersOn } from "@termwise/core/access";
import { inIdentity, loadLastSeen, loadMembers, loadReportingLines } from "@termwise/db";
import { mayDo, type Principal } from "../auth/principal.ts";
import type { Termwise } from "../termwise.ts";

/** The members as the screen of members shows them. */
export async function listMembers({ termwise, who }: { termwise: Termwise; who: Principal }) {
  const { people, lines } = await termwise.read(async (tx) => ({
    people: await loadMembers(tx, tx.workspaceId),
    lines: await loadReportingLines(tx, tx.workspaceId),
  }));
  // Who has no second factor, and who is away, is for those who look after the members.
  const lastSeen =
    mayDo(who, "members_manage") === null
      ? null
      : await inIdentity(termwise.db, (tx) => loadLastSeen(tx, termwise.workspaceId), { readOnly: true });
  const managers = managersOn(lines, termwise.today());
  const names = new Map(people.map(({ member, name }) => [member.id, name]));
  return people.map(({ member, name, email, secondFactor, demo }) => {
    const { id, role, scope, title, knownAs, disabled, joinedAt } = member;
    const managerId = managers.get(id) ?? null;
    return {
      id,
      name,
      email,
      role,
      scope,
      title,
      knownAs: [...knownAs],
      disabled,
      joinedAt,
      demo,
      manager: managerId && { memberId: managerId, name: names.get(managerId) ?? "" },
      secondFactor: lastSeen && secondFactor,
      lastSeenAt: lastSeen?.get(id) ?? null,
    };
  });
}
