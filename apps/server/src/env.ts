import { resolve } from "node:path";
import { Failure } from "@termwise/core/kernel";
import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4700),
  HOST: z.string().min(1).default("127.0.0.1"),
  TERMWISE_DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.string().min(1).optional(),
  TERMWISE_USAGE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXY: z.string().optional(),
  CORS_ORIGINS: z.string().optional(),
  TERMWISE_SECRET: z.string().optional(),
  TERMWISE_WATCH: z.string().optional(),
  TERMWISE_WORKSPACE: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60).optional(),
  BREACHED_PASSWORDS_URL: z.url({ protocol: /^https?$/ }).optional(),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(20).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** What the environment says, read once at the start. Secrets among it are never logged or repeated. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** A ClickHouse for daily uses of the product, with user and password. */
  readonly usageUrl: string | undefined;
  /** Where people reach Termwise, when that is not this machine alone: scheme, host and port. */
  readonly publicUrl: string | undefined;
  readonly trustedProxy: string | undefined;
  readonly corsOrigins: string | undefined;
  readonly secret: string | undefined;
  /** Folders to watch, by the name of their source. */
  readonly watch: readonly { readonly source: string; readonly path: string }[];
  /** The workspace they belong to, by name or id. */
  readonly workspace: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly oidc: OidcSettings | null;
  readonly breachedPasswordsUrl: string | undefined;
  /** How long a server that stops goes on taking requests, while `/readyz` sends a proxy to others. */
  readonly drainSeconds: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
}

/** One's own identity provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly label: string;
}

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

/** Whether a URL leads to this machine only. */
export function isLoopbackUrl(url: string): boolean {
  return isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ""));
}

/**
 * Reads the settings docs/operations.md lists; a wrong one is named, its value is not repeated. Beyond this machine
 * Termwise serves only under a public address and with a secret of its own.
 */
export function readEnv(from: NodeJS.ProcessEnv): Env {
  const set = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(set);
  if (!read.success) {
    const names = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Failure("bad_input", `The environment cannot be used: ${names.join("; ")}`);
  }
  const given = read.data;
  assertFit(given);
  return {
    port: given.PORT,
    host: given.HOST,
    dataDir: resolve(given.TERMWISE_DATA_DIR),
    databaseUrl: given.DATABASE_URL,
    usageUrl: given.TERMWISE_USAGE_URL,
    publicUrl: given.PUBLIC_URL && new URL(given.PUBLIC_URL).origin,
    trustedProxy: given.TRUSTED_PROXY,
    corsOrigins: given.CORS_ORIGINS,
    secret: given.TERMWISE_SECRET,
    watch: watchedFolders(given.TERMWISE_WATCH),
    workspace: given.TERMWISE_WORKSPACE,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    oidc: oidcOf(given),
    breachedPasswordsUrl: given.BREACHED_PASSWORDS_URL,
    drainSeconds: given.DRAIN_SECONDS,
    logLevel: given.LOG_LEVEL,
  };
}

/** Whoever is served beyond this machine is served under a known address, over TLS, with a secret of this installation. */
function assertFit(given: z.infer<typeof Environment>): void {
  const { PUBLIC_URL: address, TERMWISE_SECRET: secret } = given;
  if (!isLoopback(given.HOST) && (address === undefined || secret === undefined))
    throw new Failure(
      "refused",
      "To serve others than this machine (HOST), set PUBLIC_URL to the address people use and TERMWISE_SECRET to a secret of at least 32 bytes (openssl rand -base64 32). Else leave HOST at 127.0.0.1",
    );
  const isOpen = !isLoopback(given.HOST) || (address !== undefined && !isLoopbackUrl(address));
  if (isOpen && !address?.startsWith("https://"))
    throw new Failure(
      "refused",
      "PUBLIC_URL must begin with https:// when others than this machine are served: passwords and sessions must not travel in the clear. Put a proxy that speaks TLS in front",
    );
}

/** `Source=/folder; Another=/another`. */
function watchedFolders(text: string | undefined): Env["watch"] {
  const parts = (text ?? "").split(/[;\n]/).map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const [source = "", ...rest] = part.split("=");
    const path = rest.join("=").trim();
    if (source.trim() === "" || path === "")
      throw new Failure(
        "bad_input",
        "TERMWISE_WATCH cannot be read; it should look like Billing=/srv/in/billing; CRM=/srv/in/crm",
      );
    return { source: source.trim(), path: resolve(path) };
  });
}

function oidcOf(set: z.infer<typeof Environment>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Failure(
      "bad_input",
      "Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together, or none of them",
    );
  return { issuer, clientId, clientSecret, label: set.OIDC_LABEL ?? "your identity provider" };
}
