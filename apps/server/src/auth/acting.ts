import type { Instant } from "@termwise/core/kernel";
import type { AuditEvent } from "@termwise/db";

/** Who is doing something, when, in which request and from where: what every entry of the audit log begins with. */
export type Acting = Pick<AuditEvent, "at" | "actor" | "requestId" | "origin">;

/** Termwise itself, doing what nobody asked for: the demo company of a new store. */
export function bySystem(at: Instant): Acting {
  return { at, actor: { kind: "system", id: null } };
}
