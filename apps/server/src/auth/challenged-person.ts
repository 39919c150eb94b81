import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import type { Gate } from "./authenticate.ts";

/** Tells the server, and nobody else, whose second factor a browser is asked for. */
export function challenge() {
  return {
    id: "challenge",
    endpoints: {
      challengedPerson: createAuthEndpoint.serverOnly(
        { method: "POST", requireHeaders: true },
        async (ctx) => {
          const { name } = ctx.context.createAuthCookie("two_factor");
          const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
          if (!challenge) return { userId: null };
          const found = await ctx.context.internalAdapter.findVerificationValue(challenge);
          return { userId: found?.value ?? null };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** Who has shown their password and is asked for their second factor; null when nobody is. */
export async function challengedPerson({ library }: Gate, headers: Headers): Promise<string | null> {
  return (await library.api.challengedPerson({ headers })).userId;
}
