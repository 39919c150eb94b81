import { type AuditEvent, appendAudit, inIdentityUnit, randomText, type Transaction } from "@termwise/db";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { z } from "zod";
import type { Acting } from "./acting.ts";
import type { Gate } from "./authenticate.ts";
import { openMemberships } from "./memberships.ts";

/** Milliseconds: a link for a new password works for an hour, once. */
export const resetLife = 60 * 60 * 1000;

/** The link by which somebody sets a new password. The token stands in the fragment, which no server and no log sees. */
export const resetLink = (origin: string, token: string): string => new URL(`/reset#${token}`, origin).href;

/** Makes tokens of such links for whoever runs the command line. The store keeps a token's hash. */
export function resetDoors() {
  return {
    id: "reset-links",
    endpoints: {
      newResetToken: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.strictObject({ userId: z.string() }) },
        async (ctx) => {
          const token = randomText(32);
          const expiresAt = new Date(Date.now() + resetLife);
          await ctx.context.internalAdapter.createVerificationValue({
            value: ctx.body.userId,
            identifier: `reset-password:${token}`,
            expiresAt,
          });
          return { token, expiresAt: expiresAt.toISOString() };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** A new link for a person, which the workspaces they are a member of are told of: its path, and until when it works. */
export async function newResetLink(
  { house, library }: Gate,
  userId: string,
  acting: Acting,
): Promise<{ path: string; expiresAt: string }> {
  const { token, expiresAt } = await inIdentityUnit(
    house.db,
    () => library.api.newResetToken({ body: { userId } }),
    (tx) => tellWorkspacesOf(tx, userId, { ...acting, action: "password_reset_asked" }),
  );
  return { path: `/reset#${token}`, expiresAt };
}

/** Tells the audit log of every workspace somebody may open what was done with their account. */
export async function tellWorkspacesOf(
  tx: Transaction,
  userId: string,
  event: Omit<AuditEvent, "subject">,
): Promise<void> {
  for (const { member, workspace } of await openMemberships(tx, userId))
    await appendAudit(tx, workspace.id, { ...event, subject: { kind: "member", id: member.id } });
}
