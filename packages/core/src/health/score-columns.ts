import type { AccountId, Day } from "../kernel/index.ts";

/** Scores of one week by their ends in thousandths of a point, a place for each account; -1 where nothing was measured. */
export interface ScoreWeek {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** What was measured of an account at the end of a week, in thousandths of a point. */
export type MeasuredEnds = readonly [accountId: AccountId, low: number, high: number];

/** Nothing was measured. */
export const unmeasured = -1;

/**
 * The scores of a whole book as whole numbers, week by week: eight bytes for each account and week, and no object. What is
 * told of a book is a pass over them; what is shown of an account is made of them when it is shown.
 */
export class ScoreColumns {
  readonly #places = new Map<AccountId, number>();
  readonly #weeks = new Map<Day, ScoreWeek>();

  /** The place of an account in every week; undefined: nothing was ever measured of it. */
  placeOf(id: AccountId): number | undefined {
    return this.#places.get(id);
  }

  /** A week as it was put; undefined: it was not. Accounts whose place lies beyond its end were not measured in it. */
  week(on: Day): ScoreWeek | undefined {
    return this.#weeks.get(on);
  }

  /** Puts everything that was measured of a week, in the place of what was there. Of an account the last one counts. */
  put(on: Day, measured: readonly MeasuredEnds[]): void {
    const places = new Int32Array(measured.length);
    for (const [at, [id]] of measured.entries()) {
      const place = this.#places.get(id) ?? this.#places.size;
      if (place === this.#places.size) this.#places.set(id, place);
      places[at] = place;
    }
    const week = {
      low: new Int32Array(this.#places.size).fill(unmeasured),
      high: new Int32Array(this.#places.size).fill(unmeasured),
    };
    for (const [at, [, low, high]] of measured.entries()) {
      week.low[places[at]!] = low;
      week.high[places[at]!] = high;
    }
    this.#weeks.set(on, week);
  }

  /** Forgets a week. */
  drop(on: Day): void {
    this.#weeks.delete(on);
  }
}
