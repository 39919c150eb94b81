import { resolve } from "node:path";
import { connect } from "@termwise/db";
import { Command } from "commander";
import { openBackup } from "../backup/read-backup.ts";
import { assertRestorable, assertSecrets, restoreBackup } from "../backup/restore-backup.ts";
import { knownSecrets } from "../edge/secrets.ts";
import { readEnv } from "../env.ts";
import { contentText } from "./store-content.ts";

interface RestoreOptions {
  readonly check?: boolean;
  readonly withoutSecret?: boolean;
  readonly json?: boolean;
}

/** `termwise restore FILE`: fills an empty store of either kind from a backup, or says why not and leaves it empty. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("fill an empty store, embedded or PostgreSQL, from a backup")
    .argument("<file>", "what `termwise backup` wrote")
    .option(
      "--check",
      "only look whether the file is whole and can be restored here; nothing is opened or written",
    )
    .option(
      "--without-secret",
      "the secret is lost: everybody signs in again, second factors are set up anew",
    )
    .option("--json", "as JSON")
    .action(async (file: string, { check, withoutSecret, json }: RestoreOptions) => {
      const path = resolve(file);
      const env = readEnv(process.env);
      const backup = await openBackup(path);
      assertRestorable(backup);
      if (!withoutSecret) assertSecrets(backup, await knownSecrets(env.secret, env.dataDir));
      const { manifest } = backup;
      const where = env.databaseUrl ? "The database of DATABASE_URL" : `The data folder ${env.dataDir}`;
      if (!check) {
        const db = await connect({ url: env.databaseUrl, dataDir: env.dataDir });
        await restoreBackup(db, backup, where).finally(() => db.close());
      }
      if (json) console.log(JSON.stringify({ file: path, restored: !check, ...manifest }));
      else
        console.log(
          `${check ? `${path} is whole and can be restored here: it is` : `${where} holds`} the store as of ${manifest.createdAt}\n${contentText(manifest.tables)}`,
        );
    });
}
