import { ArrowRightLeft } from "lucide-react";
import { Popover } from "../../ui/popover.tsx";
import { type StageKey, StageMark } from "../../ui/stage-mark.tsx";
import { moveTargets } from "./lifecycle.ts";

/** "Move to…": the same as dragging a card, for whoever does not drag. */
export function MoveMenu({
  name,
  column,
  onMove,
  worded = false,
}: {
  name: string;
  column: StageKey;
  onMove: (to: StageKey) => void;
  /** The button says what it does, not only by a sign. */
  worded?: boolean;
}) {
  return (
    <Popover
      label={`Move ${name} to…`}
      menu
      align="end"
      className={worded ? "border-line! bg-surface! font-medium!" : "h-6 px-1 pointer-coarse:px-2"}
      trigger={
        worded ? (
          "Move to…"
        ) : (
          <>
            <ArrowRightLeft size={13} strokeWidth={1.5} aria-hidden />
            <span className="sr-only">Move {name} to…</span>
          </>
        )
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
                  const items = [...(event.currentTarget.parentElement?.children ?? [])];
                  const steps = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 };
                  const step = steps[event.key as keyof typeof steps];
                  if (step === undefined) return;
                  event.preventDefault();
                  (items[(step + items.length) % items.length] as HTMLElement).focus();
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
