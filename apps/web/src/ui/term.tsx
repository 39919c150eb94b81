import type { TermId } from "@termwise/core/registry";
import type { ReactNode } from "react";
import { OpensPanel } from "./opens-panel.tsx";

/** A word of the glossary where it is first used: it opens its definition. */
export function Term({ id, children }: { id: TermId; children: ReactNode }) {
  return (
    <OpensPanel panel={`def:${id}`} data-definition="" className="term min-h-6 text-left">
      {children}
    </OpensPanel>
  );
}
