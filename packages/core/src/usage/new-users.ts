import type { NewUser } from "../adoption/index.ts";
import { type Day, earlier, groupBy } from "../kernel/index.ts";
import { type DailyUse, isWork, personOf } from "./daily-use.ts";

/** The people who began in some days, each with the first day of everything they did up to a day, read off single uses. */
export function newUsers(
  uses: readonly DailyUse[],
  { from, to }: { readonly from: Day; readonly to: Day },
): NewUser[] {
  const named = uses.filter(({ userId, on, uses: count }) => userId !== "" && count > 0 && on <= to);
  return [...groupBy(named, personOf)].flatMap(([user, own]) => {
    const beganOn = own.reduce((first, { on }) => earlier(first, on), own[0]!.on);
    if (beganOn < from) return [];
    const first = new Map<string, Day>();
    for (const one of own) {
      if (!isWork(one) || one.feature === null) continue;
      const before = first.get(one.feature);
      if (before === undefined || one.on < before) first.set(one.feature, one.on);
    }
    return [{ user, beganOn, did: [...first].map(([action, on]) => ({ action, on })) }];
  });
}
