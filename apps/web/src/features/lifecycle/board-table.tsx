import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { count, dayText, money } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import type { Card } from "./lifecycle.ts";
import { MoveMenu } from "./move-menu.tsx";
import { useMove } from "./use-move.ts";

const atOnce = 200;

/** The board as a table: the same accounts, the same moves. */
export function BoardTable({
  cards,
  currency,
  mayMove,
}: {
  cards: readonly Card[];
  currency: string;
  mayMove: boolean;
}) {
  const [shown, setShown] = useState(atOnce);
  const columns: Column<Card>[] = [
    {
      key: "name",
      header: "Account",
      cell: ({ accountId, name }) => (
        <Link
          to="/accounts/$accountId/lifecycle"
          params={{ accountId }}
          className="font-medium hover:underline"
        >
          {name}
        </Link>
      ),
    },
    { key: "column", header: "Column", cell: ({ column }) => <StageMark stage={column} /> },
    {
      key: "earned",
      header: "Earned",
      cell: ({ earned }) => (earned === null ? "—" : <StageMark stage={earned} />),
    },
    {
      key: "days",
      header: "Days",
      numeric: true,
      cell: ({ days, slaDays }) => (
        <span className={cx(slaDays !== null && days > slaDays && "font-medium text-negative")}>
          {slaDays === null ? count(days) : `${count(days)} of ${slaDays}`}
        </span>
      ),
    },
    {
      key: "clauses",
      header: "Holds",
      numeric: true,
      cell: ({ passed, total }) => (total === 0 ? "—" : `${passed}/${total}`),
    },
    { key: "arr", header: "ARR", numeric: true, cell: ({ arr }) => money(arr, currency) },
    { key: "owner", header: "Owner", cell: ({ owner }) => owner ?? "Nobody" },
    {
      key: "renewal",
      header: "Term ends",
      numeric: true,
      cell: ({ termEndsOn }) => (termEndsOn === null ? "—" : dayText(termEndsOn)),
    },
    {
      key: "blocker",
      header: "In its way",
      cell: (card) => (
        <span className="text-muted">
          {card.staleSince !== null
            ? `Out of date since ${dayText(card.staleSince)}`
            : (card.blocker ?? "Nothing")}
        </span>
      ),
    },
    ...(mayMove
      ? [
          {
            key: "move",
            header: <span className="sr-only">Move</span>,
            cell: (card: Card) => <Move card={card} />,
          },
        ]
      : []),
  ];
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Accounts by stage">
      <DataTable
        caption="Accounts by stage"
        columns={columns}
        rows={cards.slice(0, shown)}
        rowKey={({ accountId }) => accountId}
      />
      {cards.length > shown && (
        <div className="flex justify-center border-t border-line p-2">
          <Button onClick={() => setShown(shown + atOnce)}>
            Show {count(Math.min(atOnce, cards.length - shown))} more of {count(cards.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Move({ card }: { card: Card }) {
  const move = useMove();
  const { accountId, name, column } = card;
  return <MoveMenu name={name} column={column} onMove={(to) => void move({ accountId, name, to })} />;
}
