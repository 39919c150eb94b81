import { describe, expect, it } from "vitest";
import { AccountId, addDays, type Day, day, differenceInterval, shareInterval } from "../kernel/index.ts";
import { comparedCases, type EffectCase, effectiveness } from "./effectiveness.ts";
import { outcomeOf } from "./outcome.ts";

const startedOn = day("2026-03-01");
const toldOn = addDays(startedOn, 90);
const arr =
  (before: bigint, after: bigint, from: Day = toldOn) =>
  (on: Day) =>
    on < from ? before : after;
const judged = (arrOn: (on: Day) => bigint, today = toldOn, use: "save" | "win_back" = "save") =>
  outcomeOf({ use, startedOn, withinDays: 90 }, arrOn, today);

describe("what became of an account a play was run at", () => {
  it("is told from the ledger at the end of its time: saved, partly, or lost, with what was kept and what was not", () => {
    expect(judged(arr(100n, 100n))).toMatchObject({ outcome: "saved", kept: 100n, lost: 0n });
    expect(judged(arr(100n, 130n))).toMatchObject({ outcome: "saved", kept: 100n, lost: 0n });
    expect(judged(arr(100n, 60n))).toMatchObject({ outcome: "partly", kept: 60n, lost: 40n });
    expect(judged(arr(100n, 0n))).toMatchObject({ outcome: "lost", kept: 0n, lost: 100n });
  });

  it("is open until then, but a loss is told at once; what comes after its time is not its doing", () => {
    expect(judged(arr(100n, 60n), addDays(toldOn, -1)).outcome).toBe("open");
    const left = day("2026-03-20");
    expect(judged(arr(100n, 0n, left), left).outcome).toBe("lost");
    expect(judged(arr(100n, 0n, addDays(toldOn, 1)), addDays(toldOn, 30)).outcome).toBe("saved");
  });

  it("of a lost customer is that it came back or not", () => {
    expect(judged(arr(0n, 50n), toldOn, "win_back").outcome).toBe("won_back");
    expect(judged(arr(0n, 0n), toldOn, "win_back").outcome).toBe("not_won_back");
    expect(judged(arr(0n, 0n), startedOn, "win_back").outcome).toBe("open");
    expect(judged(arr(0n, 0n)).outcome).toBe("no_arr");
  });
});

describe("the interval of a share", () => {
  it("is Wilson's, as published for 81 of 263", () => {
    expect(shareInterval(81, 263)).toEqual({ low: 0.2553, high: 0.3662 });
  });

  it("of a difference is Newcombe's method 10, as published for 56 of 70 and 48 of 80", () => {
    expect(differenceInterval({ part: 56, of: 70 }, { part: 48, of: 80 })).toEqual({
      low: 0.0524,
      high: 0.3339,
    });
    expect(differenceInterval({ part: 10, of: 10 }, { part: 0, of: 10 })).toEqual({ low: 0.6075, high: 1 });
  });
});

describe("what a play did", () => {
  const one = (n: number, on: string, amount: bigint, saved: boolean): EffectCase => ({
    accountId: AccountId.parse(`acc_${n}`),
    on: day(on),
    arr: amount,
    saved,
  });

  it("is held against accounts of like size that met the same trigger within a year; the others are left out", () => {
    const treated = [
      one(1, "2026-01-01", 100n, true),
      one(2, "2026-01-01", 100n, false),
      one(3, "2026-01-01", 9_000n, true),
    ];
    const untreated = [
      one(4, "2026-03-01", 200n, true),
      one(5, "2025-06-01", 50n, false),
      one(6, "2026-01-01", 201n, true),
      one(7, "2024-01-01", 100n, true),
    ];
    const found = effectiveness(treated, untreated);
    expect(found).toMatchObject({
      treated: { accounts: 2, saved: 1 },
      untreated: { accounts: 2, saved: 1 },
      unmatched: 1,
    });
    expect(found.difference?.value).toBe(0);
    const { treated: own, untreated: others, unmatched } = comparedCases(treated, untreated);
    const ids = (of: readonly EffectCase[]) => of.map(({ accountId }) => accountId);
    expect([own, others, unmatched].map(ids)).toEqual([["acc_1", "acc_2"], ["acc_4", "acc_5"], ["acc_3"]]);
  });

  it("without anybody to compare with is not known", () => {
    expect(effectiveness([one(1, "2026-01-01", 100n, true)], [])).toEqual({
      treated: { accounts: 0, saved: 0, interval: null },
      untreated: { accounts: 0, saved: 0, interval: null },
      unmatched: 1,
      difference: null,
    });
  });
});
