import { Failure } from "@termwise/core/kernel";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins";
import type { Edge } from "../edge/edge.ts";
import { isLoopback } from "../env.ts";

const providerId = "oidc";

/**
 * Sign-in through one's own identity provider, where one is set: OpenID Connect with discovery, PKCE, state and nonce;
 * the id token's signature, issuer, audience and nonce are verified, and without an id token nobody gets in.
 */
export function identityProvider({ oidc }: Edge): BetterAuthPlugin[] {
  if (oidc === null) return [];
  const issuer = new URL(oidc.issuer);
  if (issuer.protocol !== "https:" && !isLoopback(issuer.hostname.replace(/^\[|\]$/g, "")))
    throw new Failure(
      "refused",
      "OIDC_ISSUER must begin with https://: over http anybody on the way could sign in as anybody",
    );
  const config = {
    providerId,
    discoveryUrl: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    accountSubject: ({
      tokens,
      profile,
    }: {
      tokens: { idToken?: string | undefined };
      profile: { sub?: string | number | null | undefined };
    }) => {
      // The library would believe the user-info answer alone.
      if (!tokens.idToken || profile.sub == null) throw new Error("The provider sent no id token.");
      return String(profile.sub);
    },
  };
  const plugin = genericOAuth({ config: [config] });
  return [
    {
      ...plugin,
      // Discovery waits for the first sign-in, which it may delay by ten seconds, so that a provider that is away or slow
      // keeps nobody else from signing in.
      init: () => ({ context: { genericOAuthPendingDiscovery: new Map([[providerId, config]]) } }),
    },
    {
      id: "own-issuer",
      hooks: {
        before: [
          {
            matcher: ({ path }) => path === "/sign-in/social" || path === "/callback/:id",
            handler: createAuthMiddleware(async (ctx) => {
              const found = ctx.context.socialProviders.find(({ id }) => id === providerId);
              if (!found)
                throw new Failure("unavailable", "The identity provider does not answer. Try again later", {
                  retryAfter: 30,
                });
              if (found.issuer !== oidc.issuer)
                throw new Error(`The identity provider says it is ${found.issuer}, not OIDC_ISSUER.`);
            }),
          },
        ],
      },
    },
  ];
}
