import { Search } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { compactMoney, count, counted } from "../../lib/format.ts";
import { dimensions } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { Page } from "../../ui/page.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { BoardColumn } from "./board-column.tsx";
import { type BoardSort, boardSorts, cardsByColumn, cardsFound } from "./board-groups.ts";
import { BoardTable } from "./board-table.tsx";
import { type Board, moveAddress, useBoard } from "./lifecycle.ts";
import { MovePanel } from "./move-panel.tsx";
import { useMove } from "./use-move.ts";

const sortChoices = Object.entries(boardSorts).map(([value, label]) => ({ value, label }));

/** Where every account is, and what blocks it. */
export function BoardPage({ filters }: { filters: ReactNode }) {
  const { search, change } = useSearchState();
  const asked = useMemo(() => {
    const chosen = dimensions.flatMap((dimension) => {
      const value = search[`f.${dimension}`];
      return value === undefined ? [] : [[dimension, value.split(",")] as const];
    });
    return Object.fromEntries(chosen);
  }, [search]);
  const query = useBoard(asked);
  const layout = search["layout"] === "table" ? "table" : "board";
  const panel = moveAddress(search["panel"]);
  const moved = panel && query.data?.cards.find(({ accountId }) => accountId === panel.accountId);
  return (
    <Page
      title="Lifecycle"
      tools={
        <Segmented
          label="Layout"
          value={layout}
          options={[
            { value: "board", label: "Board" },
            { value: "table", label: "Table" },
          ]}
          onChange={(next) => change({ layout: next === "board" ? undefined : next })}
        />
      }
      filters={
        <>
          <Find />
          <ChoiceMenu
            label="Sort"
            value={search["order"] ?? "sla"}
            align="start"
            className="flex-none"
            choices={sortChoices}
            onChange={(next) => change({ order: next === "sla" ? undefined : next })}
          />
          {filters}
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
        {(board) => <Shown board={board} layout={layout} chosen={panel?.accountId ?? null} />}
      </Loaded>
      <UndoToasts />
    </Page>
  );
}

function Find() {
  const { search, change } = useSearchState();
  return (
    <label className="flex h-7 w-44 flex-none items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-(--focus) sm:w-56 pointer-coarse:h-9">
      <Search size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
      <input
        type="search"
        value={search["q"] ?? ""}
        onChange={(event) => change({ q: event.target.value || undefined })}
        placeholder="Find by name or owner"
        aria-label="Find accounts on the board"
        className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
      />
    </label>
  );
}

function Shown({
  board,
  layout,
  chosen,
}: {
  board: Board;
  layout: "board" | "table";
  chosen: string | null;
}) {
  const { search } = useSearchState();
  const currency = board.currency ?? "USD";
  const mayMove = mayI("journal.record");
  const order = (Object.keys(boardSorts) as BoardSort[]).find((one) => one === search["order"]) ?? "sla";
  const found = useMemo(() => cardsFound(board.cards, search["q"] ?? ""), [board.cards, search]);
  const columns = useMemo(() => cardsByColumn(found, order), [found, order]);
  const live = board.columns.filter(({ stage }) => stage !== "churn");
  const over = live.reduce((sum, { overSla }) => sum + overSla, 0);
  const arr = live.reduce((sum, head) => sum + BigInt(head.arr), 0n);
  if (board.cards.length === 0)
    return (
      <Empty title="Nobody is on the board yet.">
        An account comes here when its deal is closed as won and its contract signed. Import deals or
        contracts, or take a filter away.
      </Empty>
    );
  return (
    <>
      <p role="status" className="num text-xs text-muted">
        {counted(
          live.reduce((sum, { accounts }) => sum + accounts, 0),
          "live account",
        )}
        , {compactMoney(arr.toString(), currency)}, {count(over)} over the expected time
        {found.length < board.cards.length && `; ${count(found.length)} found`}
      </p>
      {layout === "table" ? (
        <BoardTable cards={[...columns.values()].flat()} currency={currency} mayMove={mayMove} />
      ) : (
        <Columns board={board} columns={columns} currency={currency} chosen={chosen} mayMove={mayMove} />
      )}
    </>
  );
}

function Columns({
  board,
  columns,
  currency,
  chosen,
  mayMove,
}: {
  board: Board;
  columns: ReturnType<typeof cardsByColumn>;
  currency: string;
  chosen: string | null;
  mayMove: boolean;
}) {
  const move = useMove();
  return (
    <section
      aria-label="Board"
      className="-mx-1 flex h-[calc(100dvh-230px)] min-h-[420px] gap-1 overflow-x-auto max-md:h-auto max-md:flex-col"
    >
      {board.columns.map((head) => (
        <BoardColumn
          key={head.stage}
          head={head}
          cards={columns.get(head.stage) ?? []}
          currency={currency}
          chosen={chosen}
          mayMove={mayMove}
          onDrop={(dragged) => void move({ ...dragged, to: head.stage })}
        />
      ))}
    </section>
  );
}
