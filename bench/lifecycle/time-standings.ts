import type { Day } from "@termwise/core/kernel";
import { gatesOn, standingOn } from "@termwise/core/lifecycle";
import type { CustomerRecord } from "@termwise/core/people";
import type { Goal } from "../goals.ts";
import { interleaved, type Timings } from "../measure/rounds.ts";
import { short } from "../report.ts";
import { type Customers, customersOf } from "./customers.ts";

/** Where all customers stand, timed beside the plain way, on a small board and a large one. */
export interface StandingTimes {
  readonly customers: Customers;
  readonly small: number;
  readonly timings: Timings;
}

const sizes = { small: 500, large: 5_000 } as const;

/** Times the standings of a board that was never asked for before, beside every gate asked on every day of one. */
export async function timeStandings(rounds: number): Promise<StandingTimes> {
  const [small, large] = [customersOf(sizes.small), customersOf(sizes.large)];
  const timings = await interleaved(
    [
      { name: "standings", run: () => standingsOf(large) },
      { name: "standings, small", run: () => standingsOf(small) },
      { name: "gates by days, small", run: () => gatesByDays(small) },
    ],
    rounds,
  );
  return { customers: large, small: small.records.length, timings };
}

/** A record nothing is known of yet: what was computed from a customer is kept by its lists. */
const anew = (record: CustomerRecord): CustomerRecord => ({
  ...record,
  lines: [...record.lines],
  usage: [...record.usage],
});

function standingsOf({ records, rules, on }: Customers): number {
  let spans = 0;
  for (const record of records) spans += standingOn(anew(record), rules, on).history.length;
  return spans;
}

/** The plain way: all three gates, on every day on which something of the customer is on record. */
function gatesByDays({ records, rules, on }: Customers): number {
  let passed = 0;
  for (const one of records) {
    const record = anew(one);
    for (const day of daysOf(record, on)) if (gatesOn(record, rules, day).adopted.passed) passed++;
  }
  return passed;
}

function daysOf({ lines, journal, usage }: CustomerRecord, on: Day): ReadonlySet<Day> {
  const days = [
    ...lines.map(({ startsOn }) => startsOn),
    ...journal.map(({ effectiveOn }) => effectiveOn),
    ...usage.map(({ effectiveOn }) => effectiveOn),
  ];
  return new Set(days.filter((day) => day <= on));
}

/** What should hold of them. */
export function standingGoals({ customers, small, timings }: StandingTimes): Goal[] {
  const fastest = (name: string): number => timings.get(name)?.fastest ?? Number.NaN;
  const accounts = customers.records.length;
  const each = { large: fastest("standings") / accounts, small: fastest("standings, small") / small };
  const ratio = { id: "P10", unit: "×" } as const;
  return [
    {
      ...ratio,
      what: "where customers stand against every gate on every day on record",
      bound: "at least",
      goal: 5,
      measured: fastest("gates by days, small") / fastest("standings, small"),
    },
    {
      ...ratio,
      what: `one customer of ${accounts.toLocaleString("en")} against one of ${small.toLocaleString("en")}`,
      bound: "at most",
      goal: 2,
      measured: each.large / each.small,
    },
    {
      id: "P10",
      unit: "ms",
      what: `where ${accounts.toLocaleString("en")} customers stand, for the first time`,
      bound: "at most",
      goal: 2_000,
      measured: fastest("standings"),
    },
  ];
}

/** What was timed, in a line. */
export function standingsText({ customers, timings }: StandingTimes): string {
  const { records, entries, readings } = customers;
  const count = (number: number) => number.toLocaleString("en");
  const timing = timings.get("standings");
  return `${count(records.length)} customers with ${count(entries)} entries and ${count(readings)} readings: standings ${short(timing?.median ?? Number.NaN)} ms (${short(timing?.fastest ?? Number.NaN)})`;
}
