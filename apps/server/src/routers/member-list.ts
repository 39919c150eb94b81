import { type AccessScope, managersOn, teamOf } from "@termwise/core/access";
import type { MemberId } from "@termwise/core/kernel";
import { inIdentity, loadLastSeen, loadMembers, loadReportingLines } from "@termwise/db";
import { mayDo, type Principal } from "../auth/principal.ts";
import type { Termwise } from "../termwise.ts";
import { ownMembership } from "./member-rules.ts";

interface Asked {
  readonly termwise: Termwise;
  readonly who: Principal;
  readonly scope: AccessScope;
}

/** The members somebody may see, and who leads whom; `seen` says whether a member is among them. */
async function people({ termwise, who, scope }: Asked) {
  const { all, lines } = await termwise.read(async (tx) => ({
    all: await loadMembers(tx, tx.workspaceId),
    lines: await loadReportingLines(tx, tx.workspaceId),
  }));
  const managers = managersOn(lines, termwise.today());
  const own = ownMembership(who)?.id;
  const team = own !== undefined && scope === "team" ? teamOf(own, managers) : new Set<MemberId>();
  const seen = (id: MemberId) => scope === "all" || id === own || team.has(id);
  return { all, lines, managers, seen };
}

/** The members as the screen of members shows them. */
export async function listMembers(asked: Asked) {
  const { termwise, who } = asked;
  const { all, managers, seen } = await people(asked);
  // Who has no second factor, and who is away, is for those who look after the members.
  const lastSeen =
    mayDo(who, "members_manage") === null
      ? null
      : await inIdentity(termwise.db, (tx) => loadLastSeen(tx, termwise.workspaceId), { readOnly: true });
  const names = new Map(all.map(({ member, name }) => [member.id, name]));
  return all
    .filter(({ member }) => seen(member.id))
    .map(({ member, name, email, secondFactor, demo }) => {
      const managerId = managers.get(member.id) ?? null;
      const { id, role, scope, title, knownAs, disabled, joinedAt } = member;
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

/** Who led whom, with its history. */
export async function listReportingLines(asked: Asked) {
  const { lines, seen } = await people(asked);
  return lines.filter(({ memberId }) => seen(memberId));
}
