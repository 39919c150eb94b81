import { useLayoutEffect, useRef, useState } from "react";
import { usePreferences } from "../../lib/preferences.ts";
import { useMedia } from "../../lib/use-media.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { BoardColumn, FoldedColumn } from "./board-column.tsx";
import { type cardsByColumn, type Grouping, groupings } from "./board-groups.ts";
import { onBoardKey } from "./board-keys.ts";
import { BoardList } from "./board-list.tsx";
import type { Board, Chosen } from "./lifecycle.ts";
import type { Asked } from "./use-move.ts";

interface Props {
  board: Board;
  columns: ReturnType<typeof cardsByColumn>;
  currency: string;
  chosen: Chosen | null;
  onMove?: ((asked: Asked) => void) | undefined;
}

/** The columns of the board, side by side; on a narrow screen one below the other. */
export function Columns({ board, columns, currency, chosen, onMove }: Props) {
  const { search, change } = useSearchState();
  const { preferences } = usePreferences();
  const narrow = useMedia("(max-width: 767px)");
  const frame = useRef<HTMLElement>(null);
  const height = useHeightLeft(frame);
  const grouping = (Object.keys(groupings) as Grouping[]).find((one) => one === search["group"]) ?? null;
  const churnOpen = search["cols"] === "churn";
  const shared = { currency, chosen, onMove };
  if (narrow)
    return (
      <section aria-label="Board" className="flex flex-col gap-5">
        {board.columns.map((head) => (
          <BoardList key={head.stage} head={head} cards={columns.get(head.stage) ?? []} {...shared} />
        ))}
      </section>
    );
  return (
    <section
      ref={frame}
      aria-label="Board"
      onKeyDown={(event) => onBoardKey(event, preferences?.singleKeys ?? false)}
      className="-mx-1 flex min-h-96 gap-1 overflow-x-auto"
      style={{ height }}
    >
      {board.columns.map((head) =>
        head.stage === "churn" && !churnOpen ? (
          <FoldedColumn
            key={head.stage}
            head={head}
            currency={currency}
            onMove={onMove}
            onOpen={() => change({ cols: "churn" })}
          />
        ) : (
          <BoardColumn
            key={head.stage}
            head={head}
            cards={columns.get(head.stage) ?? []}
            grouping={grouping}
            {...shared}
            {...(head.stage === "churn" ? { onFold: () => change({ cols: undefined }) } : {})}
          />
        ),
      )}
    </section>
  );
}

/** The height left below where an element begins, above the page's footer. */
function useHeightLeft(frame: React.RefObject<HTMLElement | null>): string {
  const [top, setTop] = useState(200);
  useLayoutEffect(() => {
    const measure = () => {
      const box = frame.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    const seen = new ResizeObserver(measure);
    seen.observe(document.body);
    return () => seen.disconnect();
  });
  return `calc(100dvh - ${top}px - var(--footer) - 24px)`;
}
