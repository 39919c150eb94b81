import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import {
  connect,
  countConnections,
  type Database,
  loadWorkspaces,
  moveStore,
  verifyAudit,
} from "@termwise/db";
import type { Env } from "../env.ts";
import { contentText } from "./store-content.ts";

/** A place to move to: the URL of a PostgreSQL server, else a data folder. */
function placeOf(to: string): { url?: string; dataDir: string; name: string } {
  if (!/^postgres(ql)?:/i.test(to)) return { dataDir: resolve(to), name: `The data folder ${resolve(to)}` };
  const name = URL.canParse(to) ? `${new URL(to).host}${new URL(to).pathname}` : "the URL";
  return { url: to, dataDir: "", name: `The database ${name}` };
}

/**
 * Moves the store of this environment to an empty one of either kind: every row, compared by hash, and the audit logs
 * verified over there. The store it came from stays as it is.
 */
export async function move(env: Env, to: string): Promise<string> {
  const target = placeOf(to);
  const isSame = target.url
    ? target.url === env.databaseUrl
    : !env.databaseUrl && target.dataDir === env.dataDir;
  if (isSame) throw new Failure("refused", "The store is there already. Name another place");
  const from = await connect({ url: env.databaseUrl, dataDir: env.dataDir, connections: 3 });
  try {
    await assertAlone(from);
    const over = await connect({ ...target, connections: 3 });
    try {
      const content = await moveStore(from, over, target.name);
      await over.tidy();
      const logs = await verified(over);
      const secret = target.url ? null : await carrySecret(env, target.dataDir);
      return [
        `${target.name} holds all of ${env.databaseUrl ? "the database of DATABASE_URL" : env.dataDir}, row for row; that one is as it was`,
        contentText(content.tables),
        logs,
        [
          target.url
            ? "Start the server with DATABASE_URL set to it"
            : `Start the server without DATABASE_URL and with TERMWISE_DATA_DIR=${target.dataDir}`,
          secret ?? "; the secret stays what it is: TERMWISE_SECRET, or the data folder's",
        ].join(""),
      ].join("\n");
    } finally {
      await over.close();
    }
  } finally {
    await from.close();
  }
}

/** What others write while it is being moved would stay behind. */
async function assertAlone(db: Database): Promise<void> {
  const others = await countConnections(db);
  if (others > 0)
    throw new Failure(
      "conflict",
      `A Termwise server is at work on this database (${others} ${others === 1 ? "connection" : "connections"}). Stop it: what it writes meanwhile would stay behind`,
    );
}

async function verified(db: Database): Promise<string> {
  const entries = await Promise.all(
    (await loadWorkspaces(db)).map(async ({ id, name }) => ({ name, verdict: await verdictOf(db, id) })),
  );
  const odd = entries.find(({ verdict }) => !verdict.ok);
  if (odd)
    throw new Failure(
      "unavailable",
      `All rows were moved, but the audit log of ${odd.name} does not verify from entry ${odd.verdict.count + 1} on. See whether it does where it came from: termwise audit verify`,
    );
  const count = entries.reduce((sum, { verdict }) => sum + verdict.count, 0);
  return `The audit logs are whole: ${count} entries of ${entries.length} workspaces`;
}

const verdictOf = (db: Database, id: WorkspaceId) => verifyAudit(db, id);

/** A folder's own secret goes with it, unless the environment holds it. */
async function carrySecret(env: Env, dataDir: string): Promise<string | null> {
  if (env.secret !== undefined) return null;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const carried = await copyFile(
    join(env.dataDir, "secret"),
    join(dataDir, "secret"),
    constants.COPYFILE_EXCL,
  ).then(
    () => true,
    () => false,
  );
  return carried ? "; the secret was copied there" : null;
}
