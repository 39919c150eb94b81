import { useState } from "react";
import { count } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { BoardCard } from "./board-card.tsx";
import { ColumnTop } from "./column-top.tsx";
import type { Card, Chosen, ColumnHead } from "./lifecycle.ts";
import type { Asked } from "./use-move.ts";

interface Props {
  head: ColumnHead;
  cards: readonly Card[];
  currency: string;
  chosen: Chosen | null;
  onMove?: ((asked: Asked) => void) | undefined;
}

const atOnce = 10;

/** A column where there is no room beside others: its first cards, and more of them on request. */
export function BoardList({ head, cards, currency, chosen, onMove }: Props) {
  const [shown, setShown] = useState(head.stage === "churn" ? 0 : atOnce);
  const left = cards.length - shown;
  return (
    <section aria-label={head.name} data-column={head.stage}>
      <ColumnTop head={head} shown={cards.length} currency={currency} />
      <ul className="flex flex-col gap-2">
        {cards.slice(0, shown).map((card) => (
          <li key={card.accountId}>
            <BoardCard
              card={card}
              currency={currency}
              panel={chosen?.accountId === card.accountId ? chosen.panel : null}
              onMove={onMove}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className="pt-2">
          <Button size="large" className="w-full" onClick={() => setShown(shown + atOnce)}>
            Show {count(Math.min(atOnce, left))} more of {count(cards.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
