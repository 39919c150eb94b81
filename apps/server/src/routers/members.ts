import { AccessScope, assertNoCycle, narrower, Role } from "@termwise/core/access";
import { Day, Failure, InvitationId, MemberId } from "@termwise/core/kernel";
import {
  appendAudit,
  appendReportingLine,
  changeMember,
  endSessionsOf,
  holdMembers,
  loadReportingLines,
  type MemberChange,
  type MemberPerson,
  revokeInvitations,
} from "@termwise/db";
import { z } from "zod";
import type { Acting } from "../auth/acting.ts";
import type { Principal } from "../auth/principal.ts";
import { keptAddress, writtenLine } from "../auth/written.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { eraseFormerMember } from "./erase-member.ts";
import { inviteMember, listInvitations, renewInvitationOf, revokeInvitationOf } from "./invitations.ts";
import { listMembers } from "./member-list.ts";
import {
  assertAdminStays,
  assertMayGive,
  assertNotOthersPay,
  assertNotOwnRights,
  assertNotOwnTeam,
  memberIn,
} from "./member-rules.ts";

const title = writtenLine(80).nullable();
const knownAs = z.array(writtenLine(120)).max(20);
const oneMember = z.strictObject({ memberId: MemberId });
const oneInvitation = z.strictObject({ id: InvitationId });

/** The people of the workspace: who they are in it, who invites whom, and who leads whom. */
export const membersRouter = router({
  /**
   * The members, disabled ones too, by name, with role, scope, title, the names they go by in the data and today's
   * manager. Whoever manages members is also told of second factors and when each last used a session still open.
   */
  list: procedure.query(({ ctx }) => listMembers(ctx)),
  /**
   * Who led whom, as recorded, oldest first: from `effectiveOn` on a member reports to `managerId` (null: to nobody);
   * of lines of one day the last recorded counts.
   */
  reportingLines: procedure.query(({ ctx: { termwise } }) =>
    termwise.read((tx) => loadReportingLines(tx, tx.workspaceId)),
  ),
  /** Invitations that were not taken up yet, expired ones too, which can be renewed. */
  invitations: procedure.query(({ ctx }) => listInvitations(ctx)),
  /**
   * Invites a mail address for seven days, once. A second invitation of the same address renews the first. `link` is
   * null when it went out by mail. Refused (412) for a member; 403 for a wider scope than one's own.
   */
  invite: procedure
    .input(
      z.strictObject({
        email: keptAddress,
        role: Role,
        scope: AccessScope,
        title: title.optional(),
        knownAs: knownAs.optional(),
      }),
    )
    .mutation(({ ctx, input }) => inviteMember(ctx, input)),
  /** Gives an invitation a new link and another seven days; the old link is dead. 404 when it is not pending. */
  renewInvitation: procedure
    .input(oneInvitation)
    .mutation(({ ctx, input: { id } }) => renewInvitationOf(ctx, id)),
  /** Ends an invitation. 404 when it is not pending. */
  revokeInvitation: procedure
    .input(oneInvitation)
    .mutation(({ ctx, input: { id } }) => revokeInvitationOf(ctx, id)),
  /**
   * Changes a member. A changed role or scope ends their sessions here at once; who sees less than before, or may no
   * longer invite, has the invitations they sent revoked. Refused (412) for one's own role and
   * scope, and for the last workspace admin's role.
   */
  change: procedure
    .input(
      z
        .strictObject({
          memberId: MemberId,
          role: Role.optional(),
          scope: AccessScope.optional(),
          title: title.optional(),
          knownAs: knownAs.optional(),
        })
        .refine(({ memberId: _, ...change }) => Object.keys(change).length > 0, "Say what to change"),
    )
    .mutation(({ ctx, input: { memberId, ...change } }) => changed(ctx, memberId, change)),
  /** Shuts a member out at once: their sessions here end, their keys stop, the invitations they sent are revoked. */
  disable: procedure
    .input(oneMember)
    .mutation(({ ctx, input: { memberId } }) => changed(ctx, memberId, { disabled: true })),
  /** Lets a disabled member sign in again, in the role they had. */
  enable: procedure
    .input(oneMember)
    .mutation(({ ctx, input: { memberId } }) => changed(ctx, memberId, { disabled: false })),
  /**
   * Erases the personal data of a disabled member, for good: name, address, titles, from where they did what they did;
   * and the person, with password and sessions, unless they are a member elsewhere. The id stays. 412 while enabled.
   */
  erase: procedure
    .input(oneMember)
    .mutation(({ ctx, input: { memberId } }) => eraseFormerMember(ctx, memberId)),
  /**
   * Records who leads a member from a day on (null: nobody). What was recorded before stays. Refused (412) when somebody
   * would lead themselves, directly or not, and when one would put oneself above others.
   */
  setManager: procedure
    .input(z.strictObject({ memberId: MemberId, managerId: MemberId.nullable(), on: Day }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { memberId, managerId, on } }) => {
      await termwise.write(async (tx) => {
        const people = await holdMembers(tx);
        memberIn(people, memberId);
        if (managerId !== null && memberIn(people, managerId).member.disabled)
          throw new Failure("refused", "This manager is disabled. Choose somebody else");
        const lines = await loadReportingLines(tx, tx.workspaceId);
        const line = { memberId, managerId, effectiveOn: on, recordedAt: acting.at };
        assertNoCycle(lines, line);
        assertNotOwnTeam(who, lines, line);
        await appendReportingLine(tx, line);
        await appendAudit(tx, tx.workspaceId, {
          ...acting,
          action: "manager_set",
          subject: { kind: "member", id: memberId },
          details: { managerId, on },
        });
      });
      return null;
    }),
});

