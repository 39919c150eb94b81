import { describe, expect, it } from "vitest";
import { cardNamed } from "./card-named.ts";
import type { Board, ColumnHead } from "./lifecycle.ts";
import { withEarned } from "./moved.ts";

const head = (stage: "won" | "onboarded", accounts: number, arr: string): ColumnHead => ({
  stage,
  name: stage === "won" ? "Won" : "Onboarded",
  accounts,
  arr,
  medianDays: null,
  slaDays: null,
  overSla: 0,
});
const board: Board = {
  on: "2026-11-20" as Board["on"],
  currency: "USD" as Board["currency"],
  columns: [head("won", 2, "300"), head("onboarded", 0, "0")],
  cards: [
    cardNamed("Birch", { arr: "100", days: 40 }),
    cardNamed("Alder", { arr: "200", column: "renewal", earned: "won", days: 50 }),
  ],
};

describe("a board before the server answers", () => {
  it("has the card in its new column, and both heads counted anew", () => {
    const moved = withEarned(board, "acc_Birch", "onboarded");
    expect(moved.cards[0]).toMatchObject({ column: "onboarded", earned: "onboarded", days: 0 });
    expect(moved.columns.map(({ accounts, arr }) => [accounts, arr])).toEqual([
      [1, "200"],
      [1, "100"],
    ]);
  });

  it("leaves a card where an open motion holds it, and tells what it earned", () => {
    const moved = withEarned(board, "acc_Alder", "onboarded");
    expect(moved.cards[1]).toMatchObject({ column: "renewal", earned: "onboarded", days: 50 });
    expect(moved.columns).toEqual(board.columns);
  });

  it("stays as it is for an account that is not on it", () => {
    expect(withEarned(board, "acc_Nobody", "onboarded")).toBe(board);
  });
});
