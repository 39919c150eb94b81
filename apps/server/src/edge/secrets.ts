import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "@termwise/core/kernel";
import { secretFault } from "./secret-rule.ts";

/** What signs sessions and links. The first signs, all are believed, so that a secret can be changed while the server runs. */
export interface Secrets {
  readonly signing: string;
  readonly believed: readonly string[];
}

/** Where secrets may come from. */
export interface SecretSources {
  /** `TERMWISE_SECRET`: one or more, separated by commas, the newest first. */
  readonly setting: string | undefined;
  /** The data folder, where one is made when none is set. */
  readonly dataDir: string;
  /** Whether the server can be reached from this machine only. */
  readonly loopback: boolean;
}

const remedy = "Make one with: openssl rand -base64 32";

/**
 * The secrets of this server. One that is short or looks like a default is refused by its place in the list, never
 * repeated. Without a setting, a server on loopback makes one in its data folder; any other does not start.
 */
export async function openSecrets({ setting, dataDir, loopback }: SecretSources): Promise<Secrets> {
  if (setting !== undefined && setting.trim() !== "") return readSecrets(setting);
  if (!loopback)
    throw new Failure(
      "refused",
      `TERMWISE_SECRET must be set when the server is reachable from elsewhere. ${remedy}`,
    );
  const path = join(dataDir, "secret");
  const own = (await readSecretFile(path)) ?? (await makeSecretFile(dataDir, path));
  const fault = secretFault(own);
  if (fault) throw new Failure("refused", `The secret in ${path} ${fault}; delete the file and start again`);
  return { signing: own, believed: [own] };
}

/** The secrets that are here already, none made: what a backup is sealed with and a restore needs. */
export async function knownSecrets(setting: string | undefined, dataDir: string): Promise<readonly string[]> {
  if (setting !== undefined && setting.trim() !== "") return readSecrets(setting).believed;
  const own = await readSecretFile(join(dataDir, "secret"));
  return own === null ? [] : [own];
}

function readSecrets(setting: string): Secrets {
  const all = setting.split(",").map((secret) => secret.trim());
  all.forEach((secret, i) => {
    const fault = secretFault(secret);
    const which = all.length === 1 ? "" : ` (number ${i + 1} of ${all.length})`;
    if (fault) throw new Failure("refused", `TERMWISE_SECRET${which} ${fault}. ${remedy}`);
  });
  const [signing = ""] = all;
  return { signing, believed: all };
}

async function readSecretFile(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, "utf8");
    // A folder that was copied or unpacked may have lost the mode.
    await chmod(path, 0o600);
    return text.trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Written whole under another name and then linked, so that of two servers that start together both read the same. */
async function makeSecretFile(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${randomBytes(48).toString("base64url")}\n`);
    await file.sync();
    await file.close();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await file.close().catch(() => {});
    await rm(draft, { force: true });
  }
  return (await readFile(path, "utf8")).trim();
}
