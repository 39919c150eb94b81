import { lastOfWeek, measureHealth } from "@termwise/core/health";
import { type AccountId, addDays, type Day, Failure } from "@termwise/core/kernel";
import { attributeOn, type CustomerRecord } from "@termwise/core/people";
import { loadMeasurements, loadUseDays, type Measurement, type UsageQuestion } from "@termwise/db";
import { customerOf } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { dailyUse } from "./daily-use.ts";
import { isCustomerOn, lastWeekOver } from "./measure.ts";
import { type ScoredWeek, scoredWeek } from "./scored.ts";
import { measurementOf } from "./stored-parts.ts";
import { type HealthWorld, healthWorld, policiesByDay } from "./world.ts";

/** How many weeks back an account can be looked at. */
export const weeksInSight = 104;

/** How many days of use before a week are read for it. */
const useBefore = 90;

/** A measurement of a week; one that is not kept was made when it was asked for, from what is known now of the days before. */
export interface WeekMeasured extends Measurement {
  readonly kept: boolean;
}

/** The kept measurements of an account, by week; of records that were merged the customer's own stands. */
async function keptWeeks(
  termwise: Termwise,
  { record, ids }: { record: CustomerRecord; ids: readonly AccountId[] },
  { from, to }: { from: Day; to: Day },
): Promise<Map<Day, WeekMeasured>> {
  const stored = await termwise.read((tx) => loadMeasurements(tx, { accountIds: ids, from, to }));
  const own = (one: Measurement) => one.accountId === record.accountId;
  const inOrder = [...stored.filter((one) => !own(one)), ...stored.filter(own)];
  return new Map(inOrder.map((one) => [one.week, { ...one, kept: true }]));
}

/** Measures a week as of its end, from what is known now; null where nobody was a customer. */
function measuredNow(
  { record, world }: { record: CustomerRecord; world: HealthWorld },
  week: Day,
  measuredAt: Measurement["measuredAt"],
): WeekMeasured | null {
  if (!isCustomerOn(record, week)) return null;
  const { model, version } = world.modelOf(record, week);
  const health = measureHealth(world.caseOn(record, week), model, world.policyOn(week));
  return { ...measurementOf(health, { accountId: record.accountId, version, measuredAt }), kept: false };
}

/** The world of some days, with the use of some account records, and the days on which anybody's is told of. */
async function worldOf(termwise: Termwise, asked: UsageQuestion) {
  const daily = await dailyUse(termwise, asked);
  return healthWorld(await termwise.books(), daily, await termwise.read((tx) => loadUseDays(tx, asked)));
}

/**
 * An account over its last weeks: its record, its measurements, and the world they are read in. Weeks before the first one
 * that is kept are measured as of their ends, and not kept.
 */
export async function accountWeeks(termwise: Termwise, accountId: AccountId, weeks: number) {
  const { record, rules, ids } = await customerOf(termwise, accountId);
  const today = termwise.today();
  const to = lastWeekOver(today);
  const from = addDays(to, -7 * (weeks - 1));
  const ends = Array.from({ length: weeks }, (_, index) => addDays(from, 7 * index));
  const asked = { accountIds: ids, from: addDays(from, -useBefore), to: today };
  const world = await worldOf(termwise, asked);
  const measured = await keptWeeks(termwise, { record, ids }, { from, to });
  const first = [...measured.keys()].sort()[0] ?? addDays(to, 7);
  for (const week of ends.filter((end) => end < first)) {
    const made = measuredNow({ record, world }, week, termwise.now());
    if (made) measured.set(week, made);
  }
  const series = ends.map((week): ScoredWeek => scoredWeek(week, measured.get(week) ?? null));
  const segment = attributeOn(record, "segment", today);
  const policyFor = policiesByDay(await termwise.books());
  /** The boundaries that were in force for it in a week. */
  const policyIn = (week: Day) => policyFor(segment, week);
  return { record, rules, world, policyIn, ends, measured, series, today, to };
}

/**
 * The measurement of one week of an account and the one of the week before; without a week those of the last one that was
 * measured. Throws `not_found`.
 */
export async function accountWeek(termwise: Termwise, accountId: AccountId, asked?: Day) {
  const { record, ids } = await customerOf(termwise, accountId);
  const to = lastWeekOver(termwise.today());
  const from = addDays(to, -7 * (weeksInSight - 1));
  const books = await termwise.books();
  const lately = { from: addDays(asked ?? to, -7 * (asked === undefined ? 8 : 1)), to: asked ?? to };
  const near = await keptWeeks(termwise, { record, ids }, lately);
  // Who is no customer any more was measured longer ago.
  const kept =
    asked === undefined && near.size < 2 ? await keptWeeks(termwise, { record, ids }, { from, to }) : near;
  const week = asked ?? [...kept.keys()].sort().at(-1);
  const known = week !== undefined && kept.get(week);
  if (known)
    return {
      record,
      world: healthWorld(books),
      found: known,
      before: kept.get(addDays(known.week, -7)),
    };
  if (week === undefined || week < from || week > to || lastOfWeek(week) !== week) throw noWeek();
  const use = { accountIds: ids, from: addDays(week, -useBefore), to: week };
  const world = await worldOf(termwise, use);
  const found = measuredNow({ record, world }, week, termwise.now());
  if (!found) throw noWeek();
  const before = measuredNow({ record, world }, addDays(week, -7), termwise.now());
  return { record, world, found, before: before ?? undefined };
}

const noWeek = () => new Failure("not_found", "Nothing was measured of this account for that week");
