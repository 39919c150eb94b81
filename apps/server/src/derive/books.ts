import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import {
  type AccountId,
  atOnce,
  type Currency,
  type Day,
  Failure,
  type Instant,
  type Month,
  type Steps,
} from "@termwise/core/kernel";
import { type AccountLedger, houseLedgerPolicy, type LedgerPolicy, movementsOf } from "@termwise/core/ledger";
import {
  type Book,
  bookInSteps,
  leadingCurrency,
  type RetentionPolicy,
  type Totals,
} from "@termwise/core/retention";
import { type Known, withRecords } from "./known-facts.ts";
import { type Earlier, MonthTotals } from "./month-totals.ts";
import { factsOf, type OwnerNames, recordsOf, visibleCustomers } from "./visible.ts";

/** Which book: as known when, customers and ARR under which policy, in which currency. */
export interface BookQuestion {
  readonly asOf: Instant | null;
  readonly policy: LedgerPolicy;
  readonly currency: Currency | null;
}

/** The books of some customers, and which these are. */
interface Narrowed {
  readonly visible: ReadonlySet<AccountId>;
  readonly books: Books;
}

/** As many books as may be asked for in turn: several policies side by side, now and as of a day. */
const kept = 12;

const keyOf = (policy: LedgerPolicy): string => JSON.stringify(Object.entries(policy).sort());
const houseKey = keyOf(houseLedgerPolicy);
/** Whether what was derived and stored answers. */
const isHouse = ({ asOf, policy }: BookQuestion): boolean => asOf === null && keyOf(policy) === houseKey;

/**
 * The books of one state of the facts, each built when first asked for and kept while it is in use. What was derived
 * and stored is taken for the house policy of today; other policies and other moments are computed from the facts.
 */
export class Books {
  readonly known: Known;
  readonly #stored: readonly AccountLedger[];
  readonly #preferred: Currency | null;
  readonly #held = new Map<string, Book>();
  readonly #narrowed = new Map<string, Narrowed>();
  #totals = new WeakMap<Book, MonthTotals>();
  /** The book of today under the house policy: the one pages ask for, whose arrays go from state to state. */
  #house: Book | null = null;
  #lent: Earlier | null;
  #before: WeakRef<Books> | null = null;
  /** Found once: it is a look at every line. */
  #currency: { readonly told: Currency | null } | null = null;
  #knownAt = (asOf: Instant): FactSet => factsKnownAt(this.known.all, asOf);

  /** `lent` is what the state before this one had laid out, from {@link Books.lend}. */
  constructor(
    known: Known,
    stored: readonly AccountLedger[],
    preferred: Currency | null,
    lent: Earlier | null = null,
  ) {
    this.known = known;
    this.#stored = stored;
    this.#preferred = preferred;
    this.#lent = lent;
  }

  /** The books of some customers alone, on a day those of the owners named: what their owner sees, and no more. */
  of(names: OwnerNames, on: Day): Books {
    const key = [on, ...[...names].sort()].join("\n");
    const held = this.#narrowed.get(key) ?? this.#narrowedTo(visibleCustomers(this, names, on));
    this.#narrowed.delete(key);
    this.#narrowed.set(key, held);
    const [oldest] = this.#narrowed.keys();
    if (this.#narrowed.size > kept && oldest !== undefined) this.#narrowed.delete(oldest);
    return held.books;
  }

  #narrowedTo(visible: ReadonlySet<AccountId>): Narrowed {
    const { all, now, ...known } = this.known;
    const books = new Books(
      { ...known, all: factsOf(all, now, visible), now: factsOf(now, now, visible), news: null },
      this.#stored.filter((ledger) => visible.has(ledger.accountId)),
      this.currency(),
    );
    // First what was known, then whose it was: a line that became another account's is not left with the one before.
    books.#knownAt = (asOf) => factsOf(factsKnownAt(all, asOf), now, visible);
    return { visible, books };
  }

