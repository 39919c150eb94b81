import type { Goal } from "../goals.ts";
import { short } from "../report.ts";
import type { HealthTimes } from "./time-health.ts";

/** What should hold of the health of a book. */
export function healthGoals({ accounts, measured, sql, held, overview, scoreRows }: HealthTimes): Goal[] {
  const of = accounts.toLocaleString("en");
  return [
    {
      id: "P13",
      what: `a week of ${of} customers measured, explained and stored, against one statement that scores and inserts`,
      bound: "at most",
      goal: 1,
      unit: "×",
      measured: measured / sql,
    },
    {
      id: "P13",
      what: "the longest others waited meanwhile",
      bound: "at most",
      goal: 500,
      unit: "ms",
      measured: held,
    },
    {
      id: "P13",
      what: `overview of ${of} customers over thirteen weeks against reading its scores bare`,
      bound: "at most",
      goal: 4,
      unit: "×",
      measured: overview / scoreRows,
    },
  ];
}

/** What was timed, in a line. */
export function healthText(times: HealthTimes): string {
  const { accounts, measured, sql, grown, panel, panelRows, overview, queue, scoreRows } = times;
  return `health of ${accounts.toLocaleString("en")} customers: a week measured ${short(measured)} ms (SQL ${short(sql)} ms, ${short(grown)} MB more), overview ${short(overview)} ms, queue ${short(queue)} ms (their scores read bare ${short(scoreRows)} ms), one customer's panel ${short(panel)} ms (its rows ${short(panelRows)} ms)`;
}
