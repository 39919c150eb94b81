import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronsRightLeft } from "lucide-react";
import { useMemo, useRef } from "react";
import { cx } from "../../lib/class-names.ts";
import { compactMoney, count } from "../../lib/format.ts";
import { StageMark } from "../../ui/stage-mark.tsx";
import { BoardCard } from "./board-card.tsx";
import { type BoardRow, type Grouping, rowsOf } from "./board-groups.ts";
import { ColumnTop } from "./column-top.tsx";
import { useDrop } from "./dragging.ts";
import type { Card, Chosen, ColumnHead } from "./lifecycle.ts";
import type { Asked } from "./use-move.ts";

interface Props {
  head: ColumnHead;
  cards: readonly Card[];
  grouping: Grouping | null;
  currency: string;
  /** The account whose move is open in the panel. */
  chosen: Chosen | null;
  onMove?: ((asked: Asked) => void) | undefined;
  /** Folds the column up; left out where it stays open. */
  onFold?: (() => void) | undefined;
}

/** About how high a card and a group's head are, in rem; what is shown is measured. */
const heights = { card: 8, group: 2.25 };

/** A column of the board: its head, and as many of its cards as can be seen. */
export function BoardColumn({ head, cards, grouping, currency, chosen, onMove, onFold }: Props) {
  const list = useRef<HTMLElement>(null);
  const rows = useMemo(() => rowsOf(cards, grouping), [cards, grouping]);
  const { over, handlers } = useDrop(onMove && ((card) => onMove({ ...card, to: head.stage })));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? "card"] * 16,
    overscan: 4,
    getItemKey: (index) => keyOf(rows[index], index),
  });
  return (
    <section
      aria-label={head.name}
      data-column={head.stage}
      {...handlers}
      className={cx(
        "flex min-w-48 flex-1 flex-col rounded-card border",
        over ? "border-accent bg-selected" : "border-transparent",
      )}
    >
      <ColumnTop head={head} shown={cards.length} currency={currency}>
        {onFold && (
          <button
            type="button"
            className="icon-button -my-1"
            aria-label={`Fold up ${head.name}`}
            onClick={onFold}
          >
            <ChevronsRightLeft size={14} strokeWidth={1.5} aria-hidden />
          </button>
        )}
      </ColumnTop>
      <section
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`${head.name}, accounts`}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-card px-1 pt-0.5 [scrollbar-gutter:stable] focus-visible:-outline-offset-2"
      >
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return (
              row && (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className="absolute inset-x-0 top-0 pb-2"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {row.kind === "group" ? (
                    <h3 className="flex items-baseline justify-between gap-2 px-1 pt-2 text-2xs font-medium">
                      <span className="truncate">{row.name}</span>
                      <span className="num font-normal whitespace-nowrap text-muted">
                        {count(row.accounts)}, {compactMoney(row.arr, currency)}
                      </span>
                    </h3>
                  ) : (
                    <BoardCard
                      card={row.card}
                      currency={currency}
                      panel={chosen?.accountId === row.card.accountId ? chosen.panel : null}
                      onMove={onMove}
                    />
                  )}
                </li>
              )
            );
          })}
        </ul>
      </section>
    </section>
  );
}

function keyOf(row: BoardRow | undefined, index: number): string | number {
  return row === undefined ? index : row.kind === "card" ? row.card.accountId : `group ${row.name}`;
}

/** A column folded up to its name; it takes cards like an open one. */
export function FoldedColumn({
  head,
  currency,
  onOpen,
  onMove,
}: Pick<Props, "head" | "currency" | "onMove"> & { onOpen: () => void }) {
  const { over, handlers } = useDrop(onMove && ((card) => onMove({ ...card, to: head.stage })));
  return (
    <section aria-label={head.name} data-column={head.stage} {...handlers} className="flex flex-none">
      <button
        type="button"
        aria-expanded={false}
        onClick={onOpen}
        className={cx(
          "flex w-9 items-center gap-2 rounded-card border bg-sunken py-3 text-2xs text-muted [writing-mode:vertical-rl] hover:text-fg focus-visible:-outline-offset-2",
          over ? "border-accent bg-selected" : "border-line",
        )}
      >
        <StageMark stage={head.stage} className="text-xs font-semibold text-fg" />
        <span className="num">
          {count(head.accounts)}, {compactMoney(head.arr, currency)} lost
        </span>
      </button>
    </section>
  );
}
