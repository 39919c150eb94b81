import { field } from "./field.ts";
import { ofAccountFields } from "./of-account.ts";

/** The fields of a file of product usage. */
export const usageFields = [
  ...ofAccountFields,
  field(
    "date",
    "date",
    "The day of the usage, or the last day a reading covers.",
    "day, usage date, activity date, event date, as of, as of date, snapshot date, period end, ends on, end date, reading date, timestamp, time, event time, occurred at, created at, sent at, report date, datum",
  ),
  field(
    "week_start",
    "date",
    "The first day of the week a reading covers.",
    "week, week of, week starting, week commencing, week beginning",
  ),
  field("week_end", "date", "The last day of the week a reading covers.", "week ending, week ended"),
  field("month", "date", "The month a reading covers.", "usage month, year month, period month"),
  field(
    "period_start",
    "date",
    "The first day a reading covers; `date` is then the last.",
    "starts on, start date, period begin, from",
  ),
  field(
    "days",
    "number",
    "How many days a reading covers, the last of them `date`.",
    "window days, period days, window",
  ),
  field(
    "feature",
    "text",
    "The feature used. Without one the reading is of the product as a whole.",
    "feature name, event, event name, event type, module, area, action, product area, capability",
  ),
  field(
    "activity",
    "word",
    "What is counted: `use`, or `login`, which is not use.",
    "activity type, kind, metric type",
  ),
  field(
    "users",
    "number",
    "Distinct people who used it in the period.",
    "active users, unique users, unique visitors, visitors, active visitors, number of users, user count, distinct users, active seats, seats used, weekly active users, wau, monthly active users, mau, daily active users, dau, active user count",
  ),
  field(
    "user_id",
    "text",
    "Who used it, where a row is a single event.",
    "user, anonymous id, distinct id, user email, email, person id, actor",
  ),
  field(
    "uses",
    "number",
    "How often it was used.",
    "count, events, event count, event totals, number of events, event volume, hits, usage, usage count, total events, actions, sessions, completions, times used",
  ),
  field(
    "active_days",
    "number",
    "On how many days of the period it was used.",
    "days active, days used, active day count",
  ),
  field(
    "logins",
    "number",
    "How often people signed in: kept apart, since a login is not use.",
    "login count, sign ins, logins count, number of logins",
  ),
  field(
    "seats",
    "number",
    "Licensed seats.",
    "licensed seats, licenses, licences, licensed users, seat count, total seats, purchased seats, contracted seats, seats licensed, seats purchased",
  ),
  field("system", "text", "The system the readings come from.", "source system, source"),
];
