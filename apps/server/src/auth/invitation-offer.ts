import { roleNames } from "@termwise/core/access";
import { type Instant, type InvitationId, instant } from "@termwise/core/kernel";
import { type Invitation, type Offer, randomText } from "@termwise/db";
import type { Edge } from "../edge/edge.ts";
import { invitationLetter } from "../mail/letters.ts";
import { hashOf } from "./doors.ts";

/** An invitation can be taken up this long. */
const validFor = 7 * 24 * 60 * 60 * 1000;

/** What a token begins with that only ever stood in a letter; none that is handed to the inviter does. */
const mailedMark = "_";

/** Whether a token came by mail, so that who holds it reads the mail of the address that is invited. */
export const isMailed = (token: string): boolean => token.startsWith(mailedMark);

/** A new token of 256 bits, for a letter or to be handed over, what is kept of it, and until when it opens anything. */
export function newToken(
  now: Instant,
  { mailed }: { mailed: boolean },
): { token: string; tokenHash: string; expiresAt: Instant } {
  const token = `${mailed ? mailedMark : ""}${randomText(43)}`;
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
  /** Makes the token of the letter void and gives one to be handed over. */
  readonly handOver: () => Promise<string>;
}

/**
 * Sends the link of an invitation, outside any transaction. `link` is for the inviter to hand over where no mail is set
 * up or the mail server did not take it: another one than that of the letter, which proves who reads it. The token
 * stands behind the `#`, which browsers send to nobody.
 */
export async function sendInvitation(
  edge: Edge,
  { invitation: { id, email, expiresAt, role }, token, origin, workspace, inviter, handOver }: Sending,
): Promise<{ id: InvitationId; link: string | null; mailed: boolean }> {
  const linkOf = (shown: string) => `${new URL("/invitation", origin).href}#${shown}`;
  if (edge.mail === null) return { id, link: linkOf(token), mailed: false };
  const roleName = roleNames[role];
  const letter = invitationLetter({
    to: email,
    workspace,
    inviter,
    roleName,
    link: linkOf(token),
    expiresAt,
  });
  if ((await edge.mail.send(letter)).sent) return { id, link: null, mailed: true };
  return { id, link: linkOf(await handOver()), mailed: false };
}
