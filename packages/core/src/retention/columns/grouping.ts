import { type Dimension, dimensions } from "../../facts/index.ts";
import type { Day } from "../../kernel/index.ts";
import { dimensionsOf, type Slice } from "../attributes.ts";
import type { LedgerColumns } from "./ledger-columns.ts";

/** From a day on, an account is in this group; `row` counts its rows before that day. */
export interface GroupTurn {
  readonly month: number;
  readonly row: number;
  readonly group: number;
}

/** Accounts put into groups: within a slice, by the values of a dimension. As of the moment it was made. */
export interface Grouping {
  /** The value of the dimension each group stands for; one group `""` for the slice as a whole. */
  readonly labels: readonly string[];
  /** Per account its group, or `outside` (the number of groups): not in the slice, or among `turning`. */
  readonly groupOf: Uint16Array;
  readonly outside: number;
  /** Accounts whose group is not always the same, with all the groups they have been in; the first holds from the start. */
  readonly turning: ReadonlyMap<number, readonly GroupTurn[]>;
}

/** The group an account is in at the end of a month. */
export function groupAt(turns: readonly GroupTurn[], month: number): number {
  let group = turns[0]?.group ?? 0;
  for (const turn of turns) {
    if (turn.month > month) break;
    group = turn.group;
  }
  return group;
}

/** Which accounts, and how they are gathered: within `slice`, by the values of `by` (as a whole without it). */
export interface GroupingQuestion {
  readonly slice?: Slice;
  readonly by?: Dimension | null;
}

/**
 * Groups the accounts of the columns. Groups are in the order of {@link LedgerColumns.values}; a value no account in
 * the slice has makes an empty group.
 */
export function groupingOf(
  columns: LedgerColumns,
  { slice = {}, by = null }: GroupingQuestion = {},
): Grouping {
  const labels = by === null ? [""] : [...columns.values[by].list];
  const outside = labels.length;
  const sliced = dimensionsOf(slice);
  const filters = sliced.map((dimension) => {
    const wanted = new Uint8Array(columns.values[dimension].list.length);
    for (const value of slice[dimension] ?? []) {
      const code = columns.values[dimension].find(value);
      if (code !== undefined) wanted[code] = 1;
    }
    return { codes: columns.codes[dimension], wanted };
  });
  const groupOf = new Uint16Array(columns.size);
  if (by !== null) groupOf.set(columns.codes[by].subarray(0, columns.size));
  for (const { codes, wanted } of filters)
    for (let a = 0; a < columns.size; a++) if (wanted[codes[a]!] === 0) groupOf[a] = outside;

  const turning = new Map<number, GroupTurn[]>();
  const relevant = new Set<Dimension>(by === null ? sliced : [...sliced, by]);
  for (const account of columns.changes.keys()) {
    const turns = turnsOf(columns, account, relevant, (codes) => {
      const inside = sliced.every((dimension, i) => filters[i]?.wanted[codes[dimension]] === 1);
      return inside ? (by === null ? 0 : codes[by]) : outside;
    });
    if (turns.length === 1) continue;
    turning.set(account, turns);
    groupOf[account] = outside;
  }
  return { labels, groupOf, outside, turning };
}

/** The groups one account goes through; changes of one day are one turn, turns that change nothing are left out. */
export function turnsOf(
  columns: LedgerColumns,
  account: number,
  relevant: ReadonlySet<Dimension>,
  groupWith: (codes: Record<Dimension, number>) => number,
): GroupTurn[] {
  const codes = Object.fromEntries(dimensions.map((d) => [d, columns.codes[d][account] ?? 0])) as Record<
    Dimension,
    number
  >;
  const turns: GroupTurn[] = [{ month: -1, row: 0, group: groupWith(codes) }];
  let day: Day | null = null;
  for (const change of columns.changes.get(account) ?? []) {
    if (!relevant.has(change.dimension)) continue;
    codes[change.dimension] = columns.values[change.dimension].find(change.value) ?? 0;
    if (change.on === day) turns.pop();
    day = change.on;
    turns.push({ month: change.month, row: change.row, group: groupWith(codes) });
  }
  return turns.filter((turn, i) => i === 0 || turn.group !== turns[i - 1]?.group);
}
