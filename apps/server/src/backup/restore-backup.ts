import { Failure } from "@termwise/core/kernel";
import { assertKnown, type Database, loadStore } from "@termwise/db";
import { fingerprintOf, sealOf } from "./backup-format.ts";
import type { OpenedBackup } from "./read-backup.ts";

/**
 * That the secrets at hand are those a backup needs: `refused`, with what is missing and what to do, else. A backup whose
 * seal another secret made was written by somebody else.
 */
export function assertSecrets({ manifest, trailer }: OpenedBackup, secrets: readonly string[]): void {
  const known = new Map(secrets.map((secret) => [fingerprintOf(secret), secret]));
  const missing = manifest.secrets.filter((fingerprint) => !known.has(fingerprint));
  if (missing.length > 0)
    throw new Failure(
      "refused",
      `The backup needs the secret with the fingerprint ${missing.join(" and ")}; ${
        known.size === 0 ? "there is none here" : `the one here has ${[...known.keys()].join(", ")}`
      }. Set TERMWISE_SECRET to it (several with commas between), or put the file \`secret\` of the old data folder into the new one, and run this again. ` +
        "If it is lost for good, add --without-secret: everybody signs in again, and second factors must be set up anew.",
    );
  const signing = known.get(manifest.secrets[0] ?? "") ?? "";
  if (sealOf(signing, trailer.sha256) !== trailer.hmac)
    throw new Failure(
      "refused",
      "The backup was not written with the secret it names: somebody changed it after it was made. Use another backup.",
    );
}

/** Makes an empty store hold what a backup holds, or leaves it empty; `where` names the store. */
export async function restoreBackup(
  db: Database,
  backup: OpenedBackup,
  where: string,
): Promise<{ later: number }> {
  const { manifest } = backup;
  const { later } = await loadStore(
    db,
    manifest.migrations,
    async (put) => {
      for await (const { lines, ...table } of backup.rows()) await put(table, lines);
      return { tables: manifest.tables, sequences: manifest.sequences };
    },
    where,
  );
  await db.tidy();
  return { later };
}

/** `refused` when this version does not know the backup's schema. */
export function assertRestorable({ manifest }: OpenedBackup): void {
  assertKnown(manifest.migrations);
}
