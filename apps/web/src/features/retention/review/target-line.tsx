import type { Review } from "./review.ts";
import { gapText, targetText } from "./target-text.ts";

/** The target of a figure and how far the figure is from it; nothing where none is in force. */
export function TargetLine({ review, term }: { review: Review | null; term: string }) {
  const target = review?.targets.find((one) => one.term === term);
  if (!target) return null;
  return (
    <span className="num mt-1 block text-fg" data-target={target.value}>
      Target {targetText(target.value, target)}
      {target.gap !== null && <span className="text-subtle">, {gapText(target.gap, target)}</span>}
    </span>
  );
}
