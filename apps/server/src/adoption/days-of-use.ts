import type { UsageFact } from "@termwise/core/facts";
import { eventSystem, lastOfWeek } from "@termwise/core/health";
import { type AccountId, addDays, type Day, groupBy } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { Feature } from "@termwise/core/usage";
import { dayStamps, loadDailyUse, loadUseDays } from "@termwise/db";
import { breath } from "../breath.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";

/** How many days single days are read of; what is older is told by its weeks. */
const daysBack = 730;
/** Weeks that pages show use of, whenever a feature was released. */
const weeksShown = 26;
/** Uses that are read in one go, about: of how many accounts that is shows when some are read. */
const atOnce = 20_000;
const accountsFirst = 100;
const mostAccounts = 5_000;
/** What took longer than this to read is not read anew for as long, even where more was counted: milliseconds. */
const slow = 2_000;
const keptFor = 600_000;

/** Use of features by the day: of each customer, by feature. */
export type DaysOfUse = ReadonlyMap<AccountId, readonly UsageFact[]>;

interface Kept {
  readonly key: string;
  /** When uses were last counted on any of the days; null: nobody says so. */
  readonly stamp: string | null;
  readonly days: Promise<DaysOfUse>;
  until: number;
}

/** By the account records it is of: what else is put on record of a customer says nothing of its use. */
const kept = new WeakMap<Books["known"]["now"]["accounts"], Kept>();

const none: DaysOfUse = new Map();

/** The day from which on days are read: the first of the week of the earliest release, two years back at most. */
function firstDay(features: readonly Feature[], on: Day): Day {
  const released = features.flatMap(({ gaOn }) => gaOn ?? []);
  const [wanted = on] = [addDays(on, -7 * weeksShown), ...released].sort();
  const [, from = wanted] = [wanted, addDays(on, -daysBack)].sort();
  return addDays(lastOfWeek(from), -6);
}

/**
 * What events add up to on each day, for customers that somebody sees and features of the catalogue, the running week too.
 * When a feature was tried, and in which week after its release it was used how often, cannot be told from calendar weeks.
 */
export async function daysOfUse(
  termwise: Termwise,
  books: Books,
  features: readonly Feature[],
): Promise<DaysOfUse> {
  const on = termwise.today();
  const from = firstDay(features, on);
  const names = new Set<string | null>(features.map(({ feature }) => feature));
  const key = JSON.stringify([from, on, [...names]]);
  const began = performance.now();
  const { accounts } = books.known.now;
  const fresh = (stamp?: string | null) => {
    const before = kept.get(accounts);
    if (before?.key !== key) return null;
    return began < before.until || (stamp && before.stamp === stamp) ? before.days : null;
  };
  const before = fresh();
  if (before) return before;
  const stamp = await stampOf(termwise, { from, to: on });
  const same = fresh(stamp);
  if (same) return same;
  // Who asks while it is being read waits for the same.
  const now: Kept = {
    key,
    stamp,
    days: daysRead(termwise, books, { names, from, on }),
    until: Number.POSITIVE_INFINITY,
  };
  kept.set(accounts, now);
  try {
    const days = await now.days;
    const ended = performance.now();
    now.until = ended - began > slow ? ended + keptFor : 0;
    return days;
  } catch (cause) {
    if (kept.get(accounts) === now) kept.delete(accounts);
    throw cause;
  }
}

/** What is another once more was counted on a day. Of usage that is kept elsewhere nothing says so. */
async function stampOf({ db, read }: Termwise, days: { readonly from: Day; readonly to: Day }) {
  if (db.usage) return null;
  const stamps = await read((tx) => dayStamps(tx, days));
  return JSON.stringify([...stamps].sort());
}

interface Asked {
  readonly names: ReadonlySet<string | null>;
  readonly from: Day;
  readonly on: Day;
}

async function daysRead(termwise: Termwise, books: Books, { names, from, on }: Asked): Promise<DaysOfUse> {
  const told = await termwise.read((tx) => loadUseDays(tx, { from, to: on }));
  if (told.length === 0) return none;
  const { ofAccount } = customerRecords(books);
  const ids = books.known.now.accounts.map(({ accountId }) => accountId);
  const recordedAt = termwise.now();
  const days = new Map<AccountId, UsageFact[]>();
  let size = accountsFirst;
  for (let at = 0; at < ids.length; ) {
    const asked = { accountIds: ids.slice(at, at + size), from, to: on };
    const read = await termwise.read((tx) => loadDailyUse(tx, asked));
    at += size;
    size = Math.max(1, Math.min(2 * size, mostAccounts, Math.floor((size * atOnce) / (read.length + 1))));
    const own = read
      .filter(({ feature, activity, uses }) => names.has(feature) && activity === "use" && uses > 0)
      .map((use) => ({ ...use, accountId: ofAccount(use.accountId) }));
    for (const uses of groupBy(own, (use) => `${use.accountId} ${use.on} ${use.feature}`).values()) {
      const [{ accountId, on: effectiveOn, feature }] = uses as [(typeof uses)[number]];
      const fact: UsageFact = {
        kind: "usage",
        accountId,
        feature,
        activity: "use",
        days: 1,
        users: new Set(uses.flatMap(({ userId }) => userId || [])).size,
        uses: uses.reduce((sum, one) => sum + one.uses, 0),
        activeDays: 1,
        seats: null,
        effectiveOn,
        recordedAt,
        source: {
          system: eventSystem,
          key: `${accountId} ${feature} ${effectiveOn}`,
          file: null,
          line: null,
        },
      };
      const held = days.get(accountId) ?? [];
      held.push(fact);
      days.set(accountId, held);
      await breath();
    }
    await breath();
  }
  return days;
}

/** The readings of a customer's use by feature: what events tell, by the day where days are on record, else by the week. */
export function usageByDay({ accountId, usage }: CustomerRecord, days: DaysOfUse): UsageFact[] {
  const own = days.get(accountId) ?? [];
  const weekOf = (feature: string | null, on: Day) => `${lastOfWeek(on)} ${feature}`;
  const told = new Set(own.map(({ feature, effectiveOn }) => weekOf(feature, effectiveOn)));
  const readings = usage.flatMap((reading) =>
    reading.withdrawn ||
    reading.feature === null ||
    (reading.activity === "use" &&
      reading.source.system === eventSystem &&
      told.has(weekOf(reading.feature, reading.effectiveOn)))
      ? []
      : [reading.accountId === accountId ? reading : { ...reading, accountId }],
  );
  return own.length === 0 ? readings : [...readings, ...own];
}
