import type { AuditAction } from "@termwise/core/access";
import type { Instant } from "@termwise/core/kernel";
import type { Limit } from "@termwise/db";
import { z } from "zod";
import type { Letter } from "../mail/letter.ts";
import { passwordChangedLetter, secondFactorLetter } from "../mail/letters.ts";
import { DemoBody, FirstRunBody } from "./doors.ts";
import { AcceptBody, InvitationAnswer, InvitationBody } from "./invitation-doors.ts";
import { limits } from "./limits.ts";
import { isOwnPath } from "./own-path.ts";

/** One path of the sign-in library that is open, and what we add to it. */
export interface DoorPath {
  /** What may be sent; anything more is refused. Null: a browser comes back to it from the identity provider. */
  readonly body: z.ZodType | null;
  /** What is counted before anything is tried. `userId`: who is signed in, or whose second factor is asked for. */
  readonly limits: (body: Record<string, string>, bucket: string, userId: string | null) => Limit[];
  /** A second factor is asked for: of who is signed in, or of who has shown a password. */
  readonly secondFactor?: boolean;
  /** What the audit log is told when it went well. Signing in is told by the session it makes. */
  readonly done?: AuditAction;
  /** Where it makes a new session of who is signed in, their account has changed: other sessions end, and what was begun. */
  readonly changesAccount?: boolean;
  /** Tells who is signed in of it, by mail. */
  readonly letter?: (to: string, at: Instant) => Letter;
  /** Answered before it is done, so that the answer takes as long whoever is meant. */
  readonly answeredFirst?: boolean;
  /** What the library is asked instead. */
  readonly library?: (body: Record<string, string>) => { path: string; body: object };
  /** What of the library's answer is passed on; nothing else leaves. */
  readonly answer?: z.ZodType;
}

const email = z.string().max(254);
const password = z.string().max(512);
const ownPassword = z.strictObject({ password });
const code = z.strictObject({
  // Apps and people write codes in groups.
  code: z
    .string()
    .max(40)
    .transform((typed) => typed.replaceAll(/\s/g, ""))
    .pipe(z.string().min(1)),
});

const passwordLimits: DoorPath["limits"] = (_, bucket, userId) => [
  limits.ownPassword(userId ?? ""),
  limits.tokens(bucket),
];
const codeLimits: DoorPath["limits"] = (_, bucket, userId) => [
  ...(userId === null ? [] : [limits.secondFactorAccount(userId)]),
  limits.secondFactor(bucket),
];

/** The paths under /api/auth that are open. Every other path of the library is as if it were not there. */
export const doorPaths: Readonly<Record<string, DoorPath>> = {
  "POST /sign-in/email": {
    body: z.strictObject({ email, password }),
    limits: (body, bucket) => [limits.signInAccount(body["email"] ?? ""), limits.signInAddress(bucket)],
    answer: z.object({ twoFactorRedirect: z.boolean().optional() }),
  },
  "POST /sign-in/oauth2": {
    body: z.strictObject({
      providerId: z.literal("oidc"),
      callbackURL: z.string().max(2000).refine(isOwnPath, "is not a page of this server"),
      errorCallbackURL: z.string().max(2000).optional(),
    }),
    limits: (_, bucket) => [limits.signInAddress(bucket)],
    library: ({ callbackURL }) => ({
      path: "/sign-in/social",
      body: { provider: "oidc", callbackURL, disableRedirect: true },
    }),
    answer: z.object({ url: z.string() }),
  },
  "GET /callback/oidc": { body: null, limits: (_, bucket) => [limits.signInAddress(bucket)] },
  // Of who has shown a password it opens a session; of who is signed in it is the first code of a new factor.
  "POST /two-factor/verify-totp": {
    body: code,
    limits: codeLimits,
    secondFactor: true,
    done: "second_factor_on",
    changesAccount: true,
    letter: (to, at) => secondFactorLetter({ to, at, change: "on" }),
  },
  "POST /two-factor/verify-backup-code": { body: code, limits: codeLimits, secondFactor: true },
  "POST /two-factor/enable": {
    body: ownPassword,
    limits: passwordLimits,
    answer: z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) }),
  },
  "POST /two-factor/generate-backup-codes": {
    body: ownPassword,
    limits: passwordLimits,
    done: "recovery_codes_renewed",
    letter: (to, at) => secondFactorLetter({ to, at, change: "codes" }),
    answer: z.object({ backupCodes: z.array(z.string()) }),
  },
  "POST /two-factor/disable": {
    body: ownPassword,
    limits: passwordLimits,
    done: "second_factor_off",
    changesAccount: true,
    letter: (to, at) => secondFactorLetter({ to, at, change: "off" }),
  },
  "POST /change-password": {
    body: z.strictObject({
      currentPassword: password,
      newPassword: password,
      revokeOtherSessions: z.literal(true).optional(),
    }),
    limits: passwordLimits,
    done: "password_changed",
    changesAccount: true,
    letter: (to, at) => passwordChangedLetter({ to, at }),
    library: ({ currentPassword, newPassword }) => ({
      path: "/change-password",
      body: { currentPassword, newPassword, revokeOtherSessions: true },
    }),
  },
  "POST /request-password-reset": {
    body: z.strictObject({ email: z.email().max(254), redirectTo: z.string().max(2000).optional() }),
    limits: (body, bucket) => [limits.resetAccount(body["email"] ?? ""), limits.resetAddress(bucket)],
    done: "password_reset_asked",
    answeredFirst: true,
    library: ({ email }) => ({ path: "/request-password-reset", body: { email } }),
  },
  "POST /reset-password": {
    body: z.strictObject({ token: z.string().min(1).max(200), newPassword: password }),
    limits: (_, bucket) => [limits.tokens(bucket)],
    done: "password_reset",
  },
  "POST /sign-out": { body: z.strictObject({}), limits: () => [], done: "sign_out" },
  "POST /first-run": { body: FirstRunBody, limits: (_, bucket) => [limits.tokens(bucket)] },
  "POST /invitation": {
    body: InvitationBody,
    limits: (_, bucket) => [limits.tokens(bucket)],
    answer: InvitationAnswer,
  },
  "POST /accept-invitation": { body: AcceptBody, limits: (_, bucket) => [limits.tokens(bucket)] },
  "POST /demo": { body: DemoBody, limits: (_, bucket) => [limits.tokens(bucket)] },
};
