import { createHash } from "node:crypto";
import { identityAdapter, proveAddress, randomText, unitTransaction } from "@termwise/db";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import { passwordChangedLetter, passwordResetLetter } from "../mail/letters.ts";
import { challenge } from "./challenged-person.ts";
import { doors } from "./doors.ts";
import { identityProvider } from "./identity-provider.ts";
import { invitationDoors } from "./invitation-doors.ts";
import { libraryHooks } from "./library-hooks.ts";
import { notes, toSend } from "./notes.ts";
import { verifyAndRenew } from "./password-renewal.ts";
import { passwordRules } from "./password-rules.ts";
import { resetDoors, resetLife, resetLink } from "./reset-link.ts";
import { idle, isSecure } from "./session-cookie.ts";

const prefixes: Record<string, string> = { user: "usr", session: "ses", account: "acct" };

/**
 * The sign-in library over our store: people, passwords, sessions and second factors. Its own limits, tenancy and keys
 * are not used (docs/adr/0005-access.md); what it answers passes through http/auth.ts.
 */
export function signInLibrary({ house, edge, log }: { house: House; edge: Edge; log: Log }) {
  const secure = isSecure(edge);
  return betterAuth({
    appName: "Termwise",
    basePath: "/api/auth",
    baseURL: edge.publicUrl ?? {
      allowedHosts: ["localhost:*", "127.0.0.1:*", "[::1]:*", "localhost", "127.0.0.1", "[::1]"],
      protocol: "http",
      fallback: "http://localhost",
    },
    secret: edge.secrets.signing,
    secrets: edge.secrets.believed.map((value) => ({ version: versionOf(value), value })),
    database: identityAdapter(house.db),
    user: { additionalFields: { demo: { type: "boolean", required: false, input: false } } },
    session: { ...idle, additionalFields: { memberId: { type: "string", required: false, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 512,
      password: { hash: edge.passwords.hash, verify: verifyAndRenew(edge) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetLife / 1000,
      sendResetPassword: async ({ user, token, url }) => {
        // Invented people have no password, and their addresses lead nowhere.
        if ((user as { demo?: boolean }).demo === true) return;
        notes().changed = user.id;
        const expiresAt = new Date(Date.now() + resetLife).toISOString();
        const link = resetLink(edge.publicUrl ?? url, token);
        toSend(passwordResetLetter({ to: user.email, link, expiresAt }));
      },
      onPasswordReset: async ({ user }) => {
        notes().changed = user.id;
        // The link went to their mailbox, or through the hands of whoever runs the command line.
        await proveAddress(await unitTransaction(), user.id);
        toSend(passwordChangedLetter({ to: user.email, at: house.now() }));
      },
    },
    account: {
      // Kept in the browser, encrypted: with no row to take away first, no transaction is open while a provider is asked.
      storeStateStrategy: "cookie",
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    verification: { storeIdentifier: "hashed", disableCleanup: true },
    plugins: [
      // How many codes may be tried is counted in the store, before any is weighed (limits.ts).
      twoFactor({ issuer: "Termwise", accountLockout: { enabled: false } }),
      doors({ house, edge }),
      invitationDoors({ house, edge }),
      challenge(),
      resetDoors(),
      passwordRules({ house, edge }),
      ...identityProvider(edge),
    ],
    databaseHooks: libraryHooks(house),
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

/** All cookies of the library, also those that it only ever takes away. */
const cookieNames = [
  "session_token",
  "two_factor",
  "oauth_state",
  "state",
  "dont_remember",
  "session_data",
  "account_data",
  "trust_device",
];

/** A cookie that names its host belongs to it alone: no sister host can set it, and it never travels in the clear. */
const hostOnly = Object.fromEntries(cookieNames.map((name) => [name, { name: `__Host-termwise.${name}` }]));

/** Says which secret something was encrypted with, whatever place the secret has in the list then. */
const versionOf = (secret: string): number =>
  createHash("sha256").update(secret).digest().readUInt32BE() >>> 1;
