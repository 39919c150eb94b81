import type { UsageFact } from "@termwise/core/facts";
import { eventSystem, lastOfWeek, weekEnds } from "@termwise/core/health";
import { addDays, groupBy } from "@termwise/core/kernel";
import {
  appendFacts,
  findReopened,
  holdWriterLane,
  loadWeeklyUse,
  readReopened,
  type WeeklyUse,
} from "@termwise/db";
import { breath } from "../breath.ts";
import type { Termwise } from "../termwise.ts";

/** How many weeks that are over are looked at again: an event that came late opens its week anew. */
const weeksAgain = 6;

const keyOf = ({ accountId, week, feature, activity }: WeeklyUse): string =>
  [accountId, feature ?? "", activity, week].join(" ");
const contentOf = ({ users, uses, activeDays }: Pick<UsageFact, "users" | "uses" | "activeDays">): string =>
  JSON.stringify([users, uses, activeDays]);

/** Readings that are put down in one transaction: the writer lane is not held for long. */
const atOnce = 5_000;

/**
 * Puts what events add up to in weeks that are over into the ledger as readings of usage, so that stages are told from
 * events as from files. A week whose sums changed gets a later version, however long it is over: how far back late events
 * reach is told by their counting. One week is read and held at a time. Returns how many readings are new.
 */
export async function readWeeks(whole: Termwise): Promise<number> {
  const to = addDays(lastOfWeek(whole.today()), -7);
  const usual = addDays(to, 1 - 7 * weeksAgain);
  // Looked up before the weeks are: what comes meanwhile is told of anew.
  const reopened = await whole.read(findReopened);
  const late = reopened === null ? usual : addDays(lastOfWeek(reopened.from), -6);
  const [from = usual] = [late, usual].sort();
  const told = groupBy(
    (await whole.books()).known.now.usage.filter(
      ({ source, effectiveOn }) => effectiveOn >= from && source.system === eventSystem,
    ),
    ({ effectiveOn }) => effectiveOn,
  );
  const recordedAt = whole.now();
  let count = 0;
  for (const week of weekEnds(from, to)) {
    const read = await whole.read((tx) => loadWeeklyUse(tx, { from: addDays(week, -6), to: week }));
    const fresh = freshOf(read, told.get(week) ?? []).map((use) => readingOf(use, recordedAt));
    for (let at = 0; at < fresh.length; at += atOnce)
      await whole.write(async (tx) => {
        await holdWriterLane(tx);
        await appendFacts(tx, { usage: fresh.slice(at, at + atOnce) });
      });
    count += fresh.length;
    await breath();
  }
  if (reopened !== null) await whole.write((tx) => readReopened(tx, reopened));
  return count;
}

/** The sums of a week that are not told as they are. */
function freshOf(read: readonly WeeklyUse[], told: readonly UsageFact[]): WeeklyUse[] {
  const held = new Map(told.map((fact) => [fact.source.key, contentOf(fact)]));
  return read.filter((use) => held.get(keyOf(use)) !== contentOf(use));
}

const readingOf = (use: WeeklyUse, recordedAt: UsageFact["recordedAt"]): UsageFact => ({
  kind: "usage",
  accountId: use.accountId,
  feature: use.feature === "" ? null : use.feature,
  activity: use.activity,
  days: 7,
  users: use.users,
  uses: use.uses,
  activeDays: use.activeDays,
  seats: null,
  effectiveOn: use.week,
  recordedAt,
  source: { system: eventSystem, key: keyOf(use), file: null, line: null },
});
