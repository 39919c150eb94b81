import { Failure, type InvitationId } from "@termwise/core/kernel";
import {
  appendAudit,
  holdMembers,
  invite,
  loadInvitations,
  loadMembers,
  type Offer,
  renewInvitation,
  revokeInvitations,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { newToken, sendInvitation } from "../auth/invitation-offer.ts";
import { limits, within } from "../auth/limits.ts";
import type { Principal } from "../auth/principal.ts";
import type { Edge } from "../edge/edge.ts";
import type { Termwise } from "../termwise.ts";
import { assertMayGive, ownMembership } from "./member-rules.ts";

interface Asked {
  readonly termwise: Termwise;
  readonly who: Principal;
  readonly acting: Acting;
  readonly edge: Edge;
  readonly origin: string;
}

type Sent = Awaited<ReturnType<typeof sendInvitation>>;

const gone = () => new Failure("not_found", "There is no such invitation");

/** Who invites: their membership, and their name as the letter tells it. */
function inviterOf(who: Principal): { invitedBy: ReturnType<typeof idOf>; inviter: string } {
  // A demo is entered by a click. Whoever they let in would own an installation that nobody has set up yet.
  if (who.kind === "member" && who.membership.demo)
    throw new Failure(
      "refused",
      "People of the demo company cannot invite anybody. Set your own workspace up first",
    );
  return { invitedBy: idOf(who), inviter: who.kind === "member" ? who.name : "An administrator" };
}

const idOf = (who: Principal) => ownMembership(who)?.id ?? null;

/** Invites an address, or renews its invitation; the letter goes out when all is stored. */
export async function inviteMember(
  { termwise, who, acting, edge, origin }: Asked,
  {
    email,
    role,
    scope,
    title = null,
    knownAs = [],
  }: Partial<Offer> & Pick<Offer, "role" | "scope"> & { email: string },
): Promise<Sent> {
  const { invitedBy, inviter } = inviterOf(who);
  assertMayGive(who, scope);
  await within(termwise.db, [limits.invitations(termwise.workspaceId)], acting.at);
  const { token, tokenHash, expiresAt } = newToken(acting.at, { mailed: edge.mail !== null });
  const { id } = await termwise.write(async (tx) => {
    const there = (await holdMembers(tx)).find((person) => person.email === email);
    if (there)
      throw new Failure(
        "refused",
        there.member.disabled
          ? "This address belongs to a disabled member. Enable them instead"
          : "This address belongs to a member already",
      );
    const offer = { role, scope, title, knownAs };
    const stored = await invite(tx, { ...offer, email, tokenHash, invitedBy, now: acting.at, expiresAt });
    const { before } = stored;
    await appendAudit(tx, tx.workspaceId, {
      ...acting,
      action: before ? "invitation_renewed" : "member_invited",
      subject: { kind: "invitation", id: stored.id },
      details: {
        ...(before && { before: { role: before.role, scope: before.scope } }),
        after: { role, scope },
      },
    });
    return stored;
  });
  const { name: workspace } = await termwise.workspace();
  const invitation = { id, email, role, expiresAt };
  const handOver = handingOver({ termwise, acting }, { id, invitedBy });
  return sendInvitation(edge, { invitation, token, origin, workspace, inviter, handOver });
}

/** Gives an invitation a new token and sends it. */
export async function renewInvitationOf(
  { termwise, who, acting, edge, origin }: Asked,
  id: InvitationId,
): Promise<Sent> {
  const { invitedBy, inviter } = inviterOf(who);
  await within(termwise.db, [limits.invitations(termwise.workspaceId)], acting.at);
  const { token, tokenHash, expiresAt } = newToken(acting.at, { mailed: edge.mail !== null });
  const invitation = await termwise.write(async (tx) => {
    await holdMembers(tx);
    const renewed = await renewInvitation(tx, { id, tokenHash, expiresAt, invitedBy });
    if (!renewed) throw gone();
    // What another admin offered is stood for by whoever renews it.
    assertMayGive(who, renewed.scope);
    const subject = { kind: "invitation", id };
    await appendAudit(tx, tx.workspaceId, { ...acting, action: "invitation_renewed", subject });
    return renewed;
  });
  const { name: workspace } = await termwise.workspace();
  const handOver = handingOver({ termwise, acting }, { id, invitedBy });
  return sendInvitation(edge, { invitation, token, origin, workspace, inviter, handOver });
}

/** What gives an invitation whose letter did not go out a token for the inviter's hands. */
function handingOver(
  { termwise, acting }: Pick<Asked, "termwise" | "acting">,
  { id, invitedBy }: { id: InvitationId; invitedBy: ReturnType<typeof idOf> },
): () => Promise<string> {
  return async () => {
    const { token, tokenHash, expiresAt } = newToken(acting.at, { mailed: false });
    await termwise.write(async (tx) => {
      if (!(await renewInvitation(tx, { id, tokenHash, expiresAt, invitedBy }))) throw gone();
      const subject = { kind: "invitation", id };
      await appendAudit(tx, tx.workspaceId, { ...acting, action: "invitation_renewed", subject });
    });
    return token;
  };
}

/** Ends an invitation that was not taken up. */
export async function revokeInvitationOf({ termwise, acting }: Asked, id: InvitationId): Promise<null> {
  await termwise.write(async (tx) => {
    if ((await revokeInvitations(tx, { id }, acting.at)) === 0) throw gone();
    const subject = { kind: "invitation", id };
    await appendAudit(tx, tx.workspaceId, { ...acting, action: "invitation_revoked", subject });
  });
  return null;
}

/** The invitations that were not taken up, each with who sent it. */
export async function listInvitations({ termwise, acting }: Asked) {
  const [pending, people] = await termwise.read(async (tx) => [
    await loadInvitations(tx),
    await loadMembers(tx, tx.workspaceId),
  ]);
  const names = new Map(people.map(({ member, name }) => [member.id, name]));
  return pending.map(({ workspaceId: _, knownAs, invitedBy, ...rest }) => ({
    ...rest,
    knownAs: [...knownAs],
    invitedBy: invitedBy && (names.get(invitedBy) ?? null),
    expired: rest.expiresAt <= acting.at,
  }));
}
