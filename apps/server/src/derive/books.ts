import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { type Currency, Failure, type Instant } from "@termwise/core/kernel";
import { type AccountLedger, houseLedgerPolicy, type LedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { type Book, bookOf, leadingCurrency } from "@termwise/core/retention";
import type { Known } from "./known-facts.ts";

/** Which book: as known when, customers and ARR under which policy, in which currency. */
export interface BookQuestion {
  readonly asOf: Instant | null;
  readonly policy: LedgerPolicy;
  readonly currency: Currency | null;
}

/** As many books as may be asked for in turn: several policies side by side, now and as of a day. */
const kept = 12;

/**
 * The books of one state of the facts, each built when first asked for and kept while it is in use. What was derived
 * and stored is taken for the house policy of today; other policies and other moments are computed from the facts.
 */
export class Books {
  readonly known: Known;
  readonly #stored: readonly AccountLedger[];
  readonly #preferred: Currency | null;
  readonly #held = new Map<string, Book>();

  constructor(known: Known, stored: readonly AccountLedger[], preferred: Currency | null) {
    this.known = known;
    this.#stored = stored;
    this.#preferred = preferred;
  }

  /** The currency figures are told in: the workspace's choice, else the one most contract lines are in. */
  currency(): Currency | null {
    return this.#preferred ?? leadingCurrency(this.known.now);
  }

  /** How many movements the house policy books. */
  movementCount(): number {
    return this.#stored.reduce((count, account) => count + account.movements.length, 0);
  }

  /** The facts as they were known at a moment (`null`: now). */
  factsAt(asOf: Instant | null): FactSet {
    return asOf === null ? this.known.now : factsKnownAt(this.known.all, asOf);
  }

  /** The book asked for. Throws `not_found` while there are no contract lines, so no currency to tell anything in. */
  book(asked: BookQuestion): Book {
    const currency = asked.currency ?? this.currency();
    if (currency === null)
      throw new Failure("not_found", "There are no contract lines yet. Import accounts and contract lines");
    const policyKey = JSON.stringify(Object.entries(asked.policy).sort());
    const key = [asked.asOf, currency, policyKey].join(" ");
    const held = this.#held.get(key) ?? this.#build(asked, policyKey, currency);
    this.#held.delete(key);
    this.#held.set(key, held);
    const oldest = this.#held.keys().next().value;
    if (this.#held.size > kept && oldest !== undefined) this.#held.delete(oldest);
    return held;
  }

  #build(asked: BookQuestion, policyKey: string, currency: Currency): Book {
    const facts = this.factsAt(asked.asOf);
    const house = policyKey === JSON.stringify(Object.entries(houseLedgerPolicy).sort());
    const ledger = asked.asOf === null && house ? this.#stored : movementsOf(facts, asked.policy);
    return bookOf(facts, ledger, asked.policy, currency);
  }
}
