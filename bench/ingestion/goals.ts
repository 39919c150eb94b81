import type { Goal } from "../goals.ts";
import { short } from "../report.ts";
import type { IngestionTimes } from "./time-ingestion.ts";

/** What should hold of taking events in. */
export function ingestionGoals({ counted, raw, copy, p99, lag }: IngestionTimes): Goal[] {
  const ratio = { id: "P11", unit: "×" } as const;
  return [
    {
      ...ratio,
      what: "events taken in and counted, over HTTP, against `psql \\copy` into the same key",
      bound: "at least",
      goal: 0.2,
      measured: counted / copy,
    },
    {
      ...ratio,
      what: "the same against the same endpoint without counting",
      bound: "at least",
      goal: 0.75,
      measured: counted / raw,
    },
    {
      ...ratio,
      what: "99th percentile of answers against the same endpoint without counting",
      bound: "at most",
      goal: 2,
      measured: p99.counted / p99.raw,
    },
    {
      id: "P11",
      unit: "ms",
      what: "until everything answered for is counted",
      bound: "at most",
      goal: 2_000,
      measured: lag,
    },
  ];
}

/** What was timed, in a line. */
export function ingestionText({ counted, kept, raw, copy, p99, lag, events }: IngestionTimes): string {
  return `${events.toLocaleString("en")} events, recounted exactly after a crash: ${short(counted)} a second kept and counted (${short(kept)} kept meanwhile, 99 % of answers within ${short(p99.counted)} ms), ${short(raw)} kept without counting (${short(p99.raw)} ms), ${short(copy)} by \\copy; counted ${short(lag)} ms after the last answer`;
}
