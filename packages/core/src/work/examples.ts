import type { Example } from "../glossary/index.ts";
import type { PlainRecord } from "../people/index.ts";
import type { PlainTask } from "./plain-work.ts";

/** A task, and the day it is done. */
export interface TaskCase {
  readonly task: PlainTask;
  readonly doneOn: string;
}

/** Tasks, and how they stood on the day they were done, with when they come again. */
export const taskExamples: readonly Example<TaskCase, string>[] = [
  {
    title: "On its day a task is not overdue",
    given: { task: { title: "Send the notes", due: "2026-11-20" }, doneOn: "2026-11-20" },
    expect: "today, once",
  },
  {
    title: "A day later it is",
    given: { task: { title: "Send the notes", due: "2026-11-20" }, doneOn: "2026-11-21" },
    expect: "overdue 1 d, once",
  },
  {
    title: "Every two weeks, done two days late: the series keeps its weekday",
    given: {
      task: { title: "Check open tickets", due: "2026-11-20", repeats: { every: 2, unit: "week" } },
      doneOn: "2026-11-22",
    },
    expect: "overdue 2 d, next on 2026-12-04",
  },
  {
    title: "Monthly on the 31st: the end of February, then the 31st again",
    given: {
      task: { title: "Report of use", due: "2026-01-31", repeats: { every: 1, unit: "month" } },
      doneOn: "2026-02-02",
    },
    expect: "overdue 2 d, next on 2026-02-28",
  },
  {
    title: "The month was short, the day is not forgotten",
    given: {
      task: {
        title: "Report of use",
        due: "2026-02-28",
        repeats: { every: 1, unit: "month", dayOfMonth: 31 },
      },
      doneOn: "2026-02-28",
    },
    expect: "today, next on 2026-03-31",
  },
  {
    title: "Daily, and nobody looked for five days: missed days are not made up for",
    given: {
      task: { title: "Look at the error log", due: "2026-11-16", repeats: { every: 1, unit: "day" } },
      doneOn: "2026-11-21",
    },
    expect: "overdue 5 d, next on 2026-11-22",
  },
];

/** Customers by ARR in major units, with the days to a deadline or the renewal. */
export interface RankCase {
  readonly customers: readonly {
    readonly name: string;
    readonly arr: string;
    readonly days: number | null;
    /** The chance of loss in per cent; left out: not known. */
    readonly risk?: number;
  }[];
}

/** Customers, and their order in the today queue. */
export const rankExamples: readonly Example<RankCase, string[]>[] = [
  {
    title: "ARR, risk and urgency decide, and nothing else",
    given: {
      customers: [
        { name: "Northmoor", arr: "48000", days: 0 },
        { name: "Velora", arr: "210000", days: 41 },
        { name: "Halden", arr: "180000", days: 61 },
        { name: "Quarrystone", arr: "64000", days: 161 },
      ],
    },
    expect: [
      "Velora 210 × 0.50 × 2.20 = 231",
      "Halden 180 × 0.50 × 1.48 = 133",
      "Northmoor 48 × 0.50 × 3.00 = 72",
      "Quarrystone 64 × 0.50 × 0.56 = 18",
    ],
  },
  {
    title: "A chance of loss of 59 % outranks one of 16 % with more ARR",
    given: {
      customers: [
        { name: "Velora", arr: "210000", days: 61, risk: 16 },
        { name: "Halden", arr: "180000", days: 61, risk: 59 },
      ],
    },
    expect: ["Halden 180 × 0.59 × 1.48 = 157", "Velora 210 × 0.16 × 1.48 = 50"],
  },
  {
    title: "Neither a deadline nor a renewal: the least urgency there is",
    given: { customers: [{ name: "Tamarack", arr: "6400", days: null }] },
    expect: ["Tamarack 6.4 × 0.50 × 0.50 = 1.6"],
  },
];

/** A customer, whose book is asked for, and the day. */
export interface BookCase {
  readonly record: PlainRecord;
  readonly of: string;
  readonly on: string;
}

const passed: PlainRecord = {
  attributes: [
    { attribute: "ae", value: "Theo Novak" },
    { attribute: "csm", value: "Mara Klein", from: "2026-01-01" },
    { attribute: "csm", value: "Jon Aske", from: "2026-06-01" },
  ],
};

/** Customers, and in which roles somebody held them on a day. */
export const bookExamples: readonly Example<BookCase, string[]>[] = [
  {
    title: "Until 31 May it was in her book",
    given: { record: passed, of: "Mara Klein", on: "2026-05-31" },
    expect: ["csm"],
  },
  {
    title: "From 1 June it is in that of her colleague",
    given: { record: passed, of: "Mara Klein", on: "2026-06-01" },
    expect: [],
  },
  {
    title: "Who sold it has it in the book as its AE",
    given: { record: passed, of: "Theo Novak", on: "2026-06-01" },
    expect: ["ae"],
  },
];
