import { Failure } from "@termwise/core/kernel";
import { findMemberships, inIdentity } from "@termwise/db";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import { isOpenTo } from "./memberships.ts";
import { notes } from "./notes.ts";

/**
 * What the library does not ask before it changes how somebody signs in: whether the chosen password is a good one, and
 * whether a workspace of theirs wants the second factor that they are about to give up.
 */
export function passwordRules({ house, edge }: { house: House; edge: Edge }) {
  const member = () => {
    const { who } = notes();
    if (who?.kind !== "member") throw new Failure("signed_out", "Sign in first");
    return who;
  };
  return {
    id: "password-rules",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === "/change-password",
          handler: createAuthMiddleware(async (ctx) => {
            const { name, email, membership } = member();
            const workspace = membership.workspace.name;
            await edge.checkPassword(ctx.body.newPassword, { name, email, workspace });
          }),
        },
        {
          matcher: ({ path }) => path === "/reset-password",
          handler: createAuthMiddleware(async (ctx) => {
            const { token, newPassword } = ctx.body;
            const reset = await ctx.context.internalAdapter.findVerificationValue(`reset-password:${token}`);
            // A token that is not valid is refused by the library, whatever the password.
            const user = reset && (await ctx.context.internalAdapter.findUserById(reset.value));
            if (user) await edge.checkPassword(newPassword, { name: user.name, email: user.email });
          }),
        },
        {
          matcher: ({ path }) => path === "/two-factor/disable",
          handler: createAuthMiddleware(async () => {
            const { userId } = member();
            const memberships = await inIdentity(house.db, (tx) => findMemberships(tx, userId), {
              readOnly: true,
            });
            const strict = memberships
              .filter(isOpenTo)
              .find(({ workspace }) => workspace.secondFactorRequired);
            if (strict)
              throw new Failure(
                "refused",
                `The workspace ${strict.workspace.name} asks for a second factor, so it cannot be given up here`,
              );
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
