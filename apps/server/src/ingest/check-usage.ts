import type { UsageActivity, UsageFact } from "@termwise/core/facts";
import {
  type AccountId,
  addDays,
  type Day,
  daysBetween,
  type Instant,
  lastDayOf,
  monthOf,
} from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { withoutDoubles } from "./doubled-keys.ts";
import { accountOfRow } from "./of-account.ts";
import type { Remarks } from "./remarks.ts";

interface Reading {
  readonly row: RowInCheck;
  readonly rows: readonly RowInCheck[];
  readonly fact: UsageFact;
}

const keyOf = ({ accountId, feature, activity, effectiveOn }: UsageFact) =>
  `${accountId} ${feature ?? ""} ${activity} ${effectiveOn}`;
const contentOf = ({ users, uses, activeDays, seats, days }: UsageFact) =>
  JSON.stringify([users, uses, activeDays, seats, days]);

/** Checks the rows of all usage files of a batch: readings of days, weeks and months, or single events. */
export function checkUsage(
  rows: readonly RowInCheck[],
  known: { readonly usage: readonly UsageFact[]; readonly index: AccountIndex },
  { recordedAt, today }: { recordedAt: Instant; today: Day },
  remarks: Remarks,
): void {
  const held = new Map(known.usage.map((reading) => [keyOf(reading), reading]));
  const told = rows.flatMap((row) => toUses(row, known.index, today, remarks));
  const events = told.filter(({ user }) => user !== null);
  const readings = told
    .filter(({ user }) => user === null)
    .map((use) => ({ row: use.row, rows: [use.row], fact: factOf(use, recordedAt) }));
  const single = withoutDoubles(
    readings,
    ({ fact }) => keyOf(fact),
    ({ fact }) => contentOf(fact),
    "date",
    remarks,
  );
  for (const reading of [...single, ...byDay(events, recordedAt)]) settle(reading, held);
}

function settle({ row, rows, fact }: Reading, held: ReadonlyMap<string, UsageFact>): void {
  const before = held.get(keyOf(fact));
  if (before && contentOf(before) === contentOf(fact)) return;
  for (const one of rows) one.outcome = before ? "changed" : "new";
  // A row may give two readings: its use, and its logins.
  row.facts = [...row.facts, fact];
  if (before) row.changes = changesOf(before, fact);
}

function changesOf(before: UsageFact, after: UsageFact) {
  return (["users", "uses", "activeDays", "seats", "days"] as const).flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ field, from: before[field]?.toString() ?? null, to: after[field]?.toString() ?? null }],
  );
}

/** What a row says of usage: a reading, or one event of a user. */
interface Use {
  readonly row: RowInCheck;
  readonly accountId: AccountId;
  readonly feature: string | null;
  readonly activity: UsageActivity;
  readonly on: Day;
  readonly days: number;
  readonly users: number | null;
  readonly uses: number | null;
  readonly activeDays: number | null;
  readonly seats: number | null;
  readonly user: string | null;
}

function readActivity(text: string): UsageActivity | null {
  const word = text.toLowerCase();
  if (/^(log ?-?in|sign ?-?in|session_start|login)s?$/.test(word)) return "login";
  return word === "use" || word === "usage" ? "use" : null;
}

function toUses(row: RowInCheck, index: AccountIndex, today: Day, remarks: Remarks): Use[] {
  const { reader } = row;
  if (row.refused) return [];
  const accountId = accountOfRow(row, index, remarks);
  const period = periodOf(row, today);
  const feature = reader.text("feature");
  const activity = reader.choice("activity", readActivity, "use, login") ?? activityOf(feature);
  const count = (field: string) => wholeNumber(row, field);
  const [users, uses, activeDays, seats] = [
    count("users"),
    count("uses"),
    count("active_days"),
    count("seats"),
  ];
  const logins = count("logins");
  const user = reader.has("users") ? null : reader.text("user_id");
  if (period && period.on > today)
    reader.problem(
      "E_VALUE",
      dateField(row),
      period.on,
      `${period.on} is after today, ${today}: nothing was used there yet.`,
      "Correct the day, or leave the row out.",
    );
  if (period && activeDays !== null && activeDays > period.days)
    reader.problem(
      "E_VALUE",
      "active_days",
      String(activeDays),
      `${activeDays} active days are more than the ${period.days} the reading covers.`,
      "Correct it, or say how many days the reading covers in a days column.",
    );
  if (users === null && uses === null && activeDays === null && logins === null && user === null)
    reader.problem(
      "E_REQUIRED",
      "users",
      null,
      "The row says neither how many people used the product, nor how often, nor on how many days.",
      "Fill in users, uses or active days; 0 where nobody used it.",
    );
  if (row.refused || accountId === null || period === null) return [];
  row.sourceKey = [accountId, feature ?? "", period.on].join(" ");
  const base = { row, accountId, feature, ...period, seats };
  const use: Use = { ...base, activity, users, uses, activeDays, user };
  if (logins === null) return [use];
  const signIns: Use = {
    ...base,
    activity: "login",
    users: null,
    uses: logins,
    activeDays: null,
    user: null,
  };
  const onlyLogins = users === null && uses === null && activeDays === null && user === null;
  return onlyLogins ? [signIns] : [use, signIns];
}

