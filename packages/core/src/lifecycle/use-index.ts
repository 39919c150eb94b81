import type { ContractLine, UsageFact } from "../facts/index.ts";
import { type Day, epochDay } from "../kernel/index.ts";

/** A customer's readings of usage, their days as numbers since 1970 so that windows are arithmetic. */
export interface UseIndex {
  readonly usage: readonly UsageFact[];
  /** The last day of each reading, in their order. */
  readonly ends: readonly number[];
  /** The feature of each reading, as it is compared; null: the product as a whole. */
  readonly names: readonly (string | null)[];
  /** Whether a reading tells of use: a login is none. */
  readonly used: readonly boolean[];
  /** How many days the longest reading covers, at least one; and the longest of those up to each. */
  readonly longest: number;
  readonly longestSoFar: readonly number[];
  /** For each reading, the last one up to it that tells of licensed seats; -1: none. */
  readonly seatsTold: readonly number[];
  /** For each reading, the last one up to it that tells of use of a feature (null: of any); -1: none. */
  lastUse(name: string | null): readonly number[];
}

/** How a feature is compared: without regard to case. */
export const named = (feature: string): string => feature.toLowerCase();

const indexes = new WeakMap<readonly UsageFact[], UseIndex>();

/** The index of some readings, made once for as long as they are the same. They are in the order of their days. */
export function useIndexOf(usage: readonly UsageFact[]): UseIndex {
  // Most customers of a large book tell of use by events alone.
  if (usage.length === 0) return nothingRead;
  const known = indexes.get(usage);
  if (known) return known;
  const made = indexed(usage);
  indexes.set(usage, made);
  return made;
}

function indexed(usage: readonly UsageFact[]): UseIndex {
  const names = usage.map(({ feature }) => (feature === null ? null : named(feature)));
  const used = usage.map(isUse);
  const lastUses = new Map<string | null, readonly number[]>();
  const lastUse = (name: string | null): readonly number[] => {
    const known =
      lastUses.get(name) ?? lastOf(usage, (at) => used[at] === true && (name === null || names[at] === name));
    lastUses.set(name, known);
    return known;
  };
  let longest = 1;
  const longestSoFar = usage.map(({ days }) => {
    longest = Math.max(longest, days);
    return longest;
  });
  return {
    usage,
    longestSoFar,
    ends: usage.map(({ effectiveOn }) => epochDay(effectiveOn)),
    names,
    used,
    longest,
    seatsTold: lastOf(usage, (at) => usage[at]?.seats != null),
    lastUse,
  };
}

const nothingRead: UseIndex = {
  ...{ usage: [], ends: [], names: [], used: [], seatsTold: [] },
  ...{ longest: 1, longestSoFar: [] },
  lastUse: () => [],
};

const isUse = ({ activity, users, uses, activeDays }: UsageFact): boolean =>
  activity === "use" && ((users ?? 0) > 0 || (uses ?? 0) > 0 || (activeDays ?? 0) > 0);

/** For each place of a list, the last one up to it that is so; -1: none. */
function lastOf(list: readonly unknown[], isSo: (at: number) => boolean): number[] {
  let last = -1;
  return list.map((_, at) => {
    if (isSo(at)) last = at;
    return last;
  });
}

/** How many of some numbers in their order are at most `limit`. */
export function upTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A contract line priced per seat, with the days it is in force. */
export interface SeatLine {
  readonly from: number;
  readonly to: number;
  readonly core: boolean;
  readonly seats: number;
}

const seatLines = new WeakMap<readonly ContractLine[], readonly SeatLine[]>();

/** The recurring contract lines priced per seat. */
export function seatLinesOf(lines: readonly ContractLine[]): readonly SeatLine[] {
  const known = seatLines.get(lines);
  if (known) return known;
  const made = lines
    .filter(({ lineKind, price }) => lineKind === "recurring" && price.of === "unit")
    .map(({ startsOn, endsOn, productKind, quantity }) => ({
      from: epochDay(startsOn),
      to: endsOn === null ? Number.POSITIVE_INFINITY : epochDay(endsOn),
      core: productKind === "core",
      seats: Math.trunc(Number(quantity)),
    }));
  seatLines.set(lines, made);
  return made;
}

const feeds = new WeakMap<readonly Day[], readonly number[]>();

/** Days of a list that does not change, as numbers. */
export function feedDays(days: readonly Day[]): readonly number[] {
  const known = feeds.get(days) ?? days.map(epochDay);
  feeds.set(days, known);
  return known;
}
