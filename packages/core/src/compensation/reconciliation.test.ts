import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOfPlainLines, type PlainLine } from "../facts/index.ts";
import { AccountId, Currency, day, minus, parsePeriod, plus, rational, zero } from "../kernel/index.ts";
import { houseLedgerPolicy, movementsOf } from "../ledger/index.ts";
import { bookOf, houseRetentionPolicy, metricTotal, RetentionPolicy, windowOf } from "../retention/index.ts";
import { maturedDeal, measuredAccounts } from "./measured.ts";
import { nrrDifferences, reconcileNrr, reconciliationOf } from "./reconciliation.ts";

const bookOfLines = (lines: PlainLine[]) => {
  const facts = factsOfPlainLines(lines);
  return bookOf(facts, movementsOf(facts, houseLedgerPolicy), houseLedgerPolicy, Currency.parse("USD"));
};
const lines: PlainLine[] = [
  { account: "acme", from: "2024-01-01", to: "2025-06-30", arr: "60000" },
  { account: "acme", from: "2025-07-01", arr: "84000" },
  { account: "globex", from: "2024-03-15", arr: "24000" },
  { account: "initech", from: "2024-02-01", to: "2025-09-30", arr: "12000" },
  { account: "hooli", from: "2024-10-01", to: "2025-11-30", arr: "20000" },
  { account: "hooli", from: "2025-12-01", arr: "15000" },
];
const book = bookOfLines(lines);
const year = parsePeriod("2025");
const all = new Set(["acc_acme", "acc_globex", "acc_initech", "acc_hooli"]);

describe("pay-NRR", () => {
  it("is measured by the NRR function that reports use", () => {
    const accounts = measuredAccounts(book, year, houseRetentionPolicy);
    const total = metricTotal(windowOf(book, year, houseRetentionPolicy), "nrr");
    expect(accounts.reduce((sum, { closing }) => sum + closing, 0n)).toBe(total.numerator);
    expect(accounts.reduce((sum, { opening }) => sum + opening, 0n)).toBe(total.denominator);
  });
  it("follows a deal from the day it took effect, contraction and all", () => {
    const deal = {
      dealId: "h",
      account: AccountId.parse("acc_hooli"),
      amount: 2_000_000n,
      creditedOn: day("2024-09-20"),
      effectiveOn: day("2024-10-01"),
    };
    expect(maturedDeal(book, deal, 15, houseRetentionPolicy)).toEqual({
      dealId: "h",
      account: "acc_hooli",
      opening: "2000000",
      closing: "1500000",
      measuredOn: "2026-01-01",
    });
    expect(maturedDeal(book, deal, 12, houseRetentionPolicy).closing).toBe("2000000");
  });
});

describe("the reconciliation of pay-NRR with board-NRR", () => {
  const counting = {
    policy: houseRetentionPolicy,
    cohort: all,
    creditedOn: new Map([["acc_hooli", day("2024-10-01")]]),
    months: 12,
    eligible: new Set(["acc_acme", "acc_globex", "acc_hooli"]),
  };
  it("leads one to the other, step by step, with the accounts", () => {
    const told = reconciliationOf(book, year, houseRetentionPolicy, counting);
    // Board: 84 + 24 + 0 + 15 of 116. Hooli kept 20 of 20 in its own twelve months. Initech does not count.
    expect(told.board.value).toEqual(rational(123n, 116n));
    expect(told.pay.value).toEqual(rational(128n, 104n));
    expect(told.steps.map(({ difference }) => difference)).toEqual([...nrrDifferences]);
    expect(told.steps.map(({ accounts }) => accounts.map(({ account }) => account))).toEqual([
      [],
      [],
      ["acc_hooli"],
      ["acc_acme", "acc_initech"],
    ]);
    expect(told.steps[2]?.effect).toEqual(rational(5n, 116n));
  });
  it("has no difference where pay counts as the board does", () => {
    const same = { ...counting, creditedOn: new Map(), eligible: all };
    const told = reconciliationOf(book, year, houseRetentionPolicy, same);
    expect(told.difference.value).toEqual(zero);
    expect(told.steps.every(({ accounts }) => accounts.length === 0)).toBe(true);
  });
  it("tells a policy apart, and says why there is none without ARR at the opening", () => {
    const policy = RetentionPolicy.parse({ nrrMethod: "renewals_due" });
    const told = reconciliationOf(book, year, houseRetentionPolicy, {
      ...counting,
      policy,
      creditedOn: new Map(),
      eligible: all,
    });
    expect(told.steps[0]?.accounts.length).toBeGreaterThan(0);
    const none = reconciliationOf(book, year, houseRetentionPolicy, { ...counting, cohort: new Set() });
    expect(none.difference.reason).toBe("There is no ARR at the opening of the accounts after cohort.");
    expect(none.steps).toEqual([]);
  });
  it("adds up exactly, over steps and over the accounts of each, whatever differs", () => {
    const account = fc.record({
      account: fc.constantFrom("a", "b", "c", "d"),
      opening: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      closing: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    });
    const accounts = fc.uniqueArray(account, { minLength: 1, maxLength: 4, selector: (one) => one.account });
    fc.assert(
      fc.property(accounts, fc.tuple(accounts, accounts, accounts, accounts), (board, stages) => {
        const told = reconcileNrr(
          board,
          nrrDifferences.map((difference, index) => ({ difference, accounts: stages[index] ?? board })),
        );
        const sum = told.steps.reduce((total, { effect }) => plus(total, effect), zero);
        expect(sum).toEqual(told.difference.value);
        for (const { before, after, effect } of told.steps) expect(effect).toEqual(minus(after, before));
      }),
    );
  });
});
