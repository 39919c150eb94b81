import { type AccessScope, chainOf, managersOn, narrower, type ReportingLine } from "@termwise/core/access";
import { type Day, Failure, type MemberId } from "@termwise/core/kernel";
import {
  loadPayRecords,
  type MemberChange,
  type MemberPerson,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Principal } from "../auth/principal.ts";
import { ownerName } from "../derive/visible.ts";

/** The membership somebody acts by; null for the command line, which stands above a workspace's members. */
export function ownMembership(who: Principal) {
  return who.kind === "member" ? who.membership.member : null;
}

/** The member of an id. One of another workspace is told of like one there never was. */
export function memberIn(people: readonly MemberPerson[], id: MemberId): MemberPerson {
  const found = people.find(({ member }) => member.id === id);
  if (!found) throw new Failure("not_found", "There is no such member");
  return found;
}

/** Nobody gives a wider scope than their own. */
export function assertMayGive(who: Principal, scope: AccessScope): void {
  const own = ownMembership(who);
  if (own && narrower(scope, own.scope) !== scope)
    throw new Failure("forbidden", `You see "${own.scope}" yourself and cannot give "${scope}"`);
}

/** Nobody changes their own rights, nor whose accounts are theirs where that decides what they see. */
export function assertNotOwnRights(who: Principal, { member }: MemberPerson, change: MemberChange): void {
  if (ownMembership(who)?.id !== member.id) return;
  const asked = [
    change.role !== undefined && change.role !== member.role ? "role" : null,
    change.scope !== undefined && change.scope !== member.scope ? "scope" : null,
    change.disabled === true ? "access" : null,
    change.knownAs !== undefined && member.scope !== "all" ? "names in the data" : null,
  ].find((what) => what !== null);
  if (asked) throw new Failure("refused", `You cannot change your own ${asked}; another workspace admin can`);
}

/**
 * Nobody takes on a name that pay is on record of: that pay would be their own to read. Another admin can say who it is, or
 * the command line.
 */
export async function assertNotOthersPay(
  tx: WorkspaceTransaction,
  who: Principal,
  { member }: MemberPerson,
  { knownAs = [] }: MemberChange,
): Promise<void> {
  if (ownMembership(who)?.id !== member.id) return;
  const had = new Set(member.knownAs.map(ownerName));
  const taken = new Set(knownAs.map(ownerName).filter((name) => !had.has(name)));
  if (taken.size === 0) return;
  if ((await loadPayRecords(tx)).some(({ person }) => person !== null && taken.has(ownerName(person))))
    throw new Failure(
      "refused",
      "There is pay on record under this name; another workspace admin can set it",
    );
}

/** A workspace keeps somebody who can let others in. An invented admin does not do for a real one. */
export function assertAdminStays(
  people: readonly MemberPerson[],
  { member, demo }: MemberPerson,
  change: MemberChange,
): void {
  if (member.role !== "workspace_admin" || member.disabled) return;
  const stays = (change.role ?? member.role) === "workspace_admin" && change.disabled !== true;
  const others = people.some(
    (other) =>
      other.member.id !== member.id &&
      other.member.role === "workspace_admin" &&
      !other.member.disabled &&
      (demo || !other.demo),
  );
  if (!stays && !others)
    throw new Failure("refused", "This is the last workspace admin. Make somebody else one first");
}

/**
 * Nobody puts themselves above others: whoever leads somebody reads their pay, and that is for another admin, or the
 * command line, to decide.
 */
export function assertNotOwnTeam(
  who: Principal,
  lines: readonly ReportingLine[],
  added: ReportingLine,
): void {
  const own = ownMembership(who)?.id;
  if (own === undefined || added.managerId === null) return;
  const days = [added.effectiveOn, ...lines.map((line) => line.effectiveOn)];
  for (const on of days.filter((day: Day) => day >= added.effectiveOn))
    if (leads(own, added.memberId, [...lines, added], on) && !leads(own, added.memberId, lines, on))
      throw new Failure(
        "refused",
        "You cannot put yourself above others, because whoever leads somebody reads their pay; another workspace admin can",
      );
}

function leads(manager: MemberId, member: MemberId, lines: readonly ReportingLine[], on: Day): boolean {
  return chainOf(member, managersOn(lines, on)).includes(manager);
}
