import { Failure } from "@termwise/core/kernel";
import { cellText } from "../../ingest/cell-text.ts";
import { cellsOf, dateQuestion } from "../../ingest/column-readings.ts";
import { dateEvidence, pairOrder, readDay, readingOf, writtenInPairs } from "../../ingest/date-column.ts";
import { seenDate } from "../../ingest/date-shape.ts";
import { clockBehind } from "../../ingest/moments.ts";
import type { Table } from "../../ingest/read-table.ts";
import { type WrittenTime, writtenTime } from "../event-time.ts";

/** Which of the two numbers of `03/04/2026` is the day. */
export const dayOrders = ["dmy", "mdy"] as const;
/** Which of the two numbers of `03/04/2026` is the day. */
export type DayOrder = (typeof dayOrders)[number];

/** Reads a cell of a column of times, or says why it cannot be read. */
export type ReadTime = (text: string) => WrittenTime | { readonly reason: string };

/**
 * How the times of a column are read: as those of events are, else as the dates of any import, where all its cells
 * together tell whether the day or the month comes first. Where they do not tell it, somebody must say (`order`).
 */
export function timesOf(table: Table, index: number, order: DayOrder | undefined): ReadTime {
  const evidence = dateEvidence(cellsOf(table, index));
  const told = order ?? pairOrder(evidence);
  if (told === "either" && writtenInPairs(evidence))
    throw new Failure("bad_input", dateQuestion(table.headers[index] ?? "", table, index).question, {
      remedy:
        "Say it with `--dates dmy` or `--dates mdy` (over the API: `dates`), or write the days as 2026-11-28.",
    });
  const reading = readingOf(evidence, told === "either" ? null : told);
  return (text) => {
    const time = writtenTime(text);
    if (time !== null) return time;
    if (seenDate(cellText(text))?.shape.is === "month") return { reason: "is a month, not a day" };
    const read = readDay(cellText(text), reading, "first");
    if ("reason" in read) return read;
    const clock = clockBehind(text);
    return {
      time: Date.parse(`${read.day}T00:00:00Z`) + ((clock?.into ?? 0) - (clock?.ahead ?? 0)) * 1_000,
      day: (clock?.ahead ?? null) === null ? read.day : null,
    };
  };
}
