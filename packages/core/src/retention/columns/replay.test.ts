import { expect, it } from "vitest";
import { addDays, Currency, type Day, firstDayOf, lastDayOf, month } from "../../kernel/index.ts";
import type { BookAccount } from "../index.ts";
import { at, columnsOf, groupingOf, type Measure, monthNumber, monthOfNumber, scanWindow } from "./index.ts";
import { Chance, wildBook, wildFacts } from "./wild-book.ts";

const usd = Currency.parse("USD");

/** What an account holds at the end of one day: ARR, the day its life began, and whether it is a customer. */
interface Standing {
  readonly arr: bigint;
  readonly life: Day | null;
}

/** Every day from the opening to the close, one after the other, as a person with a calendar would. */
function replay(account: BookAccount, from: Day, to: Day): { opening: Standing; days: Standing[] } {
  let standing: Standing = { arr: 0n, life: null };
  const play = (on: Day): void => {
    for (const movement of account.movements)
      if (movement.on === on) standing = { arr: standing.arr + movement.amount, life: movement.lifeBegan };
  };
  for (let on = firstDayOf(month("2021-01")); on < from; on = addDays(on, 1)) play(on);
  const opening = standing;
  const days: Standing[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    play(on);
    days.push(standing);
  }
  return { opening, days };
}

/** The measures of one account from its days alone: no movement kinds, no columns, no windows. */
function measured({ opening, days }: ReturnType<typeof replay>): Partial<Record<Measure, bigint>> {
  const sums: Partial<Record<Measure, bigint>> = {};
  const add = (measure: Measure, amount: bigint) => {
    sums[measure] = (sums[measure] ?? 0n) + amount;
  };
  const close = days.at(-1) ?? opening;
  const inCohort = opening.arr > 0n;
  const within = (day: Standing) => inCohort && day.life === opening.life;
  const stays = within(close) ? close.arr : 0n;
  const returned = inCohort && !within(close) ? close.arr : 0n;
  const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
  let [before, floor] = [opening, opening.arr];
  for (const day of days) {
    const moved = day.arr - before.arr;
    const [up, lost] = [moved > 0n ? moved : 0n, moved < 0n ? -moved : 0n];
    const starts = before.arr === 0n && moved > 0n;
    const ends = day.arr === 0n && moved < 0n;
    if (starts) add(before.life === null ? "bridgeNew" : "bridgeReactivation", up);
    else add("bridgeExpansion", up);
    add(ends ? "bridgeChurn" : "bridgeContraction", lost);
    if (within(day)) {
      add(starts ? "reactivation" : "expansion", up);
      add(ends ? "churn" : "contraction", lost);
      floor = smaller(floor, day.arr);
    } else if (starts && before.life !== null && day.life !== before.life && inCohort)
      add("cohortReturns", up);
    if (starts && day.life === before.life) add("allResumed", up);
    before = day;
  }
  add("opening", opening.arr);
  add("closing", close.arr);
  add("openingAccounts", inCohort ? 1n : 0n);
  add("retainedAccounts", stays > 0n ? 1n : 0n);
  add("returnedAccounts", returned > 0n ? 1n : 0n);
  add("kept", smaller(opening.arr, stays));
  add("keptReturned", smaller(opening.arr, stays + returned));
  add("floor", smaller(floor, stays));
  add("winback", returned);
  add("lostBefore", !inCohort && opening.life !== null ? close.arr : 0n);
  return sums;
}

/** 50 companies with every commit, 1,000 in depth. */
const companies = process.env["TERMWISE_DEEP"] === "1" ? 1_000 : 50;

it.each(Array.from({ length: companies }, (_, i) => i + 100))(
  "P10: the columns tell what a day-by-day replay tells, for company %i",
  (seed) => {
    const chance = new Chance(seed);
    const book = wildBook(wildFacts(seed, 12, [usd]), usd);
    const opens = monthNumber(month("2022-03")) + chance.below(36);
    const closes = opens + (chance.one([1, 3, 6, 12, 1 + chance.below(24)]) ?? 1);
    const [from, to] = [firstDayOf(monthOfNumber(opens + 1)), lastDayOf(monthOfNumber(closes))];
    const columns = columnsOf(book, to);
    const tally = scanWindow(columns, groupingOf(columns), { opens, closes }).of(0, 0);
    const total: Partial<Record<Measure, bigint>> = {};
    for (const account of book.accounts)
      for (const [measure, amount] of Object.entries(measured(replay(account, from, to))))
        total[measure as Measure] = (total[measure as Measure] ?? 0n) + amount;
    const told = Object.keys(total).map((measure) => [measure, BigInt(tally[at[measure as Measure]] ?? 0)]);
    expect(Object.fromEntries(told)).toEqual(total);
  },
);
