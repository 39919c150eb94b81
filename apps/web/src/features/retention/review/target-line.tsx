import type { Target } from "./review.ts";
import { gapText, targetText } from "./target-text.ts";

/** The target of a figure and how far the figure is from it. */
export function TargetLine({ target }: { target: Target }) {
  return (
    <span className="num mt-1 block text-fg" data-target={target.value}>
      Target {targetText(target.value, target)}
      {target.gap !== null && <span className="text-subtle">, {gapText(target.gap, target)}</span>}
    </span>
  );
}
