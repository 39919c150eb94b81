import {
  AttributeFact,
  type FactSet,
  FxRate,
  factsOfPlainLines,
  noFacts,
  type PlainLine,
} from "../facts/index.ts";
import { Currency, instant, money, moneyText, parsePeriod } from "../kernel/index.ts";
import { LedgerPolicy, movementsOf } from "../ledger/index.ts";
import type { Slice } from "./attributes.ts";
import { bookOf, leadingCurrency } from "./book.ts";
import { RetentionPolicy } from "./policy.ts";
import { type Window, windowOf } from "./window.ts";

/** A small book written plainly, a period and a policy: what every example of retention gives. */
export interface BookCase {
  readonly period: string;
  readonly lines: readonly PlainLine[];
  /** Segments of accounts, each from a day on. */
  readonly segments?: readonly { account: string; from: string; segment: string }[];
  readonly rates?: readonly { from: string; base: string; quote: string; rate: string }[];
  readonly currency?: string;
  readonly slice?: Slice;
  readonly policy?: Partial<RetentionPolicy> & Partial<LedgerPolicy>;
}

function factsOfCase({ lines, segments = [], rates = [] }: BookCase): FactSet {
  const stamp = (effectiveOn: string, key: string) => ({
    effectiveOn,
    recordedAt: instant("2000-01-01T00:00:00Z"),
    source: { system: "plain", key },
  });
  return {
    ...noFacts,
    ...factsOfPlainLines(lines),
    attributes: segments.map(({ account, from, segment }, n) =>
      AttributeFact.parse({
        kind: "attribute",
        accountId: `acc_${account}`,
        attribute: "segment",
        value: segment,
        ...stamp(from, `segment ${n}`),
      }),
    ),
    fxRates: rates.map(({ from, base, quote, rate }, n) =>
      FxRate.parse({ kind: "fx_rate", base, quote, rate, ...stamp(from, `rate ${n}`) }),
    ),
  };
}

/** The window of a plainly written book, computed by the same steps as any other. */
export function windowOfCase(given: BookCase): Window {
  const facts = factsOfCase(given);
  const { winback, nrrMethod, grrMethod, logoDenominator, fx, ...ledger } = given.policy ?? {};
  const ledgerPolicy = LedgerPolicy.parse(ledger);
  const currency = Currency.parse(given.currency ?? leadingCurrency(facts) ?? "USD");
  const book = bookOf(facts, movementsOf(facts, ledgerPolicy), ledgerPolicy, currency);
  const policy = RetentionPolicy.parse({ winback, nrrMethod, grrMethod, logoDenominator, fx });
  return windowOf(book, parsePeriod(given.period), policy, given.slice);
}

/** Minor units of the book's currency as examples show them: major units, plain decimal. */
export function amountText(window: Window, minor: bigint): string {
  return moneyText(money(minor, window.book.currency));
}
