import type { Database } from "../database.ts";
import { asOwner } from "../transaction.ts";
import { loadStore } from "./load-store.ts";
import { migrationsIn, readStore, type StoreContent } from "./read-store.ts";

/**
 * Makes an empty store hold all that another one holds at one moment, sessions too; the other stays as it is. The copy is
 * compared row for row before it counts. What `where` names is the target, for messages.
 */
export async function moveStore(from: Database, to: Database, where: string): Promise<StoreContent> {
  const migrations = await asOwner(from, migrationsIn, { readOnly: true });
  const { told } = await loadStore(to, migrations, (put) => readStore(from, put), where);
  return told;
}
