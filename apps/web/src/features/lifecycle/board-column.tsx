import { useVirtualizer } from "@tanstack/react-virtual";
import { type DragEvent, useRef, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { compactMoney, count } from "../../lib/format.ts";
import { StageMark } from "../../ui/stage-mark.tsx";
import { BoardCard, cardData } from "./board-card.tsx";
import type { Card, ColumnHead } from "./lifecycle.ts";

interface Props {
  head: ColumnHead;
  cards: readonly Card[];
  currency: string;
  /** The account whose move is open in the panel. */
  chosen: string | null;
  mayMove: boolean;
  onDrop: (dragged: { accountId: string; name: string }) => void;
}

const cardHeight = 124;
const gap = 8;

/** A column of the board: its head, and as many of its cards as can be seen. */
export function BoardColumn({ head, cards, currency, chosen, mayMove, onDrop }: Props) {
  const [over, setOver] = useState(false);
  const list = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => list.current,
    estimateSize: () => cardHeight + gap,
    overscan: 4,
    getItemKey: (index) => cards[index]?.accountId ?? index,
  });
  const takes = (event: DragEvent) => mayMove && event.dataTransfer.types.includes(cardData);
  return (
    <section
      aria-label={head.name}
      data-column={head.stage}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        onDrop(JSON.parse(event.dataTransfer.getData(cardData)) as { accountId: string; name: string });
      }}
      className={cx(
        "flex min-w-[196px] flex-1 flex-col rounded-card border border-transparent max-md:max-h-[620px]",
        over && "border-(--accent) bg-selected",
      )}
    >
      <ColumnTop head={head} shown={cards.length} currency={currency} />
      <section
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`${head.name}, accounts`}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-1 pb-1"
      >
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const card = cards[index];
            return (
              card && (
                <li
                  key={key}
                  className="absolute inset-x-0"
                  style={{ transform: `translateY(${start}px)` }}
                  aria-setsize={cards.length}
                  aria-posinset={index + 1}
                >
                  <BoardCard
                    card={card}
                    currency={currency}
                    chosen={chosen === card.accountId}
                    mayMove={mayMove}
                  />
                </li>
              )
            );
          })}
        </ul>
      </section>
    </section>
  );
}

/** A column's name, how many accounts, their ARR, and how long they have been there. */
export function ColumnTop({ head, shown, currency }: { head: ColumnHead; shown: number; currency: string }) {
  return (
    <div className="px-2 pt-1 pb-2 text-2xs">
      <div className="flex items-baseline justify-between gap-2 text-xs">
        <h2 className="flex items-baseline gap-2 font-semibold">
          <StageMark stage={head.stage} />
          <span className="num font-normal text-subtle">{count(shown)}</span>
        </h2>
        <span className="num font-medium">{compactMoney(head.arr, currency)}</span>
      </div>
      <div className="flex justify-between gap-2 text-muted">
        <span className="num truncate">
          {head.medianDays === null
            ? "nobody here"
            : `Median ${Math.round(head.medianDays)}${head.slaDays === null ? "" : ` of ${head.slaDays}`} d`}
        </span>
        {head.slaDays !== null && (
          <span className={cx("num whitespace-nowrap", head.overSla > 0 && "text-negative")}>
            {count(head.overSla)} over
          </span>
        )}
      </div>
    </div>
  );
}
