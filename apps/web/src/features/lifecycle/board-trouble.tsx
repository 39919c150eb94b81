import { CircleAlert } from "lucide-react";
import { readable } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { stageLooks } from "../../ui/stage-mark.tsx";
import type { Asked, Trouble } from "./use-move.ts";

interface Props {
  trouble: Trouble;
  onAgain: (asked: Asked) => void;
  onClose: () => void;
}

/** A move that came to nothing: what changed meanwhile and who did it, with the way to decide anew. */
export function BoardTrouble({ trouble: { asked, message }, onAgain, onClose }: Props) {
  return (
    <div
      role="alert"
      className="card flex flex-wrap items-start gap-x-3 gap-y-2 border-l-2 border-l-(--negative) px-4 py-3 text-xs"
    >
      <CircleAlert size={16} strokeWidth={1.5} className="mt-0.5 flex-none text-negative" aria-hidden />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">
          {asked.name} was not moved to {stageLooks[asked.to].name}.
        </p>
        <p className="text-muted">{readable(message)}</p>
      </div>
      <Button onClick={() => onAgain(asked)}>Look again</Button>
      <Button look="quiet" onClick={onClose}>
        Dismiss
      </Button>
    </div>
  );
}
