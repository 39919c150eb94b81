import { gunzipSync, gzipSync } from "node:zlib";
import type { Instant } from "@termwise/core/kernel";
import { and, eq, lt, notInArray } from "drizzle-orm";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { importDrafts } from "./tables/import-draft.ts";
import { importDraftParts } from "./tables/import-draft-part.ts";

/** An import somebody is preparing: `state` is what they decided so far, any JSON. */
export interface ImportDraft {
  readonly owner: string;
  readonly version: number;
  readonly changedAt: Instant;
  readonly state: unknown;
}

/** Characters of one row: what crosses at once stays small. */
const partLength = 1_000_000;

const ofOwner = (
  tx: WorkspaceTransaction,
  table: typeof importDrafts | typeof importDraftParts,
  owner: string,
) => and(eq(table.workspaceId, tx.workspaceId), eq(table.owner, owner));

/** The draft of one owner; null when they have none. Drafts of others are never looked at. */
export async function findImportDraft(tx: WorkspaceTransaction, owner: string): Promise<ImportDraft | null> {
  const [row] = await tx.tables
    .select()
    .from(importDrafts)
    .where(ofOwner(tx, importDrafts, owner));
  return row ? { owner, version: row.version, changedAt: row.changedAt as Instant, state: row.state } : null;
}

/** Keeps a draft in place of the one its owner had, if they had one. */
export async function replaceImportDraft(tx: WorkspaceTransaction, draft: ImportDraft): Promise<void> {
  const { owner, ...kept } = draft;
  await tx.tables
    .insert(importDrafts)
    .values({ workspaceId: tx.workspaceId, owner, ...kept })
    .onConflictDoUpdate({ target: [importDrafts.workspaceId, importDrafts.owner], set: kept });
}

/** Throws a draft and its files away. */
export async function deleteImportDraft(tx: WorkspaceTransaction, owner: string): Promise<void> {
  await tx.tables.delete(importDraftParts).where(ofOwner(tx, importDraftParts, owner));
  await tx.tables.delete(importDrafts).where(ofOwner(tx, importDrafts, owner));
}

/** Throws the drafts of the workspace away that nobody has touched since a moment. */
export async function deleteOldImportDrafts(tx: WorkspaceTransaction, before: Instant): Promise<void> {
  const old = await tx.tables
    .select({ owner: importDrafts.owner })
    .from(importDrafts)
    .where(and(eq(importDrafts.workspaceId, tx.workspaceId), lt(importDrafts.changedAt, before)));
  for (const { owner } of old) await deleteImportDraft(tx, owner);
}

/** Adds a file to a draft, by the hash of its bytes. */
export async function appendDraftFile(
  tx: WorkspaceTransaction,
  owner: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array },
): Promise<void> {
  const content = gzipSync(bytes, { level: 6 }).toString("base64");
  for (let part = 0; part * partLength < content.length; part++)
    await insertRows(tx, importDraftParts, [
      { owner, sha256, part, content: content.slice(part * partLength, (part + 1) * partLength) },
    ]);
}

/** A file of a draft as it was handed in; null when the draft has none of this hash. */
export async function loadDraftFile(
  tx: WorkspaceTransaction,
  owner: string,
  sha256: string,
): Promise<Uint8Array | null> {
  const parts = await tx.tables
    .select({ content: importDraftParts.content })
    .from(importDraftParts)
    .where(and(ofOwner(tx, importDraftParts, owner), eq(importDraftParts.sha256, sha256)))
    .orderBy(importDraftParts.part);
  if (parts.length === 0) return null;
  return gunzipSync(Buffer.from(parts.map(({ content }) => content).join(""), "base64"));
}

/** Throws the files of a draft away but those of some hashes. */
export async function keepDraftFiles(
  tx: WorkspaceTransaction,
  owner: string,
  hashes: readonly string[],
): Promise<void> {
  const own = ofOwner(tx, importDraftParts, owner);
  await tx.tables
    .delete(importDraftParts)
    .where(hashes.length > 0 ? and(own, notInArray(importDraftParts.sha256, [...hashes])) : own);
}
