import { type FileHandle, link, open, rm } from "node:fs/promises";
import { Failure } from "@termwise/core/kernel";
import type { BackupManifest } from "./backup-format.ts";
import { openBackup } from "./read-backup.ts";

/**
 * Writes the pieces of a backup to a new file that its owner alone can read, forces it to the disk, reads it back whole,
 * and only then gives it its name: a file of that name is a good backup. `conflict` when the name is taken.
 */
export async function storeBackup(path: string, pieces: AsyncIterable<Uint8Array>): Promise<BackupManifest> {
  const draft = `${path}.${process.pid}.partial`;
  try {
    const file = await open(draft, "wx", 0o600);
    await fill(file, pieces).finally(() => file.close());
    const { manifest } = await openBackup(draft);
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
      throw new Failure("conflict", `There is a file ${path} already. Name another one`);
    });
    return manifest;
  } finally {
    await rm(draft, { force: true });
  }
}

async function fill(file: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of pieces) await file.writeFile(piece);
  await file.sync();
}
