import { CircleAlert } from "lucide-react";
import { inWords } from "./in-words.ts";
import type { Checked } from "./use-draft.ts";

/** Why nothing of the files may be imported yet. */
export function Stops({ stops }: { stops: Checked["report"]["stopped"] }) {
  return stops.map((stop) => (
    <p
      key={`${stop.file} ${stop.reason}`}
      className="flex gap-2 rounded-card bg-warning-chip px-3 py-2 text-xs text-warning"
      data-stop={stop.code}
    >
      <CircleAlert size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 flex-none" />
      <span>
        {stop.file && <span className="font-medium">{stop.file}: </span>}
        {stop.reason} {inWords(stop.remedy, new Set())}
      </span>
    </p>
  ));
}
