import { type Dimension, dimensions } from "../../facts/index.ts";
import type { BookAccount } from "../book.ts";
import type { Convert } from "../rates.ts";
import { type AccountBlock, accountBlockOf } from "./account-block.ts";
import {
  addAccount,
  addToWindow,
  type Differences,
  everything,
  type SeriesRange,
  sumUp,
  windowsOf,
} from "./account-series.ts";
import { turnsOf } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { Tallies, width } from "./measures.ts";
import { measureTurning } from "./turning-account.ts";

/** Room for values that come later, before a cube must be built anew. */
const spareGroups = 4;

/** One window length: a lane of differences per value of each dimension, and one for the whole book. */
interface Cube {
  readonly differences: Differences;
  readonly step: number;
  /** First lane of each dimension, and how many there are. */
  readonly lanes: Readonly<Record<Dimension, { readonly from: number; readonly room: number }>>;
}

/**
 * Standing answers to the usual questions: every measure of every window of 1, 3, 6 and 12 months (or others asked),
 * by each dimension and for the whole book. A question costs a sum over months, whatever the number of accounts; a
 * changed account costs its own movements. Built on first use. All changes of the columns must go through
 * {@link PinnedSeries.update} once something was asked.
 */
export class PinnedSeries {
  readonly columns: LedgerColumns;
  readonly #closes: { readonly first: number; readonly last: number };
  readonly #cubes = new Map<number, Cube>();

  /** `first` and `last` are the month numbers in which the windows close. */
  constructor(columns: LedgerColumns, closes: { first: number; last: number }) {
    this.columns = columns;
    this.#closes = closes;
  }

  /** Bytes held by what was built so far. */
  get bytes(): number {
    return [...this.#cubes.values()].reduce((sum, cube) => sum + cube.differences.values.byteLength, 0);
  }

  /**
   * All windows of `months` months by the values of a dimension, in the order of the columns' values; `null` for the
   * whole book. With `only` just that value: no group where no account ever had it.
   */
  series(by: Dimension | null, months: number, only?: string): Tallies {
    const { differences, lanes, step } = this.#cube(months);
    const values = by === null ? [""] : this.columns.values[by].list;
    const groups = only === undefined ? [...values.keys()] : [values.indexOf(only)].filter((i) => i >= 0);
    const from = by === null ? 0 : lanes[by].from;
    const tallies = new Tallies(
      groups.map((group) => values[group] ?? ""),
      windowsOf(differences.range),
    );
    groups.forEach((group, i) => {
      sumUp(differences, (from + group) * step, tallies.values, i * step);
    });
    return tallies;
  }

  /** Lays a changed or new account into the columns and brings all that was built up to date. */
  update(account: BookAccount, convert: Convert): void {
    this.put(accountBlockOf(account, convert));
  }

  /** {@link PinnedSeries.update} for an account that is rows already. */
  put(block: AccountBlock): void {
    const known = this.columns.slotOf(block.accountId);
    if (known !== undefined) for (const cube of this.#cubes.values()) this.#add(cube, known, -1);
    try {
      this.columns.put(block);
    } finally {
      // Also when it was refused: then what was taken out goes back in.
      const slot = this.columns.slotOf(block.accountId);
      for (const [months, cube] of this.#cubes)
        if (!this.#fits(cube)) this.#cubes.delete(months);
        else if (slot !== undefined) this.#add(cube, slot, 1);
    }
  }

  #cube(months: number): Cube {
    const held = this.#cubes.get(months);
    if (held) return held;
    const range: SeriesRange = { ...this.#closes, months };
    const step = (range.last - range.first + 1) * width;
    let next = 1;
    const lanes = Object.fromEntries(
      dimensions.map((dimension) => {
        const room = this.columns.values[dimension].list.length + spareGroups;
        const from = next;
        next += room;
        return [dimension, { from, room }];
      }),
    ) as Cube["lanes"];
    const cube: Cube = { differences: { values: new Float64Array(next * step), range }, step, lanes };
    for (let account = 0; account < this.columns.size; account++) this.#add(cube, account, 1);
    this.#cubes.set(months, cube);
    return cube;
  }

  #fits({ lanes }: Cube): boolean {
    return dimensions.every(
      (dimension) => this.columns.values[dimension].list.length <= lanes[dimension].room,
    );
  }

  #add(cube: Cube, account: number, sign: 1 | -1): void {
    const { columns } = this;
    const changing = columns.changes.get(account);
    const steady = dimensions.filter((dimension) => !changing?.some((c) => c.dimension === dimension));
    const lanes = [0, ...steady.map((d) => (cube.lanes[d].from + columns.codes[d][account]!) * cube.step)];
    addAccount(columns, account, cube.differences, lanes, sign, everything);
    for (const dimension of dimensions)
      if (!steady.includes(dimension)) this.#addTurning(cube, dimension, account, sign);
  }

  #addTurning(cube: Cube, dimension: Dimension, account: number, sign: 1 | -1): void {
    const { columns } = this;
    const turns = turnsOf(columns, account, new Set([dimension]), (codes) => codes[dimension]);
    windowsOf(cube.differences.range).forEach((window, w) => {
      measureTurning(columns, account, turns, window, (group, own) => {
        const lane = (cube.lanes[dimension].from + group) * cube.step;
        addToWindow(cube.differences, lane, w, own, sign);
      });
    });
  }
}
