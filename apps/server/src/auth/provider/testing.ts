// A real identity provider on loopback, for tests: it can be told to say something else than it should.
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import type { OidcSettings } from "../../env.ts";

/** What the provider says of the people it knows, by their subject. */
export interface Claims {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

/** What goes wrong at the provider, or on the way. */
export interface Mischief {
  /** Other claims in the id token, rightly signed. */
  claims?: Readonly<Record<string, unknown>>;
  /** The id token is signed with a key that is not the provider's. */
  foreignKey?: boolean;
  /** No id token at all. */
  noIdToken?: boolean;
  /** What discovery says the issuer is. */
  issuer?: string;
}

const clientId = "termwise";
const clientSecret = "a client secret that only tests know";

const newKeys = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const [keys, foreign] = [newKeys(), newKeys()];

/** Starts a provider whose people are `people`; whoever `signedIn` names is signed in there without being asked. */
export async function identityProviderServer(people: Record<string, Claims>) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: { signedIn: string; mischief: Mischief } = { signedIn: "", mischief: {} };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ["http://localhost:4700/api/auth/callback/oidc"],
      },
    ],
    jwks: { keys: [{ ...keys.privateKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a cookie key that only tests know"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    interactions: { url: () => "/interaction" },
    loadExistingGrant: async ({
      oidc: { session, client },
    }: {
      oidc: { session: { accountId: string }; client: { clientId: string } };
    }) => {
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
  });
  provider.use(async (ctx, next) => {
    if (ctx.path === "/interaction") {
      ctx.respond = false;
      return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: state.signedIn } });
    }
    await next();
    const { mischief } = state;
    if (ctx.path === "/.well-known/openid-configuration" && mischief.issuer)
      ctx.body["issuer"] = mischief.issuer;
    const given = ctx.body?.["id_token"];
    if (ctx.path !== "/token" || typeof given !== "string") return;
    if (mischief.noIdToken) delete ctx.body["id_token"];
    else if (mischief.foreignKey || mischief.claims)
      ctx.body["id_token"] = signedAnew(
        given,
        mischief.claims,
        (mischief.foreignKey ? foreign : keys).privateKey,
      );
  });
  server.on("request", provider.callback());
  const settings: OidcSettings = { issuer, clientId, clientSecret, label: "Test provider" };
  return {
    settings,
    state,
    /** Follows an address at the provider until it leads away from it; answers where to. */
    async follow(address: string): Promise<string> {
      const cookies = new Map<string, string>();
      let to = address;
      while (to.startsWith(issuer)) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(to, { redirect: "manual", headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const next = answer.headers.get("location");
        if (next === null) throw new Error(`${answer.status} ${await answer.text()}`);
        to = new URL(next, to).href;
      }
      return to;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function signedAnew(
  token: string,
  claims: Readonly<Record<string, unknown>> | undefined,
  key: KeyObject,
): string {
  const [head = "", body = ""] = token.split(".");
  const said = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
  const content = `${head}.${Buffer.from(JSON.stringify({ ...said, ...claims })).toString("base64url")}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
}
