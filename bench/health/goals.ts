import type { Goal } from "../goals.ts";
import { short } from "../report.ts";
import type { HealthTimes } from "./time-health.ts";

/** What should hold of the health of a book. */
export function healthGoals(of: HealthTimes): Goal[] {
  const { measured, measuredFirst, sql, sqlExplained, held, overview, scoreRows, weighed } = of;
  const all = of.accounts.toLocaleString("en");
  return [
    {
      id: "P13",
      what: `a week of ${all} customers measured, explained and stored, against one statement that scores and inserts`,
      bound: "at most",
      goal: 1,
      unit: "×",
      measured: measured / sql,
    },
    {
      id: "P13",
      what: "the same against one statement that stores too what each line was read from",
      bound: "at most",
      goal: 1,
      unit: "×",
      measured: measured / sqlExplained,
    },
    {
      id: "P13",
      what: "the week after a start: their use is read first",
      bound: "at most",
      goal: 8,
      unit: "×",
      measured: measuredFirst / sql,
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
      what: `a week of ${all} customers weighed anew under a model, of thirteen at once, against measuring it`,
      bound: "at most",
      goal: 0.1,
      unit: "×",
      measured: weighed / 13 / measured,
    },
    {
      id: "P13",
      what: `overview of ${all} customers over thirteen weeks against reading its scores bare`,
      bound: "at most",
      goal: 4,
      unit: "×",
      measured: overview / scoreRows,
    },
    {
      id: "P13",
      what: `features and plays of ${all} customers for the first time, against reading their use bare`,
      bound: "at most",
      goal: 12,
      unit: "×",
      measured: of.listsFirst / of.useRows,
    },
    {
      id: "P13",
      what: "the same again",
      bound: "at most",
      goal: 3,
      unit: "×",
      measured: of.lists / of.useRows,
    },
    {
      id: "P13",
      what: "the longest others waited for the first",
      bound: "at most",
      goal: 500,
      unit: "ms",
      measured: of.listsHeld,
    },
  ];
}

/** What was timed, in a line. */
export function healthText(times: HealthTimes): string {
  const {
    accounts,
    measured,
    measuredFirst,
    sql,
    sqlExplained,
    grown,
    held,
    collected,
    weighed,
    weighedFirst,
    panel,
    panelRows,
    overview,
    queue,
    scoreRows,
  } = times;
  return `health of ${accounts.toLocaleString("en")} customers: a week measured ${short(measured)} ms (for the first time, their use read too, ${short(measuredFirst)} ms; SQL ${short(sql)} ms, ${short(sqlExplained)} ms with what lines were read from, ${short(grown)} MB more; others waited ${short(held)} ms at the longest, the longest collection of garbage took ${short(collected)} ms), thirteen weeks weighed anew ${short(weighed)} ms (${short(weighedFirst)} ms when their readings are not held), overview ${short(overview)} ms, queue ${short(queue)} ms (their scores read bare ${short(scoreRows)} ms), one customer's panel ${short(panel)} ms (its rows ${short(panelRows)} ms), features and plays for the first time ${short(times.listsFirst)} ms, again ${short(times.lists)} ms (use read bare ${short(times.useRows)} ms)`;
}
