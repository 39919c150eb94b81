import { type EntryOf, type FactSet, factsOfPlainLines, noFacts, type PlainLine } from "../../facts/index.ts";
import { AccountId, Currency, day, EntryId, instant } from "../../kernel/index.ts";
import { movementsOf } from "../../ledger/index.ts";
import { bookOf, leadingCurrency } from "../../retention/index.ts";
import type { OurSide, Reported } from "./comparison.ts";

/** A value others report and the contract lines ours follows from, as examples write them. */
export interface NumberCase {
  readonly term: string;
  readonly period: string;
  readonly value: string;
  readonly lines: readonly PlainLine[];
  /** Their list: the account (null: one we do not have), its name, minor units, the day. */
  readonly list?: readonly {
    readonly account: string | null;
    readonly name?: string;
    readonly amount: string;
    readonly on?: string;
  }[];
}

const usd = Currency.parse("USD");

/** The reported value of a plain case. */
export function reportedOfPlain({ term, period, value, list = [] }: NumberCase): Reported {
  const entry: EntryOf<"reported_value"> = {
    of: "reported_value",
    system: "Deck",
    term,
    period,
    value,
    currency: value.includes(".") ? null : usd,
    accounts: list.map(({ account, name, amount, on }) => ({
      accountId: account === null ? null : AccountId.parse(`acc_${account}`),
      name: name ?? account ?? "Stranger",
      amount,
      on: on === undefined ? null : day(on),
    })),
  };
  const entryId = EntryId.parse("ent_reported");
  return {
    kind: "journal",
    entryId,
    accountId: null,
    at: instant("2026-01-15T12:00:00Z"),
    by: "mem_example",
    withdrawn: null,
    entry,
    effectiveOn: day("2026-01-15"),
    recordedAt: instant("2026-01-15T12:00:00Z"),
    source: { system: "example", key: entryId, file: null, line: null },
  };
}

/** Our side of a plain case. */
export function sideOfPlain({ lines }: Pick<NumberCase, "lines">): OurSide {
  const facts: FactSet = { ...noFacts, ...factsOfPlainLines(lines) };
  return {
    book: (policy, currency) =>
      bookOf(facts, movementsOf(facts, policy), policy, currency ?? leadingCurrency(facts) ?? usd),
  };
}
