import { type AccountId, type Day, epochDay } from "../kernel/index.ts";
import { type AccountUseReading, dayRead } from "./use-series.ts";

/** What the uses of accounts on one day add up to: of each its active users, logins, uses and features, one after the other. */
export interface UseOfDay {
  readonly on: Day;
  readonly accountIds: readonly AccountId[];
  readonly sums: readonly number[];
}

/** Numbers kept of an account and day: active users and one more, so that 0 says that there was no use; logins, uses, features. */
const width = 4;
/** The greatest number four bytes hold, less the one that is added. */
const narrow = 2 ** 32 - 2;

/** A day: its number since 1970, and the numbers of each account at its place. */
interface UseColumn {
  readonly end: number;
  readonly cells: Uint32Array | Float64Array;
}

/** The use of days as it was when it was looked at, whatever came after. */
export interface UseView {
  /** The use of an account day by day, in their order; days without any are left out. */
  of(accountId: AccountId): AccountUseReading[];
}

/**
 * What the uses of everybody add up to on the days of some months, day by day as whole numbers: sixteen bytes for each account
 * and day, and no object. Readings of an account are made of them when they are asked for.
 */
export class UseColumns {
  readonly #places = new Map<AccountId, number>();
  readonly #columns = new Map<Day, UseColumn>();

  /** Puts everything that was counted on a day, in the place of what was there. */
  put({ on, accountIds, sums }: UseOfDay): void {
    const places = accountIds.map((id) => {
      const place = this.#places.get(id) ?? this.#places.size;
      if (place === this.#places.size) this.#places.set(id, place);
      return place;
    });
    const length = this.#places.size * width;
    const cells = sums.some((sum) => sum > narrow) ? new Float64Array(length) : new Uint32Array(length);
    for (const [at, place] of places.entries()) {
      const [from, to] = [at * width, place * width];
      cells[to] = sums[from]! + 1;
      for (let next = 1; next < width; next++) cells[to + next] = sums[from + next]!;
    }
    this.#columns.set(on, { end: epochDay(on), cells });
  }

  /** Forgets a day. */
  drop(on: Day): void {
    this.#columns.delete(on);
  }

  /** The use of the days from one to another as it is now. */
  view({ from, to }: { readonly from: Day; readonly to: Day }): UseView {
    const columns = [...this.#columns]
      .filter(([on]) => on >= from && on <= to)
      .map(([, column]) => column)
      .sort((a, b) => a.end - b.end);
    return {
      of: (accountId) => {
        const place = this.#places.get(accountId);
        return place === undefined ? [] : readingsAt(columns, place * width);
      },
    };
  }
}

function readingsAt(columns: readonly UseColumn[], at: number): AccountUseReading[] {
  const readings: AccountUseReading[] = [];
  for (const { end, cells } of columns) {
    // Accounts that came later have no place in it.
    const users = at < cells.length ? cells[at]! : 0;
    if (users === 0) continue;
    const [logins, uses, features] = [cells[at + 1]!, cells[at + 2]!, cells[at + 3]!];
    readings.push(dayRead({ end, activeUsers: users - 1, logins, uses, features }));
  }
  return readings;
}
