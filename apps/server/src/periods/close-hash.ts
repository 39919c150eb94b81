import { createHash } from "node:crypto";
import { canonicalJson, type FrozenPart } from "@termwise/core/closing";
import type { EntryOf } from "@termwise/core/facts";
import type { StoredView } from "@termwise/db";

/** What a close says of itself, but for the hash over it. */
export type CloseHead = Omit<EntryOf<"period_closed">, "hash">;

/** What was frozen as it is stored: canonical JSON, a line for each account. */
export function storedView({ view, lines }: FrozenPart): StoredView {
  return { content: canonicalJson(view), lines: lines.map(canonicalJson) };
}

/**
 * SHA-256 of a close, in hexadecimal: over the canonical JSON of its entry without the hash, of each view and of each of
 * its account lines, each followed by a line feed, in their order. It names the close before, so that none can be left out.
 */
export class CloseHash {
  readonly #hash = createHash("sha256");

  constructor(head: CloseHead) {
    this.#line(canonicalJson(head));
  }

  /** Takes in a view and its lines, as they are stored. */
  add({ content, lines }: StoredView): this {
    this.#line(content);
    for (const line of lines) this.#line(line);
    return this;
  }

  digest(): string {
    return this.#hash.digest("hex");
  }

  #line(text: string): void {
    this.#hash.update(text).update("\n");
  }
}
