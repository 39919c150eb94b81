import { Failure } from "@termwise/core/kernel";
import { breachCheck } from "../auth/passwords/breached-passwords.ts";
import { type PasswordCheck, passwordCheck } from "../auth/passwords/password-check.ts";
import { type PasswordLane, passwordLane } from "../auth/passwords/password-lane.ts";
import { type Env, isLoopback, isLoopbackUrl, type OidcSettings } from "../env.ts";
import type { Log } from "../log.ts";
import { type Mail, openMail } from "../mail/mail.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { type IsTrusted, trustedProxies } from "./trusted-proxies.ts";

/** Where the server meets the world: what it is called, whom it believes, and what it proves itself with. */
export interface Edge {
  /** The address people use; null: this machine alone. */
  readonly publicUrl: string | null;
  /** Bound to this machine only, and no public address leads here through a proxy. */
  readonly local: boolean;
  readonly isTrusted: IsTrusted;
  /** Other sites whose pages may ask the API, with a key, never with a session. */
  readonly corsOrigins: ReadonlySet<string>;
  readonly secrets: Secrets;
  readonly mail: Mail | null;
  readonly oidc: OidcSettings | null;
  readonly passwords: PasswordLane;
  readonly checkPassword: PasswordCheck;
  /** Who asks is told within this many milliseconds, if only that the store is away. */
  readonly answersWithin: number;
}

/** Opens the edge as the environment says. */
export async function openEdge(env: Env, log: Log): Promise<Edge> {
  const local = isLoopback(env.host) && (env.publicUrl === undefined || isLoopbackUrl(env.publicUrl));
  return {
    publicUrl: env.publicUrl ?? null,
    local,
    isTrusted: trustedProxies(env.trustedProxy),
    corsOrigins: originsOf(env.corsOrigins),
    secrets: await openSecrets({ setting: env.secret, dataDir: env.dataDir, loopback: isLoopback(env.host) }),
    mail: openMail({ url: env.smtpUrl, from: env.mailFrom, log }),
    oidc: env.oidc,
    passwords: passwordLane(),
    checkPassword: passwordCheck(
      env.breachedPasswordsUrl === undefined ? null : breachCheck(env.breachedPasswordsUrl, log),
    ),
    answersWithin: 9_000,
  };
}

function originsOf(setting: string | undefined): ReadonlySet<string> {
  const origins = (setting ?? "")
    .split(",")
    .map((origin) => origin.trim())
    .filter(Boolean);
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new Failure(
        "bad_input",
        "CORS_ORIGINS is a comma list of origins such as https://reports.example.com",
      );
  return new Set(origins);
}