  /** The state before this one, while anybody still holds it: what did not change since is taken over from it. */
  before(): Books | null {
    return this.#before?.deref() ?? null;
  }

  /** Says which state this one follows. */
  following(before: Books): this {
    this.#before = new WeakRef(before);
    return this;
  }

  /** The same books once people have put more on record: no figure changes by it, so what was laid out stays. */
  recording(known: Known): Books {
    const next = new Books(known, this.#stored, this.#preferred, this.#lent).following(this);
    next.#totals = this.#totals;
    next.#house = this.#house;
    for (const [key, book] of this.#held) next.#held.set(key, book);
    for (const [key, { visible, books }] of this.#narrowed) {
      const seen = withRecords(
        books.known,
        recordsOf(known.all, known.now, visible),
        recordsOf(known.now, known.now, visible),
      );
      const narrowed = books.recording({ ...seen, readings: known.readings, news: known.news });
      narrowed.#knownAt = (asOf) => factsOf(factsKnownAt(known.all, asOf), known.now, visible);
      next.#narrowed.set(key, { visible, books: narrowed });
    }
    return next;
  }

  /** The currency figures are told in: the workspace's choice, else the one most contract lines are in. */
  currency(): Currency | null {
    this.#currency ??= { told: this.#preferred ?? leadingCurrency(this.known.now) };
    return this.#currency.told;
  }

  /** The movements of every customer under the house policy. */
  ledgers(): readonly AccountLedger[] {
    return this.#stored;
  }

  /** How many movements the house policy books. */
  movementCount(): number {
    return this.#stored.reduce((count, account) => count + account.movements.length, 0);
  }

  /** The facts as they were known at a moment (`null`: now). */
  factsAt(asOf: Instant | null): FactSet {
    return asOf === null ? this.known.now : this.#knownAt(asOf);
  }

  /** The book asked for. Throws `not_found` while there are no contract lines, so no currency to tell anything in. */
  book(asked: BookQuestion): Book {
    return atOnce(this.bookInSteps(asked));
  }

  /** {@link book} of a large company: others can be let in between its steps. */
  *bookInSteps(asked: BookQuestion): Steps<Book> {
    const currency = asked.currency ?? this.currency();
    if (currency === null)
      throw new Failure("not_found", "There are no contract lines yet. Import accounts and contract lines");
    const key = [asked.asOf, currency, keyOf(asked.policy)].join(" ");
    const made = this.#held.get(key) ?? (yield* this.#build(asked, currency));
    // Whoever was let in may have made it meanwhile: there is one of each.
    const held = this.#held.get(key) ?? made;
    this.#held.delete(key);
    this.#held.set(key, held);
    if (isHouse(asked) && currency === this.currency()) this.#house = held;
    const oldest = this.#held.keys().next().value;
    if (this.#held.size > kept && oldest !== undefined) this.#held.delete(oldest);
    return held;
  }

  /** The sums of any metric over any window of a book of this state, under a policy. `through`: the last month asked for often. */
  totals(book: Book, policy: RetentionPolicy, through: Month): Totals {
    const held = this.#totals.get(book) ?? new MonthTotals(book, through, this.#take(book));
    this.#totals.set(book, held);
    return held.under(policy);
  }

  /** What this state has laid out, for the state that follows it and differs in these customers. */
  lend(changed: readonly AccountId[]): Earlier | null {
    const own = this.#house && this.#totals.get(this.#house);
    if (own) return { totals: own, changed };
    return this.#lent && { totals: this.#lent.totals, changed: [...this.#lent.changed, ...changed] };
  }

  #take(book: Book): Earlier | null {
    if (book !== this.#house) return null;
    const lent = this.#lent;
    this.#lent = null;
    return lent;
  }

  #build(asked: BookQuestion, currency: Currency): Steps<Book> {
    const facts = this.factsAt(asked.asOf);
    const ledger = isHouse(asked) ? this.#stored : movementsOf(facts, asked.policy);
    return bookInSteps(facts, ledger, asked.policy, currency);
  }
}
