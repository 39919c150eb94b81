import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { compactMoney, count, counted, dayText } from "../../lib/format.ts";
import { dimensions } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { AsOfDay, useShownDay } from "./as-of-day.tsx";
import { BoardControls } from "./board-controls.tsx";
import { cardsByColumn, cardsFound, orderOf } from "./board-groups.ts";
import { BoardTable } from "./board-table.tsx";
import { BoardTrouble } from "./board-trouble.tsx";
import { Columns } from "./columns.tsx";
import { type Board, type Chosen, moveAddress, useBoard } from "./lifecycle.ts";
import { MovePanel } from "./move-panel.tsx";
import { useMove } from "./use-move.ts";

/** Where every account is, and what blocks it. */
export function BoardPage({ filters }: { filters: ReactNode }) {
  const { search, change } = useSearchState();
  const { on, past } = useShownDay();
  const asked = useMemo(() => {
    const chosen = dimensions.flatMap((dimension) => {
      const value = search[`f.${dimension}`];
      return value === undefined ? [] : [[dimension, value.split(",")] as const];
    });
    return Object.fromEntries(chosen);
  }, [search]);
  const query = useBoard(asked, on);
  const layout = search["layout"] === "table" ? "table" : "board";
  const panel = past ? null : moveAddress(search["panel"]);
  const moved = panel && query.data?.cards.find(({ accountId }) => accountId === panel.accountId);
  return (
    <Page
      title="Lifecycle"
      tools={
        <>
          <SavedViews path="/lifecycle" />
          <Link to="/lifecycle/velocity" className={buttonClass("quiet")}>
            Velocity
          </Link>
          <Segmented
            label="Layout"
            value={layout}
            options={[
              { value: "board", label: "Board" },
              { value: "table", label: "Table" },
            ]}
            onChange={(next) => change({ layout: next === "board" ? undefined : next })}
          />
        </>
      }
      filters={
        <>
          <BoardControls grouped={layout === "board"} />
          {filters}
          <span className="flex-1" />
          <AsOfDay />
        </>
      }
      {...(panel
        ? {
            panel: (
              <MovePanel
                key={`${panel.accountId} ${panel.to}`}
                accountId={panel.accountId}
                name={moved?.name ?? "This account"}
                to={panel.to}
              />
            ),
          }
        : {})}
    >
      <Loaded query={query} what="The lifecycle board" skeleton={<Skeleton className="h-[640px]" />}>
        {(board) => (
          <Shown
            board={board}
            layout={layout}
            chosen={panel && { accountId: panel.accountId, panel: search["panel"] ?? "" }}
            past={past}
          />
        )}
      </Loaded>
      <UndoToasts />
    </Page>
  );
}

interface ShownProps {
  board: Board;
  layout: "board" | "table";
  chosen: Chosen | null;
  past: boolean;
}

function Shown({ board, layout, chosen, past }: ShownProps) {
  const { search, change } = useSearchState();
  const { move, trouble, forget } = useMove();
  const currency = board.currency ?? "USD";
  const onMove = mayI("journal.record") && !past ? move : undefined;
  const words = search["q"] ?? "";
  const found = useMemo(() => cardsFound(board.cards, words), [board.cards, words]);
  const columns = useMemo(() => cardsByColumn(found, orderOf(search["sort"])), [found, search["sort"]]);
  if (board.cards.length === 0) return <Nobody past={past} />;
  return (
    <>
      {trouble && <BoardTrouble trouble={trouble} onAgain={move} onClose={forget} />}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-xs">
        <Summary board={board} found={found.length} past={past} />
        {onMove && layout === "board" && (
          <p className="text-subtle max-md:hidden">Drag a card, or press M on it for “Move to…”</p>
        )}
      </div>
      {found.length === 0 ? (
        <Empty title={`No account is called “${words}”, nor its owner.`}>
          <button type="button" className="text-link underline" onClick={() => change({ q: undefined })}>
            Show all {count(board.cards.length)}
          </button>
        </Empty>
      ) : layout === "table" ? (
        <BoardTable
          cards={[...columns.values()].flat().sort(orderOf(search["sort"]))}
          currency={currency}
          onMove={onMove}
        />
      ) : (
        <Columns board={board} columns={columns} currency={currency} chosen={chosen} onMove={onMove} />
      )}
    </>
  );
}

function Summary({ board, found, past }: { board: Board; found: number; past: boolean }) {
  const live = board.columns.filter(({ stage }) => stage !== "churn");
  const sum = (of: (head: (typeof live)[number]) => number) => live.reduce((all, head) => all + of(head), 0);
  const arr = live.reduce((all, head) => all + BigInt(head.arr), 0n).toString();
  return (
    <p role="status" className="num text-muted">
      {past && `On ${dayText(board.on)}, by what was on record for it: `}
      {counted(
        sum(({ accounts }) => accounts),
        "live account",
      )}
      , {compactMoney(arr, board.currency ?? "USD")}, {count(sum(({ overSla }) => overSla))} over the expected
      time
      {found < board.cards.length && `; ${count(found)} found`}
    </p>
  );
}

function Nobody({ past }: { past: boolean }) {
  const { search, change } = useSearchState();
  const filters = dimensions.filter((dimension) => search[`f.${dimension}`] !== undefined);
  if (filters.length > 0)
    return (
      <Empty title="No account is left by the filters.">
        <button
          type="button"
          className="text-link underline"
          onClick={() => change(Object.fromEntries(filters.map((one) => [`f.${one}`, undefined])))}
        >
          Take the filters away
        </button>
      </Empty>
    );
  return (
    <Empty title={past ? "Nobody was on the board on that day." : "Nobody is on the board yet."}>
      An account comes here when its deal is closed as won and its contract signed. Import deals or contracts,
      and it stands where its evidence puts it.
    </Empty>
  );
}
