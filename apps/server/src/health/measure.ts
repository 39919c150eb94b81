import { setImmediate } from "node:timers/promises";
import { lastOfWeek, measureHealth, weekEnds } from "@termwise/core/health";
import { type AccountId, addDays, type Day, later } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { addMeasurements, lastMeasured, loadUseDays, type NewMeasurement } from "@termwise/db";
import { breath } from "../breath.ts";
import type { Termwise } from "../termwise.ts";
import { useInParts } from "./daily-use.ts";
import { healthWorld } from "./world.ts";

/** How many weeks back an account that was never measured is measured as of their ends. */
export const weeksBack = 60;
/** How many days of use before a week are read for it. */
const useBefore = 90;
/** Customers that are looked at in one go: a millisecond or two. */
const fewAtOnce = 40;

/** The last end of a week that is over on a day. */
export const lastWeekOver = (today: Day): Day => addDays(lastOfWeek(today), -7);

/** Whether a customer held anything on a day. */
export function isCustomerOn({ movements }: Pick<CustomerRecord, "movements">, on: Day): boolean {
  const told: string[] = [];
  for (let at = movements.length - 1; at >= 0; at--) {
    const movement = movements[at]!;
    // The last one of a currency tells.
    if (movement.on > on || told.includes(movement.currency)) continue;
    if (movement.balance > 0n) return true;
    told.push(movement.currency);
  }
  return false;
}

/**
 * Measures every customer for the ends of weeks that are over and were not measured yet, each as of that day: with the
 * model, the thresholds and what is known of the days up to it. Whatever was measured stays. Returns how many are new.
 */
export async function measureDue(whole: Termwise): Promise<number> {
  let count = 0;
  let stored = Promise.resolve(0);
  // A part is stored while the next one is measured.
  for await (const made of measurementsDue(whole)) {
    count += await stored;
    stored = whole.write((tx) => addMeasurements(tx, made));
    stored.catch(() => {});
  }
  return count + (await stored);
}

/** What is due to be measured, some customers at a time: what they are told apart by does not change what is measured. */
export async function* measurementsDue(whole: Termwise, atOnce?: number): AsyncIterable<NewMeasurement[]> {
  const until = lastWeekOver(whole.today());
  const earliest = addDays(until, -7 * (weeksBack - 1));
  const books = await whole.books();
  const accountIds = books.ledgers().map(({ accountId }) => accountId);
  // A week later most were measured for the one before.
  const last = await whole.read((tx) => lastMeasured(tx, { accountIds, recent: addDays(until, -7) }));
  const behind: { readonly accountId: AccountId; readonly weeks: readonly Day[] }[] = [];
  for (const [n, ledger] of books.ledgers().entries()) {
    const known = last.get(ledger.accountId);
    const from = known === undefined ? earliest : later(addDays(known, 7), earliest);
    const weeks = weekEnds(from, until).filter((week) => isCustomerOn(ledger, week));
    if (weeks.length > 0) behind.push({ accountId: ledger.accountId, weeks });
    if (n % fewAtOnce === 0) await breath();
  }
  const first = behind.flatMap(({ weeks }) => weeks.slice(0, 1)).sort()[0];
  if (first === undefined) return;
  const days = { from: addDays(first, -useBefore), to: until };
  const told = await whole.read((tx) => loadUseDays(tx, days));
  const measuredAt = whole.now();
  for await (const { daily, customers } of useInParts(whole, behind, days, atOnce)) {
    const world = healthWorld(books, daily, told);
    const made: NewMeasurement[] = [];
    for (const [n, { accountId, weeks }] of customers.entries()) {
      // What is stored meanwhile goes on only where others are let in.
      if (n % fewAtOnce === 0) await setImmediate();
      const record = world.records.get(accountId);
      if (!record) continue;
      for (const week of weeks) {
        const { model, version } = world.modelOf(record, week);
        const health = measureHealth(world.caseOn(record, week), model, world.policyOn(week));
        made.push({ accountId, version, measuredAt, health });
        await breath();
      }
    }
    if (made.length > 0) yield made;
  }
}