interface Asked {
  readonly termwise: Termwise;
  readonly who: Principal;
  readonly acting: Acting;
}

const rightsOf = ({ member: { role, scope, disabled } }: MemberPerson) => ({ role, scope, disabled });

/** Changes a membership and what hangs on it, in one transaction. */
async function changed({ termwise, who, acting }: Asked, id: MemberId, change: MemberChange): Promise<null> {
  if (change.scope !== undefined) assertMayGive(who, change.scope);
  await termwise.write(async (tx) => {
    const people = await holdMembers(tx);
    const person = memberIn(people, id);
    assertNotOwnRights(who, person, change);
    await assertNotOthersPay(tx, who, person, change);
    assertAdminStays(people, person, change);
    await changeMember(tx, id, change);
    const before = rightsOf(person);
    const after = { ...before, ...defined(change) };
    const shut = after.disabled && !before.disabled;
    const otherRights = shut || after.role !== before.role || after.scope !== before.scope;
    if (otherRights) await endSessionsOf(tx, id);
    // Nobody gives a wider scope than their own, not by a link that still works either.
    const narrowed = narrower(after.scope, before.scope) !== before.scope;
    const mayNoLonger = shut || narrowed || (before.role === "workspace_admin" && after.role !== before.role);
    const revoked = mayNoLonger ? await revokeInvitations(tx, { invitedBy: id }, acting.at) : 0;
    await appendAudit(tx, tx.workspaceId, {
      ...acting,
      action:
        change.disabled === undefined
          ? "member_changed"
          : change.disabled
            ? "member_disabled"
            : "member_enabled",
      subject: { kind: "member", id },
      // Titles and names in the data may tell who it is: which of them changed is told, not to what.
      details: {
        before,
        after,
        fields: Object.keys(change),
        ...(revoked > 0 && { invitationsRevoked: revoked }),
      },
    });
  });
  return null;
}

function defined({ role, scope, disabled }: MemberChange) {
  return {
    ...(role !== undefined && { role }),
    ...(scope !== undefined && { scope }),
    ...(disabled !== undefined && { disabled }),
  };
}
