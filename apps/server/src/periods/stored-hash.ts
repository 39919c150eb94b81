import type { ClosedPeriod } from "@termwise/core/closing";
import { loadClosedLines, loadClosedViews } from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { CloseHash } from "./close-hash.ts";

/** The hash of what is stored of a close. */
export async function hashOf(termwise: Termwise, close: ClosedPeriod): Promise<string> {
  const { hash: _, ...head } = close.entry;
  return termwise.read(async (tx) => {
    const hash = new CloseHash(head);
    for (const { view, content } of await loadClosedViews(tx, [close.number]))
      hash.add({ content, lines: await loadClosedLines(tx, { number: close.number, view }) });
    return hash.digest();
  });
}
