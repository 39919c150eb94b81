import { useMemo } from "react";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { cardsByColumn, orderOf } from "./board-groups.ts";
import { BoardTrouble } from "./board-trouble.tsx";
import { Columns } from "./columns.tsx";
import { type Board, moveAddress } from "./lifecycle.ts";
import { useMove } from "./use-move.ts";

/** Some accounts on the board, with the same cards and the same moves. Who has left is not among them. */
export function CardsBoard({ board }: { board: Board }) {
  const { search } = useSearchState();
  const { move, trouble, forget } = useMove();
  const { cards, currency } = board;
  const columns = useMemo(() => cardsByColumn(cards, orderOf(search["sort"])), [cards, search["sort"]]);
  const panel = moveAddress(search["panel"]);
  return (
    <>
      {trouble && <BoardTrouble trouble={trouble} onAgain={move} onClose={forget} />}
      <Columns
        board={{ ...board, columns: board.columns.filter(({ stage }) => stage !== "churn") }}
        columns={columns}
        currency={currency ?? "USD"}
        chosen={panel && { accountId: panel.accountId, panel: search["panel"] ?? "" }}
        onMove={mayI("journal.record") ? move : undefined}
      />
    </>
  );
}
