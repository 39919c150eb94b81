import type { Board, Card } from "./lifecycle.ts";

/** A board as it will be once an account has earned a stage: its card is there, and the heads count it. */
export function withEarned(board: Board, accountId: string, earned: NonNullable<Card["earned"]>): Board {
  const card = board.cards.find((one) => one.accountId === accountId);
  if (!card) return board;
  // An open motion keeps the column; the earned stage is told on the card.
  const column = card.column === card.earned ? earned : card.column;
  const cards = board.cards.map(
    (one): Card =>
      one === card ? { ...one, earned, column, ...(column === one.column ? {} : { days: 0 }) } : one,
  );
  if (column === card.column) return { ...board, cards };
  const columns = board.columns.map((head) => {
    const by = head.stage === column ? 1 : head.stage === card.column ? -1 : 0;
    return {
      ...head,
      accounts: head.accounts + by,
      arr: (BigInt(head.arr) + BigInt(by) * BigInt(card.arr)).toString(),
    };
  });
  return { ...board, cards, columns };
}
