import { resolve } from "node:path";
import { Readable } from "node:stream";
import { Failure } from "@termwise/core/kernel";
import { connect, findHolder } from "@termwise/db";
import { Command } from "commander";
import type { BackupManifest } from "../backup/backup-format.ts";
import { makeBackup, tellBackup } from "../backup/make-backup.ts";
import { storeBackup } from "../backup/store-backup.ts";
import { machineClock } from "../clock.ts";
import { knownSecrets } from "../edge/secrets.ts";
import { type Env, readEnv } from "../env.ts";
import { contentText } from "./store-content.ts";

/** `termwise backup [FILE]`: the whole store in one file, as of one moment, while the server runs. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("write the whole store to one file, as of one moment, while the server runs")
    .argument("[file]", "a new file, readable by you alone", nameFor(machineClock.now()))
    .option("--json", "the manifest, as JSON")
    .action(async (file: string, { json }: { json?: boolean }) => {
      const path = resolve(file);
      const manifest = await backUp(readEnv(process.env), path);
      if (json) console.log(JSON.stringify({ file: path, ...manifest }));
      else
        console.log(
          `The store as of ${manifest.createdAt} is in ${path}\n${contentText(manifest.tables)}\n` +
            `Keep the secret with the fingerprint ${manifest.secrets.join(" and ")} apart from it: a restore needs both`,
        );
    });
}

const nameFor = (now: string) => `termwise-${now.slice(0, 19).replace(/[-:]/g, "")}Z.backup.gz`;

/** Through the server that holds the embedded store, else straight from the store, which is not brought up to this version. */
async function backUp(env: Env, path: string): Promise<BackupManifest> {
  const holder = env.databaseUrl ? null : findHolder(env.dataDir);
  if (holder?.address) return storeBackup(path, await askedOf(holder.address, holder.token));
  const secrets = await knownSecrets(env.secret, env.dataDir);
  const db = await connect({ url: env.databaseUrl, dataDir: env.dataDir });
  try {
    const now = machineClock.now();
    await tellBackup(db, { at: now, actor: { kind: "operator", id: null } });
    const backup = await makeBackup(db, { secrets, now });
    return await storeBackup(path, backup.pieces()).finally(backup.close);
  } finally {
    await db.close();
  }
}

async function askedOf(address: string, token: string): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(`${address}/api/local/backup`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: "{}",
  });
  if (response.ok && response.body) return Readable.fromWeb(response.body);
  const told = (await response.json().catch(() => null)) as { message?: string } | null;
  throw new Failure("unavailable", told?.message ?? `The server answered ${response.status}`);
}
