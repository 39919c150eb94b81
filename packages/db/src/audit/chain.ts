import { createHash } from "node:crypto";
import type { WorkspaceId } from "@termwise/core/kernel";
import type { AuditEvent } from "./append-audit.ts";

/** An event in its place in the workspace's chain. */
export interface AuditEntry extends Omit<AuditEvent, "origin" | "subject" | "details" | "requestId"> {
  readonly seq: number;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry of a workspace follows. */
export const chainStart = "0".repeat(64);

/**
 * The hash of an entry: over everything in it, the workspace it is of and the hash of the one before, keys in order, so
 * that one changed byte shows, and a row of another workspace or another place.
 */
export function hashOf(workspaceId: WorkspaceId, { hash: _, ...entry }: Linked): string {
  return createHash("sha256")
    .update(canonical({ ...entry, workspaceId }))
    .digest("hex");
}

/** An entry before it has its hash, or with it. */
type Linked = Omit<AuditEntry, "hash"> & { readonly hash?: string };

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/**
 * What the store will give back of it, so that the hash is over what will be read: whole numbers too large for JSON
 * become text, and text the store cannot hold is made safe.
 */
export function storable<T>(value: T): T {
  const text = JSON.stringify(value, (_key, held: unknown) => {
    if (typeof held === "bigint") return held.toString();
    return typeof held === "string" ? safe(held) : held;
  });
  return JSON.parse(text) as T;
}

/** Text without NUL characters and halves of characters, which PostgreSQL does not hold. */
export const safe = (text: string): string =>
  text.replaceAll("\u0000", "\ufffd").replace(/\p{Cs}/gu, "\ufffd");
