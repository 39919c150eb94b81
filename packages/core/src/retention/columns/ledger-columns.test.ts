import { describe, expect, it } from "vitest";
import { type Dimension, dimensions } from "../../facts/index.ts";
import { AccountId, Currency, Failure, parsePeriod } from "../../kernel/index.ts";
import {
  type AccountBlock,
  at,
  groupingOf,
  kindCode,
  LedgerColumns,
  monthWindowOf,
  PinnedSeries,
  packColumns,
  scanWindow,
  unpackColumns,
} from "./index.ts";

const usd = Currency.parse("USD");
const none = Object.fromEntries(dimensions.map((d) => [d, ""])) as Record<Dimension, string>;

/** An account that lands with its first balance in month 1400 and changes to each further one a month later. */
function block(name: string, ...balances: number[]): AccountBlock {
  return {
    accountId: AccountId.parse(`acc_${name}`),
    name,
    rows: balances.map((balance, i) => ({
      month: 1400 + i,
      life: 1400,
      kind:
        i === 0 ? kindCode.new : balance > (balances[i - 1] ?? 0) ? kindCode.expansion : kindCode.contraction,
      balance,
    })),
    due: [],
    values: none,
    changes: [],
  };
}

const empty = () => new LedgerColumns(usd, null, { accounts: 0, rows: 0, dues: 0 });
const arrIn = (columns: LedgerColumns, closes: number) =>
  scanWindow(columns, groupingOf(columns), { opens: closes - 1, closes }).of(0, 0)[at.closing];

describe("LedgerColumns", () => {
  it("lays an account anew in place of what was held of it, shorter or longer", () => {
    const columns = empty();
    for (const laid of [block("A", 100, 200), block("B", 50), block("A", 100), block("A", 1, 2, 3, 4)])
      columns.put(laid);
    expect(columns.size).toBe(2);
    expect([1400, 1401, 1403].map((month) => arrIn(columns, month))).toEqual([51, 52, 54]);
    expect(columns.balanceAt(0, 1402)).toBe(3);
  });

  it("closes the holes once a quarter of the rows is dead, and tells the same", () => {
    const columns = empty();
    for (let i = 0; i < 400; i++) columns.put(block(`N${i}`, i, i + 1));
    for (let round = 3; round < 9; round++)
      for (let i = 0; i < 400; i++)
        columns.put(block(`N${i}`, ...Array.from({ length: round }, (_, k) => i + k)));
    expect(columns.deadRows * 4).toBeLessThanOrEqual(Math.max(columns.usedRows, 4096));
    expect(columns.usedRows - columns.deadRows).toBe(400 * 8);
    expect(arrIn(columns, 1500)).toBe(400 * 399 * 0.5 + 400 * 7);
  });

  it("refuses amounts a number cannot hold, and keeps what it had", () => {
    const columns = empty();
    columns.put(block("A", 5_000_000_000_000_000));
    const pinned = new PinnedSeries(columns, { first: 1400, last: 1410 });
    const before = pinned.series(null, 1).values;
    for (const laid of [block("B", 5_000_000_000_000_000), block("A", 9e15, 8e15)])
      expect(() => pinned.put(laid)).toThrow(expect.objectContaining({ code: "too_large" }));
    expect(pinned.series(null, 1).values).toEqual(before);
    expect(arrIn(columns, 1400)).toBe(5_000_000_000_000_000);
  });

  it("takes an account's ARR away when its lines are gone", () => {
    const pinned = new PinnedSeries(empty(), { first: 1400, last: 1410 });
    pinned.put(block("A", 70));
    expect(pinned.series(null, 12).of(0, 0)[at.closing]).toBe(70);
    pinned.put(block("A"));
    expect(pinned.series(null, 12).of(0, 0)[at.closing]).toBe(0);
  });
});

describe("a snapshot", () => {
  it("is refused when it is something else", () => {
    const packed = packColumns(empty());
    expect(unpackColumns(packed).size).toBe(0);
    packed[9] = 0;
    for (const bytes of [packed, new Uint8Array(3), new Uint8Array(64)])
      expect(() => unpackColumns(bytes)).toThrow(Failure);
  });
});

describe("monthWindowOf", () => {
  it("takes whole months only", () => {
    expect(monthWindowOf(parsePeriod("ttm:2026-09"))).toEqual({ opens: 1508, closes: 1520 });
    expect(monthWindowOf(parsePeriod("2024-02-01..2024-02-29"))).toEqual({ opens: 1488, closes: 1489 });
    expect(monthWindowOf(parsePeriod("2024-02-01..2024-02-28"))).toBeNull();
    expect(monthWindowOf(parsePeriod("2024-02-02..2024-02-29"))).toBeNull();
  });
});
