import type { AccountEntry, JournalFact } from "../facts/index.ts";
import { AccountId, addDays, day, EntryId, epochDay, instant } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { FoundLine } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";
import { type AccountUseReading, dayRead, useSeries } from "./use-series.ts";
import { lastOfWeek } from "./weeks.ts";

/** The day everything is judged on, a Sunday. */
export const today = day("2026-06-07");

let count = 0;
const newId = (): string => {
  count += 1;
  return `ent_${count}`;
};
/** An entry put on record on a day. */
export const said = (on: string, entry: AccountEntry, id = newId()): JournalFact => ({
  kind: "journal",
  entryId: EntryId.parse(id),
  accountId: AccountId.parse("acc_1"),
  at: instant(`${on}T09:00:00Z`),
  by: null,
  withdrawn: null,
  entry,
  effectiveOn: day(on),
  recordedAt: instant(`${on}T09:00:00Z`),
  source: { system: "test", key: id, file: null, line: null },
});
/** The record of an account with some entries. */
export const recordOf = (...journal: JournalFact[]): CustomerRecord => ({
  accountId: AccountId.parse("acc_1"),
  attributes: [],
  lines: [],
  movements: [],
  journal: journal.sort((a, b) => (a.at < b.at ? -1 : 1)),
  usage: [],
});
/** Use on every weekday up to a day, the same each day. */
export const used = (from: string, to: string, activeUsers: number, logins = activeUsers) => {
  const days: AccountUseReading[] = [];
  for (let on = day(from); on <= to; on = addDays(on, 1)) {
    const weekend = lastOfWeek(on) === on || lastOfWeek(on) === addDays(on, 1);
    const end = epochDay(on);
    if (!weekend) days.push(dayRead({ end, activeUsers, logins, uses: activeUsers * 5, features: 4 }));
  }
  return days;
};
/** What health is read from; where days of use are given, it is known of until today. */
export const caseOf = (more: Partial<HealthCase> & { days?: AccountUseReading[] } = {}): HealthCase => {
  const { days = [], ...rest } = more;
  return {
    record: recordOf(),
    series: useSeries([], days),
    seats: 40,
    icpFit: null,
    told: {
      useUntil: days.length > 0 || more.series ? today : null,
      ticketsSince: day("2026-01-01"),
      touchesSince: day("2026-01-01"),
    },
    on: today,
    ...rest,
  };
};
/** An answer to the NPS. */
export const nps = (on: string, score: number, more: object = {}) =>
  said(on, {
    of: "survey_answer",
    survey: "nps",
    score,
    contactId: null,
    person: "Ana",
    about: null,
    comment: null,
    ...more,
  });
/** A support ticket. */
export const ticket = (on: string, severity: "low" | "normal" | "high" | "urgent", solved: string | null) =>
  said(on, {
    of: "support_ticket",
    ticket: `T${on}`,
    subject: null,
    severity,
    area: "Reports",
    solvedAt: solved === null ? null : instant(`${solved}T12:00:00Z`),
    contacts: 1,
    reopened: false,
    escalated: false,
  });

/** A line of today that gives a share of its parts; null: it is not known. */
export const lineOf = (share: number | null, weight: number): FoundLine => ({
  ...{ what: "profile", says: "fit", numbers: [50], quote: null, until: null },
  ...{ on: epochDay(today), share, weight },
});
