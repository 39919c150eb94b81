import { type AccountId, Failure, firstDay, type Month, type Period } from "@termwise/core/kernel";
import {
  type Book,
  type MetricTerm,
  type RetentionPolicy,
  type Slice,
  type Totals,
  totalsOf,
} from "@termwise/core/retention";
import {
  type ColumnsTerm,
  columnsOf,
  followedBy,
  groupingOf,
  type LedgerColumns,
  monthNumber,
  monthNumberOf,
  monthWindowOf,
  PinnedSeries,
  scanWindow,
  type Tally,
  totalOf,
} from "@termwise/core/retention/columns";

/** The window lengths standing answers are kept for, in months. */
const pinnedLengths = new Set([1, 3, 6, 12]);

/** What an earlier state of the same book had laid out, and the accounts that have changed since. */
export interface Earlier {
  readonly totals: MonthTotals;
  readonly changed: readonly AccountId[];
}

/**
 * The sums of metrics over windows of one book: from typed arrays where they can answer (whole months, one currency),
 * else from the plain fold. Both give the same integers; only the time differs.
 */
export class MonthTotals {
  readonly #book: Book;
  #pinned: PinnedSeries | null;

  /** Takes over the arrays of an `earlier` state where it can; lays them out otherwise. `through` is the last month asked for often. */
  constructor(book: Book, through: Month, earlier: Earlier | null) {
    this.#book = book;
    const lent = earlier === null ? null : earlier.totals.#handOver(book, earlier.changed);
    this.#pinned = lent ?? laidOut(book, through);
  }

  /** The sums under a policy. */
  under(policy: RetentionPolicy): Totals {
    const plain = totalsOf(this.#book, policy);
    return (term, period, slice) => {
      const tally = term === "land-and-expand" ? null : this.#tally(term, period, policy, slice);
      return tally === null ? plain(term, period, slice) : totalOf(tally, term as ColumnsTerm, policy);
    };
  }

  #tally(term: MetricTerm, period: Period, policy: RetentionPolicy, slice: Slice): Tally | null {
    const window = monthWindowOf(period);
    if (this.#pinned === null || window === null || term === "land-and-expand") return null;
    const followed = followedBy(term, policy);
    const { columns } = this.#pinned;
    const sliced = Object.entries(slice).filter(([, values]) => values !== undefined);
    const standing = pinnedLengths.has(window.closes - window.opens) && followed === "all";
    const by = sliced.length === 1 && sliced[0]?.[1]?.length === 1 ? sliced[0] : null;
    if (standing && (sliced.length === 0 || by !== null)) {
      const tallies = this.#pinned.series(
        by === null ? null : (by[0] as keyof Slice),
        window.closes - window.opens,
        by === null ? undefined : (by[1]?.[0] ?? ""),
      );
      // No group: no account ever had the value.
      const group = tallies.labels.length - 1;
      const at = tallies.windows.findIndex((w) => w.closes === window.closes);
      if (at >= 0 && group >= 0) return tallies.of(group, at);
    }
    return scanWindow(columns, groupingOf(columns, { slice }), window, followed).of(0, 0);
  }

  /**
   * Brings the arrays up to a later state of the book and gives them away: only changed accounts are laid out anew. Who
   * still asks this earlier state is answered by the plain fold, so that no answer mixes two states.
   */
  #handOver(book: Book, changed: readonly AccountId[]): PinnedSeries | null {
    const pinned = this.#pinned;
    this.#pinned = null;
    if (pinned === null || book.currency !== pinned.columns.currency) return null;
    const accounts = new Map(book.accounts.map((account) => [account.accountId, account] as const));
    const touched = changed.flatMap((id) => accounts.get(id) ?? []);
    // Arrays cannot forget an account, nor hold a second currency.
    if (changed.some((id) => !accounts.has(id) && pinned.columns.slotOf(id) !== undefined)) return null;
    if (!touched.every((account) => account.movements.every((m) => m.currency === book.currency)))
      return null;
    const convert = book.rates.on(firstDay);
    return orNull(() => {
      for (const account of touched) pinned.update(account, convert);
      return pinned;
    });
  }
}

function laidOut(book: Book, through: Month): PinnedSeries | null {
  const starts = book.accounts.flatMap((account) => account.movements[0]?.on ?? []);
  const one = book.accounts.every(({ movements }) => movements.every((m) => m.currency === book.currency));
  if (starts.length === 0 || !one) return null;
  const [first = firstDay] = starts.sort();
  return orNull(() => {
    const columns: LedgerColumns = columnsOf(book, first);
    return new PinnedSeries(columns, { first: monthNumberOf(first), last: monthNumber(through) });
  });
}

/** Amounts too large for the arrays are the plain fold's. */
function orNull<T>(lay: () => T): T | null {
  try {
    return lay();
  } catch (error) {
    if (error instanceof Failure && error.code === "too_large") return null;
    throw error;
  }
}
