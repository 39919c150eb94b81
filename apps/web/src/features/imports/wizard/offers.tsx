import { BookmarkCheck } from "lucide-react";
import { dayText } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import type { Draft } from "./use-choices.ts";

/** Saved mappings that know the headers of these files: used or not, as one says. */
export function Offers({ draft, onUse }: { draft: Draft; onUse: (id: Draft["savedMapping"]) => void }) {
  return draft.offers.map(({ id, name, lastUsedOn, files }) => {
    const used = draft.savedMapping === id;
    return (
      <div
        key={id}
        className="card flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 text-xs"
        data-offer={used ? "used" : "open"}
      >
        <BookmarkCheck size={16} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
        <p className="min-w-0 flex-1 basis-60">
          <span className="font-medium">
            {used ? `Read by the saved mapping “${name}”` : `The saved mapping “${name}” knows these headers`}
          </span>
          <span className="block text-2xs text-subtle">
            {files.join(", ")}
            {lastUsedOn !== null && `, last used ${dayText(lastUsedOn)}`}
          </span>
        </p>
        <Button onClick={() => onUse(used ? null : id)}>{used ? "Do not use it" : "Use it"}</Button>
      </div>
    );
  });
}
