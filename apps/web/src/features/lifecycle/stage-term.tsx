import { cx } from "../../lib/class-names.ts";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { type StageKey, StageMark, stageLooks } from "../../ui/stage-mark.tsx";

/** A stage whose name opens what it means. */
export function StageTerm({ stage, className }: { stage: StageKey; className?: string }) {
  return (
    <OpensPanel
      panel={`def:${stage}`}
      data-definition=""
      className={cx(
        "relative inline-flex min-h-6 items-center gap-1.5 rounded-sm whitespace-nowrap",
        className,
      )}
    >
      <StageMark stage={stage} bare />
      <span aria-hidden className="term">
        {stageLooks[stage].name}
      </span>
    </OpensPanel>
  );
}
