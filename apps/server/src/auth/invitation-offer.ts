import { roleNames } from "@termwise/core/access";
import { type Instant, type InvitationId, instant } from "@termwise/core/kernel";
import { type Invitation, type Offer, randomText } from "@termwise/db";
import type { Edge } from "../edge/edge.ts";
import { invitationLetter } from "../mail/letters.ts";
import { hashOf } from "./doors.ts";

/** An invitation can be taken up this long. */
const validFor = 7 * 24 * 60 * 60 * 1000;

/** A new token of 256 bits, what is kept of it, and until when it opens anything. */
export function newToken(now: Instant): { token: string; tokenHash: string; expiresAt: Instant } {
  const token = randomText(43);
  const expiresAt = instant(new Date(Date.parse(now) + validFor).toISOString());
  return { token, tokenHash: hashOf(token), expiresAt };
}

/** What a letter of invitation tells. `origin`: the address people reach this server by. */
export interface Sending {
  readonly invitation: Pick<Invitation, "id" | "email" | "expiresAt"> & Pick<Offer, "role">;
  readonly token: string;
  readonly origin: string;
  readonly workspace: string;
  readonly inviter: string;
}

/**
 * Sends the link of an invitation, outside any transaction. `link` is for the inviter to hand over where no mail is set
 * up or the mail server did not take it; the token stands behind the `#`, which browsers send to nobody.
 */
export async function sendInvitation(
  edge: Edge,
  { invitation: { id, email, expiresAt, role }, token, origin, workspace, inviter }: Sending,
): Promise<{ id: InvitationId; link: string | null; mailed: boolean }> {
  const link = `${new URL("/invitation", origin).href}#${token}`;
  const roleName = roleNames[role];
  const letter = invitationLetter({ to: email, workspace, inviter, roleName, link, expiresAt });
  const mailed = edge.mail !== null && (await edge.mail.send(letter)).sent;
  return { id, link: mailed ? null : link, mailed };
}
