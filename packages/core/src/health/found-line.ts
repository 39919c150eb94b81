import type { LineSubject, Saying } from "./sayings.ts";

/**
 * One line of a component as it is found, as whole numbers: what they are in words is said when somebody looks
 * ({@link inWords}). Days are numbers since 1970.
 */
export interface FoundLine {
  readonly what: LineSubject;
  readonly says: Saying;
  /** What it says it of, in the order of its saying. */
  readonly numbers: readonly number[];
  /** What somebody wrote, where it says so. */
  readonly quote: string | null;
  /** The day it is of; null: nothing ever told of it. */
  readonly on: number | null;
  /** The last day it speaks of, where that is later. */
  readonly until: number | null;
  /** In thousandths of the best; null: not known. */
  readonly share: number | null;
  /** How many parts of the component it decides; none: it is told and does not count. */
  readonly weight: number;
}

/** A share in thousandths, between nothing and all of it. */
export const thousandths = (part: number, of: number): number =>
  of <= 0 ? 0 : Math.max(0, Math.min(1000, Math.round((part * 1000) / of)));

type Judged = Pick<FoundLine, "share" | "weight">;

/** A line that is known, or decides nothing. */
export const foundLine = (
  what: LineSubject,
  says: Saying,
  numbers: readonly number[],
  { on, until, share, weight, quote }: Judged & { on: number; until?: number; quote?: string },
): FoundLine => ({ what, says, numbers, quote: quote ?? null, on, until: until ?? null, share, weight });

/** A line of which nothing is known, and why. `on`: when it was last told of, if ever. */
export const unknownLine = (
  what: LineSubject,
  says: Saying,
  weight: number,
  { on = null, numbers = [] }: { on?: number | null; numbers?: readonly number[] } = {},
): FoundLine => ({ what, says, numbers, quote: null, on, until: null, share: null, weight });

/** For how many days a line has told nothing new on a day; null where it never told anything. */
export const ageOf = ({ on, until }: Pick<FoundLine, "on" | "until">, at: number): number | null =>
  on === null ? null : Math.max(0, at - (until !== null && until > on ? until : on));

/** What a line gives on a day: its share, as long as it is no older than readings are carried; null: not known. */
export function shareOn(line: FoundLine, at: number, carriedDays: number): number | null {
  const age = ageOf(line, at);
  return age !== null && age > carriedDays ? null : line.share;
}

/** The lines a component is read from; null where none of them decides anything. */
export const decided = (lines: readonly FoundLine[]): readonly FoundLine[] | null =>
  lines.some(({ weight }) => weight > 0) ? lines : null;
