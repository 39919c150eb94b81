import { type EntryOf, entriesOf, type JournalFact } from "../facts/index.ts";
import {
  addDays,
  type Day,
  type EntryId,
  firstDayOf,
  type Instant,
  lastDayOf,
  monthOf,
  type Period,
} from "../kernel/index.ts";

/** A period that was closed: what was put on record of it, and how it was reopened, if it was. */
export interface ClosedPeriod {
  readonly entryId: EntryId;
  readonly number: number;
  readonly entry: EntryOf<"period_closed">;
  /** Who closed it; null: nobody is named. */
  readonly by: string | null;
  readonly at: Instant;
  readonly reopened: ReopenedPeriod | null;
}

/** How a closed period was reopened. */
export interface ReopenedPeriod {
  readonly number: number;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Instant;
}

/** Every close that was ever made, by its number, with its reopening. Nothing that happened later takes one away. */
export function closedPeriods(journal: readonly JournalFact[]): ClosedPeriod[] {
  const reopenings = entriesOf(journal, "period_reopened");
  return entriesOf(journal, "period_closed")
    .map((fact): ClosedPeriod => {
      const { number } = fact.entry;
      const reopening = reopenings.find(({ entry }) => entry.closed === number);
      return {
        entryId: fact.entryId,
        number,
        entry: fact.entry,
        by: fact.by,
        at: fact.at,
        reopened: reopening
          ? {
              number: reopening.entry.number,
              reason: reopening.entry.reason,
              by: reopening.by,
              at: reopening.at,
            }
          : null,
      };
    })
    .sort((a, b) => a.number - b.number);
}

/** The closes that were not reopened, by the days they are about. */
export function standingCloses(closes: readonly ClosedPeriod[]): ClosedPeriod[] {
  return closes
    .filter(({ reopened }) => reopened === null)
    .sort((a, b) => (a.entry.from < b.entry.from ? -1 : 1));
}

/** The number of the next act: closes and reopenings are counted together, from 1, without a gap. */
export function nextNumber(closes: readonly ClosedPeriod[]): number {
  return Math.max(0, ...closes.flatMap(({ number, reopened }) => [number, reopened?.number ?? 0])) + 1;
}

const called = ({ number, entry }: ClosedPeriod): string => `${entry.period}, closed as No. ${number}`;

/**
 * Why a period cannot be closed, with what to do instead; `null` when it can. Periods are whole months, over, and closed
 * in their order without a day between them: what one closes with, the next opens with.
 */
export function closingFault(closes: readonly ClosedPeriod[], period: Period, today: Day): string | null {
  const { text, from, to } = period;
  if (from !== firstDayOf(monthOf(from)) || to !== lastDayOf(monthOf(to)))
    return `${text} is not whole months. Close a month, a quarter or a year`;
  const standing = standingCloses(closes);
  const same = standing.find(({ entry }) => entry.from === from && entry.to === to);
  if (same)
    return `${text} is closed already, as No. ${same.number}. Reopen it first, with a reason, to close it again`;
  const shared = standing.find(({ entry }) => entry.from <= to && from <= entry.to);
  const last = standing.at(-1);
  const next = last ? addDays(last.entry.to, 1) : null;
  if (shared)
    return `${text} shares days with ${called(shared)}. Close a period that begins on ${next}, or reopen what is closed`;
  if (to >= today) return `${text} is not over: its last day is ${to}. Close it from ${addDays(to, 1)} on`;
  if (!last || next === from) return null;
  return from < last.entry.from
    ? `${text} lies before ${called(last)}. Periods are closed in their order: reopen the later ones first`
    : `Periods are closed in their order, without a day between them: after ${called(last)}, the next one begins on ${next}, not on ${from}`;
}

/** Why a close cannot be reopened, with what to do instead; `null` when it can. The latest is reopened first. */
export function reopeningFault(closes: readonly ClosedPeriod[], number: number): string | null {
  const close = closes.find((one) => one.number === number);
  if (!close) return `There is no close No. ${number}`;
  if (close.reopened)
    return `${close.entry.period}, closed as No. ${number}, was reopened already, as No. ${close.reopened.number}`;
  const last = standingCloses(closes).at(-1);
  return last && last.number !== number
    ? `${called(last)}, stands after it and opens with what it closed with. Reopen No. ${last.number} first`
    : null;
}
