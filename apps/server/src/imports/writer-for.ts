import type { Acting } from "../auth/acting.ts";
import type { Writer } from "../journal/write-entry.ts";

/** Who imports, as the journal names them: a member, or nobody in particular. */
export function writerFor(acting: Acting): Writer {
  return { acting, by: acting.actor.kind === "member" ? acting.actor.id : null, role: null };
}
