import { DoorRefused } from "./door-refused.ts";

/** Asks an address below /api/auth. Throws {@link DoorRefused}; status 0 when nobody answered. */
async function ask<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!answer) throw new DoorRefused("The server did not answer.", 0, null, null);
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return said as Answer;
  const { message, code } = (said ?? {}) as { message?: string; code?: string };
  const seconds = Number(answer.headers.get("retry-after") ?? answer.headers.get("x-retry-after"));
  throw new DoorRefused(
    message ?? "The server could not do this.",
    answer.status,
    code ?? null,
    Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  );
}

/** Signs in; `secondFactor` when a code is still to be given. */
export async function signIn(email: string, password: string): Promise<{ secondFactor: boolean }> {
  const said = await ask<{ twoFactorRedirect?: boolean }>("sign-in/email", { email, password });
  return { secondFactor: said.twoFactorRedirect === true };
}

/** Gives the code of an authenticator app: the second half of signing in, or the proof that enrolment worked. */
export async function giveAppCode(code: string): Promise<void> {
  await ask("two-factor/verify-totp", { code });
}

/** Gives one of the recovery codes instead; each works once. */
export async function giveRecoveryCode(code: string): Promise<void> {
  await ask("two-factor/verify-backup-code", { code });
}

/** Where the identity provider asks one to sign in; it leads back to `to`. */
export async function providerAddress(to: string): Promise<string> {
  const { url } = await ask<{ url: string }>("sign-in/oauth2", {
    providerId: "oidc",
    callbackURL: to,
  });
  return url;
}

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  await ask("sign-out", {});
}

/** Enters the demo company as one of its members. */
export async function enterDemo(memberId: string): Promise<void> {
  await ask("demo", { memberId });
}

/** Has a link for a new password sent. Says the same whether or not the address is known. */
export async function requestReset(email: string): Promise<void> {
  await ask("request-password-reset", { email, redirectTo: "/reset" });
}

/** Sets a new password with the token of such a link. */
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  await ask("reset-password", { token, newPassword });
}

/** Begins a second factor: the address for authenticator apps, and the recovery codes, once. */
export async function beginSecondFactor(
  password: string,
): Promise<{ totpURI: string; backupCodes: string[] }> {
  return ask("two-factor/enable", { password });
}

/** Turns the second factor off. */
export async function endSecondFactor(password: string): Promise<void> {
  await ask("two-factor/disable", { password });
}

/** Makes new recovery codes, shown once; the old ones no longer work. */
export async function renewRecoveryCodes(password: string): Promise<string[]> {
  const { backupCodes } = await ask<{ backupCodes: string[] }>("two-factor/generate-backup-codes", {
    password,
  });
  return backupCodes;
}

/** Changes one's own password and ends all other sessions. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await ask("change-password", { currentPassword, newPassword, revokeOtherSessions: true });
}

/** What an invitation invites to. */
export interface Invitation {
  readonly workspace: string;
  readonly email: string;
  readonly role: string;
  readonly invitedBy: string | null;
  /** Whether the address has an account already: then its password is asked for instead of a new one. */
  readonly existing: boolean;
  /** What is needed to take it up: a password, to sign in first, or nothing, for who is signed in with the address. */
  readonly needs: "password" | "sign_in" | null;
  readonly expiresAt: string;
}

/** Reads an invitation by the token of its link, which stays usable. */
export async function readInvitation(token: string): Promise<Invitation> {
  return ask("invitation", { token });
}

/** Takes an invitation up and signs in; who has an account leaves the name out, who is signed in the password too. */
export async function acceptInvitation(answer: {
  token: string;
  name?: string;
  password?: string;
}): Promise<void> {
  await ask("accept-invitation", answer);
}

/** Makes the first admin and their workspace, with the token printed on the server's console, and signs in. */
export async function firstRun(answer: {
  token: string;
  name: string;
  email: string;
  password: string;
  workspace: {
    name: string;
    reportingCurrency: string | null;
    /** 1 to 12. */
    fiscalYearStart: number;
    timeZone: string;
  };
}): Promise<void> {
  await ask("first-run", answer);
}
