import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { count, dayText, money } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import type { Card } from "./lifecycle.ts";
import { MoveMenu } from "./move-menu.tsx";
import type { Asked } from "./use-move.ts";

const atOnce = 200;

/** The board as a table: the same accounts, the same moves. */
export function BoardTable({
  cards,
  currency,
  onMove,
}: {
  cards: readonly Card[];
  currency: string;
  onMove?: ((asked: Asked) => void) | undefined;
}) {
  const { search, change } = useSearchState();
  const [shown, setShown] = useState(atOnce);
  const columns: Column<Card>[] = [
    {
      key: "name",
      header: "Account",
      sort: "name",
      cell: ({ accountId, name }) => (
        <Link
          to="/accounts/$accountId/lifecycle"
          params={{ accountId }}
          title={name}
          className="inline-block max-w-32 truncate align-bottom font-medium hover:underline sm:max-w-64"
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
      sort: "days",
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
    { key: "arr", header: "ARR", numeric: true, sort: "arr", cell: ({ arr }) => money(arr, currency) },
    { key: "owner", header: "Owner", cell: ({ owner }) => owner ?? "Nobody" },
    {
      key: "renewal",
      header: "Term ends",
      numeric: true,
      sort: "renewal",
      cell: ({ termEndsOn }) => (termEndsOn === null ? "—" : dayText(termEndsOn)),
    },
    {
      key: "blocker",
      header: "In its way",
      cell: (card) => (
        <span className="text-muted">
          {[
            card.staleSince !== null && `Out of date since ${dayText(card.staleSince)}`,
            card.skipped.length > 0 && "Onboarded was skipped",
            card.blocker,
          ]
            .filter(Boolean)
            .join(". ") || "Nothing"}
        </span>
      ),
    },
    ...(onMove
      ? [
          {
            key: "move",
            header: <span className="sr-only">Move</span>,
            cell: ({ accountId, name, column }: Card) => (
              <MoveMenu
                name={name}
                column={column}
                onMove={(to) => onMove({ accountId, name, from: column, to })}
              />
            ),
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
        sort={search["sort"] ?? "-sla"}
        onSort={(sort) => change({ sort })}
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
