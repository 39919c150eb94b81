import type { KeyRight } from "@termwise/core/access";
import type { ApiKeyId, Instant, MemberId } from "@termwise/core/kernel";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { type ApiKey, toApiKey } from "./find-api-key.ts";
import { randomText } from "./new-id.ts";
import { apiKeys } from "./tables/api-key.ts";

/** The workspace's keys, revoked and expired ones too, the newest first. */
export async function loadApiKeys(tx: WorkspaceTransaction): Promise<ApiKey[]> {
  const rows = await tx.tables
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.workspaceId, tx.workspaceId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(toApiKey);
}

/**
 * Waits until no other transaction makes a key of the workspace, and keeps others waiting until this one ends: so a rule
 * over all keys, such as that no two sources are called alike, holds under any number of requests at once. Take it first.
 */
export async function holdApiKeys(tx: WorkspaceTransaction): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`keys ${tx.workspaceId}`}, 0))`);
}

/** A key to be made. Of its secret the hash. */
export interface NewApiKey {
  readonly name: string;
  readonly prefix: string;
  readonly hash: string;
  readonly rights: readonly KeyRight[];
  readonly sourceId?: string | null;
  readonly createdBy: MemberId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Makes a key. */
export async function createApiKey(
  tx: WorkspaceTransaction,
  { rights, ...key }: NewApiKey,
): Promise<ApiKeyId> {
  const id = `key_${randomText()}` as ApiKeyId;
  await tx.tables.insert(apiKeys).values({ workspaceId: tx.workspaceId, id, rights: [...rights], ...key });
  return id;
}

/** Ends a key for good. False when the workspace has no such key, or it was revoked before. */
export async function revokeApiKey(tx: WorkspaceTransaction, id: ApiKeyId, now: Instant): Promise<boolean> {
  const revoked = await tx.tables
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.workspaceId, tx.workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length > 0;
}
