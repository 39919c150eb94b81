import { ArrowRightLeft } from "lucide-react";
import { Popover } from "../../ui/popover.tsx";
import { type StageKey, StageMark } from "../../ui/stage-mark.tsx";
import { moveTargets } from "./lifecycle.ts";

/** "Move to…": the same as dragging a card, for whoever does not drag. */
export function MoveMenu({
  name,
  column,
  onMove,
}: {
  name: string;
  column: StageKey;
  onMove: (to: StageKey) => void;
}) {
  return (
    <Popover
      label={`Move ${name} to…`}
      menu
      align="end"
      className="h-6 px-1 pointer-coarse:px-2"
      trigger={
        <>
          <ArrowRightLeft size={13} strokeWidth={1.5} aria-hidden />
          <span className="sr-only">Move {name} to…</span>
        </>
      }
    >
      {(close) => (
        <div role="menu" aria-label={`Move ${name} to…`} className="flex flex-col p-1">
          {moveTargets
            .filter((stage) => stage !== column)
            .map((stage, index) => (
              <button
                key={stage}
                type="button"
                role="menuitem"
                ref={(element) => {
                  if (index === 0) element?.focus();
                }}
                onKeyDown={(event) => {
                  const next =
                    event.key === "ArrowDown"
                      ? "nextElementSibling"
                      : event.key === "ArrowUp"
                        ? "previousElementSibling"
                        : null;
                  const other = next && event.currentTarget[next];
                  if (!(other instanceof HTMLElement)) return;
                  event.preventDefault();
                  other.focus();
                }}
                onClick={() => {
                  close();
                  onMove(stage);
                }}
                className="flex h-8 items-center rounded-control px-2 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
              >
                <StageMark stage={stage} />
              </button>
            ))}
        </div>
      )}
    </Popover>
  );
}
