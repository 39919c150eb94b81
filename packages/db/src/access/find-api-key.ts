import { type KeyRight, keyRights } from "@termwise/core/access";
import type { ApiKeyId, Instant, MemberId, WorkspaceId } from "@termwise/core/kernel";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { apiKeys } from "./tables/api-key.ts";

/** A program's key. Its secret is not kept; `prefix` is how people tell it from others. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly prefix: string;
  readonly rights: readonly KeyRight[];
  /** The source its events are of, where it may bring events; null: one of its own, called by the key's id. */
  readonly sourceId: string | null;
  readonly createdBy: MemberId | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** A key's row as a key; a right this version does not know is left out. */
export const toApiKey = ({ hash: _, ...row }: typeof apiKeys.$inferSelect): ApiKey => ({
  ...row,
  id: row.id as ApiKeyId,
  workspaceId: row.workspaceId as WorkspaceId,
  rights: keyRights.filter((right) => row.rights.includes(right)),
  createdBy: row.createdBy as MemberId | null,
  createdAt: row.createdAt as Instant,
  expiresAt: row.expiresAt as Instant,
  lastUsedAt: row.lastUsedAt as Instant | null,
  revokedAt: row.revokedAt as Instant | null,
});

/** The key whose secret has this hash, of whichever workspace; null when there is none. As the identity role. */
export async function findApiKey(tx: Transaction, hash: string): Promise<ApiKey | null> {
  const [row] = await tx.tables.select().from(apiKeys).where(eq(apiKeys.hash, hash));
  return row ? toApiKey(row) : null;
}

/** Notes that a key was used, once a minute at most: it is for people, who want to know whether it can go. As the identity role. */
export async function touchApiKey(tx: Transaction, key: ApiKey, now: Instant): Promise<void> {
  if (key.lastUsedAt !== null && Date.parse(now) - Date.parse(key.lastUsedAt) < 60_000) return;
  await tx.tables
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(sql`${apiKeys.workspaceId} = ${key.workspaceId}::uuid and ${apiKeys.id} = ${key.id}`);
}
