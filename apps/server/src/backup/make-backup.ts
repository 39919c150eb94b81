import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { Failure, type Instant } from "@termwise/core/kernel";
import {
  appendAudit,
  type Database,
  inIdentity,
  isMigrated,
  loadWorkspaces,
  passing,
  readStore,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { packLines } from "../http/pack-lines.ts";
import { type BackupManifest, fingerprintOf, sealOf, trailerBytes } from "./backup-format.ts";

/** What a backup is made with: the secrets of the installation, the newest first, and the time. */
export interface BackupWith {
  readonly secrets: readonly string[];
  readonly now: Instant;
}

/** A backup that is ready to be written: its manifest, and its bytes, once. */
export interface MadeBackup {
  readonly manifest: BackupManifest;
  pieces(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/** Tells every workspace's audit log that the store is being backed up. A store that awaits migrations is left as it is. */
export async function tellBackup(db: Database, acting: Acting): Promise<void> {
  if (!(await isMigrated(db))) return;
  for (const { id } of await loadWorkspaces(db))
    await inIdentity(db, (tx) => appendAudit(tx, id, { ...acting, action: "backup_taken" }));
}

/** Reads the whole store as of one moment, whatever is written meanwhile, into a file without a name. */
export async function makeBackup(db: Database, { secrets, now }: BackupWith): Promise<MadeBackup> {
  const [signing] = secrets;
  if (signing === undefined)
    throw new Failure(
      "refused",
      "There is no secret here, and a backup names the one it needs. Set TERMWISE_SECRET as the server has it, or TERMWISE_DATA_DIR to the folder its secret is in",
    );
  let table = "";
  const { told, packed } = await packLines((write) =>
    readStore(
      db,
      async (of, lines) => {
        if (of.table !== table) await write(`${JSON.stringify(of)}\n`);
        table = of.table;
        for (const line of lines) await write(`${line}\n`);
      },
      { without: passing },
    ),
  );
  const manifest: BackupManifest = {
    format: "termwise-backup",
    version: 1,
    createdAt: now,
    engine: db.engine,
    postgres: told.postgres,
    migrations: [...told.migrations],
    secrets: secrets.map(fingerprintOf),
    tables: told.tables.map((one) => ({ ...one, columns: [...one.columns] })),
    sequences: [...told.sequences],
  };
  return { manifest, pieces: () => piecesOf(manifest, packed, signing), close: () => packed.close() };
}

/** Members of gzip after each other are one file: the manifest, the rows, the trailer. */
async function* piecesOf(
  manifest: BackupManifest,
  rows: FileHandle,
  secret: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  const head = gzipSync(`${JSON.stringify(manifest)}\n`);
  hash.update(head);
  yield head;
  for await (const piece of rows.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
  const sha256 = hash.digest("hex");
  yield trailerBytes({ sha256, hmac: sealOf(secret, sha256) });
}
