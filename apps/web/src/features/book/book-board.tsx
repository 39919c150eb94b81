import { useMemo } from "react";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { cardsByColumn, orderOf } from "../lifecycle/board-groups.ts";
import { BoardTrouble } from "../lifecycle/board-trouble.tsx";
import { Columns } from "../lifecycle/columns.tsx";
import { moveAddress } from "../lifecycle/lifecycle.ts";
import { useMove } from "../lifecycle/use-move.ts";
import type { Book, BookRow } from "./book.ts";

/** The accounts of the book on the lifecycle board, with the same cards and the same moves. */
export function BookBoard({ book, rows }: { book: Book; rows: readonly BookRow[] }) {
  const { search } = useSearchState();
  const { move, trouble, forget } = useMove();
  const columns = useMemo(() => cardsByColumn(rows, orderOf(search["sort"])), [rows, search["sort"]]);
  const panel = moveAddress(search["panel"]);
  const heads = book.columns.filter(({ stage }) => stage !== "churn");
  return (
    <div className="flex flex-col gap-3 border-t border-line p-3">
      {trouble && <BoardTrouble trouble={trouble} onAgain={move} onClose={forget} />}
      <Columns
        board={{ on: book.today, currency: book.currency, columns: heads, cards: [...rows] }}
        columns={columns}
        currency={book.currency ?? "USD"}
        chosen={panel && { accountId: panel.accountId, panel: search["panel"] ?? "" }}
        onMove={mayI("journal.record") ? move : undefined}
      />
    </div>
  );
}