/** An event that is called a login is one, whatever its column says. */
const activityOf = (feature: string | null): UsageActivity =>
  feature !== null &&
  /^(user )?(logged in|log ?in|signed in|sign ?in|session started?)$/i.test(feature.replace(/[_-]/g, " "))
    ? "login"
    : "use";

const dateFields = ["date", "week_end", "week_start", "month"] as const;

const dateField = (row: RowInCheck): string =>
  dateFields.find((field) => row.reader.word(field) !== null) ?? "date";

/** The last day of a row's reading and how many days it covers. */
function periodOf(row: RowInCheck, today: Day): { on: Day; days: number } | null {
  const { reader } = row;
  const weekEnd = reader.day("week_end");
  if (weekEnd) return { on: weekEnd, days: 7 };
  const weekStart = reader.day("week_start");
  // A week that is still to begin is refused by the day it begins on.
  if (weekStart) return { on: weekStart > today ? weekStart : addDays(weekStart, 6), days: 7 };
  const month = reader.day("month", "last");
  if (month) return { on: lastDayOf(monthOf(month)), days: Number(lastDayOf(monthOf(month)).slice(8)) };
  const on = reader.day("date");
  const start = reader.day("period_start");
  const stated = wholeNumber(row, "days");
  if (on === null) {
    if (!row.refused)
      reader.problem("E_REQUIRED", dateField(row), null, "The day or period is missing.", "Fill it in.");
    return null;
  }
  if (start !== null && start > on) {
    reader.problem(
      "E_DATE_ORDER",
      "period_start",
      start,
      `The period starts ${start}, after it ends ${on}.`,
      "Correct one of the two days.",
    );
    return null;
  }
  const days = start !== null ? daysBetween(start, on) + 1 : (stated ?? 1);
  if (days < 1 || days > 366)
    reader.problem("E_VALUE", "days", String(days), "A reading covers 1 to 366 days.", "Correct the period.");
  return { on, days };
}

function wholeNumber(row: RowInCheck, field: string): number | null {
  const read = row.reader.number(field);
  if (read === null) return null;
  const value = Number(read.text);
  if (Number.isInteger(value) && value <= 1_000_000_000) return value;
  row.reader.problem(
    "E_NUMBER_FORMAT",
    field,
    read.text,
    `"${read.text}" is not a whole number of at most 1,000,000,000.`,
    "Write a whole number.",
  );
  return null;
}

function factOf(use: Use, recordedAt: Instant): UsageFact {
  const { row, accountId, feature, activity, on, days, users, uses, activeDays, seats } = use;
  const key = [accountId, feature ?? "", activity, on].join(" ");
  const system = row.reader.text("system") ?? row.file.system;
  return {
    kind: "usage",
    accountId,
    feature,
    activity,
    days,
    users,
    uses,
    activeDays,
    seats,
    effectiveOn: on,
    recordedAt,
    source: { system, key, file: row.file.name, line: row.line },
  };
}

/** Single events as a reading for each account, feature and day: so many events by so many people. */
function byDay(events: readonly Use[], recordedAt: Instant): Reading[] {
  const groups = new Map<string, Use[]>();
  for (const event of events) {
    const key = [event.accountId, event.feature ?? "", event.activity, event.on].join(" ");
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()].flatMap((group): Reading[] => {
    const [first] = group;
    if (!first) return [];
    const users = new Set(group.map(({ user }) => user)).size;
    const uses = group.reduce((sum, event) => sum + (event.uses ?? 1), 0);
    const seats = group.find((event) => event.seats !== null)?.seats ?? null;
    const whole: Use = { ...first, users, uses, activeDays: 1, seats };
    return [{ row: first.row, rows: group.map(({ row }) => row), fact: factOf(whole, recordedAt) }];
  });
}
