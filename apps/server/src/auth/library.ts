import type { MemberId } from "@termwise/core/kernel";
import { findMemberships, identityAdapter, inIdentity, randomText } from "@termwise/db";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import { doors } from "./doors.ts";
import { isOpenTo } from "./memberships.ts";
import { notes } from "./notes.ts";
import { idle, isSecure } from "./session-cookie.ts";

const prefixes: Record<string, string> = { user: "usr", session: "ses", account: "acct" };

/**
 * The sign-in library over our store: people, passwords, sessions and second factors. Its own limits, tenancy and keys
 * are not used (docs/adr/0005-access.md); what it answers passes through http/auth.ts.
 */
export function signInLibrary({ house, edge, log }: { house: House; edge: Edge; log: Log }) {
  const [signing] = edge.secrets.believed;
  const secure = isSecure(edge);
  return betterAuth({
    appName: "Termwise",
    basePath: "/api/auth",
    baseURL: edge.publicUrl ?? {
      allowedHosts: ["localhost:*", "127.0.0.1:*", "[::1]:*", "localhost", "127.0.0.1", "[::1]"],
      protocol: "http",
    },
    secret: signing ?? edge.secrets.signing,
    database: identityAdapter(house.db),
    user: { additionalFields: { demo: { type: "boolean", required: false, input: false } } },
    session: { ...idle, additionalFields: { memberId: { type: "string", required: false, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 512,
      password: edge.passwords,
      revokeSessionsOnPasswordReset: true,
    },
    plugins: [twoFactor({ issuer: "Termwise" }), doors({ house, edge })],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const memberId = notes().opens ?? (await firstMembership(house, session.userId));
            if (memberId === null)
              throw new APIError("FORBIDDEN", {
                message: "You are not a member of any workspace. Ask an admin for an invitation",
              });
            return { data: { ...session, memberId } };
          },
          after: async (session) => {
            notes().session = { userId: session.userId, memberId: session["memberId"] as MemberId };
          },
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { throw: true },
    logger: {
      level: "warn",
      log: (level, message) => log[level === "error" ? "error" : "warn"]({ library: "sign-in" }, message),
    },
    advanced: {
      cookiePrefix: "termwise",
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure, path: "/" },
      cookies: secure ? hostOnly : {},
      database: { generateId: ({ model }) => `${prefixes[model] ?? "id"}_${randomText()}` },
    },
  });
}

/** The sign-in library, as it is set up here. */
export type SignInLibrary = ReturnType<typeof signInLibrary>;

/** A cookie that names its host belongs to it alone: no sister host can set it, and it never travels in the clear. */
const hostOnly = Object.fromEntries(
  ["session_token", "two_factor", "dont_remember", "state"].map((name) => [
    name,
    { name: `__Host-termwise.${name}` },
  ]),
);

async function firstMembership(house: House, userId: string): Promise<MemberId | null> {
  const memberships = await inIdentity(house.db, (tx) => findMemberships(tx, userId), { readOnly: true });
  return memberships.find(isOpenTo)?.member.id ?? null;
}
