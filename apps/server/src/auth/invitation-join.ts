import type { Instant, MemberId } from "@termwise/core/kernel";
import { findInvitationsOf, type Invitation, type Transaction, takeUpInvitation } from "@termwise/db";
import { notes } from "./notes.ts";

/** A membership that came from an invitation, for the audit log. */
export interface Joined {
  readonly invitation: Invitation;
  readonly memberId: MemberId;
}

/** Takes one invitation up and notes it for the audit log; null when somebody was quicker, or they are a member already. */
export async function join(
  tx: Transaction,
  invitation: Invitation,
  by: { userId: string; tokenHash?: string; now: Instant },
): Promise<MemberId | null> {
  const taken = await takeUpInvitation(tx, invitation, by);
  if (!taken?.isNew) return null;
  const page = notes();
  page.joined = [...(page.joined ?? []), { invitation, memberId: taken.memberId }];
  return taken.memberId;
}

/**
 * Makes a person a member wherever their address is invited: for a first sign-in through an identity provider that vouches
 * for the address. The memberships, the oldest invitation's first; call it inside a unit of the library's work, with its
 * transaction, and open the session with the first one (`notes().opens`).
 */
export async function joinByInvitation(
  tx: Transaction,
  { email, userId, now }: { email: string; userId: string; now: Instant },
): Promise<MemberId[]> {
  const joined: MemberId[] = [];
  for (const invitation of await findInvitationsOf(tx, email.toLowerCase(), now)) {
    const memberId = await join(tx, invitation, { userId, now });
    if (memberId !== null) joined.push(memberId);
  }
  return joined;
}
