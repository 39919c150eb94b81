import { createHash } from "node:crypto";
import { EntryId } from "@termwise/core/kernel";

/** The id that follows from what something is: always the same, so that nothing is ever there twice. */
export function idOf(...parts: readonly string[]): EntryId {
  const hash = createHash("sha256").update(parts.join("\n")).digest("hex");
  return EntryId.parse(`ent_${hash.slice(0, 24)}`);
}
