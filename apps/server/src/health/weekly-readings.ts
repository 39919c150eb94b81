import type { UsageFact } from "@termwise/core/facts";
import { eventSystem, lastOfWeek } from "@termwise/core/health";
import { addDays } from "@termwise/core/kernel";
import {
  appendFacts,
  findReopened,
  holdWriterLane,
  loadWeeklyUse,
  readReopened,
  type WeeklyUse,
} from "@termwise/db";
import type { Termwise } from "../termwise.ts";

/** How many weeks that are over are looked at again: an event that came late opens its week anew. */
const weeksAgain = 6;

const keyOf = ({ accountId, week, feature, activity }: WeeklyUse): string =>
  [accountId, feature ?? "", activity, week].join(" ");
const contentOf = ({ users, uses, activeDays }: Pick<UsageFact, "users" | "uses" | "activeDays">): string =>
  JSON.stringify([users, uses, activeDays]);

/**
 * Puts what events add up to in weeks that are over into the ledger as readings of usage, so that stages are told from
 * events as from files. A week whose sums changed gets a later version, however long it is over: how far back late events
 * reach is told by their counting. Returns how many readings are new.
 */
export async function readWeeks(whole: Termwise): Promise<number> {
  const to = addDays(lastOfWeek(whole.today()), -7);
  const usual = addDays(to, 1 - 7 * weeksAgain);
  // Looked up before the weeks are: what comes meanwhile is told of anew.
  const reopened = await whole.read(findReopened);
  const late = reopened === null ? usual : addDays(lastOfWeek(reopened.from), -6);
  const [from = usual] = [late, usual].sort();
  const weeks = await whole.read((tx) => loadWeeklyUse(tx, { from, to }));
  if (weeks.length === 0) return 0;
  const books = await whole.books();
  const held = new Map(
    books.known.now.usage.flatMap((fact) =>
      fact.source.system === eventSystem ? [[fact.source.key, contentOf(fact)] as const] : [],
    ),
  );
  const recordedAt = whole.now();
  const fresh = weeks.flatMap((week): UsageFact[] => {
    const { accountId, feature, activity, users, uses, activeDays } = week;
    const key = keyOf(week);
    if (held.get(key) === contentOf({ users, uses, activeDays })) return [];
    return [
      {
        kind: "usage",
        accountId,
        feature: feature === "" ? null : feature,
        activity,
        days: 7,
        users,
        uses,
        activeDays,
        seats: null,
        effectiveOn: week.week,
        recordedAt,
        source: { system: eventSystem, key, file: null, line: null },
      },
    ];
  });
  if (fresh.length === 0 && reopened === null) return 0;
  await whole.write(async (tx) => {
    await holdWriterLane(tx);
    if (fresh.length > 0) await appendFacts(tx, { usage: fresh });
    if (reopened !== null) await readReopened(tx, reopened);
  });
  return fresh.length;
}
