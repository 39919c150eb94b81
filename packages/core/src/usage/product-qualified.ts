import { type AccountId, addDays, type Day, groupBy } from "../kernel/index.ts";
import { type DailyUse, isWork, personOf } from "./daily-use.ts";
import { houseUsagePolicy, type UsagePolicy } from "./policy.ts";

/** An account whose use says that it is ready to buy, with the use that says so. */
export interface ProductQualified {
  readonly accountId: AccountId;
  readonly users: number;
  readonly limitHits: number;
}

/**
 * The accounts with enough active users in the days up to a day that came to a limit of their plan often enough; `limit`
 * is what the events of coming to it are called. Term: pql.
 */
export function productQualified(
  uses: readonly DailyUse[],
  limit: string,
  on: Day,
  { pqlUsers, pqlLimitHits, pqlDays }: UsagePolicy = houseUsagePolicy,
): ProductQualified[] {
  const from = addDays(on, 1 - pqlDays);
  const work = uses.filter((one) => isWork(one) && one.on >= from && one.on <= on);
  return [...groupBy(work, ({ accountId }) => accountId)]
    .map(([accountId, own]) => ({
      accountId,
      users: new Set(own.filter(({ feature }) => feature !== limit).map(personOf)).size,
      limitHits: own.reduce((sum, one) => sum + (one.feature === limit ? one.uses : 0), 0),
    }))
    .filter(({ users, limitHits }) => users >= pqlUsers && limitHits >= pqlLimitHits);
}
