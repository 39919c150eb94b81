import type { UsageActivity } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";

/** How often a user of an account used a feature on a day. A `login` is signing in, which is not use. */
export interface StoredUse {
  readonly accountId: AccountId;
  /** What the product calls them; `""` where nobody was named. */
  readonly userId: string;
  /** What the event or the file called the feature; null: an unnamed use. */
  readonly feature: string | null;
  readonly activity: UsageActivity;
  readonly on: Day;
  readonly uses: number;
}

/** What the uses of an account on a day add up to. `activeUsers` and `features` are of use, never of logins. */
export interface AccountUse {
  readonly accountId: AccountId;
  readonly on: Day;
  readonly activeUsers: number;
  readonly logins: number;
  readonly uses: number;
  readonly features: number;
}

/** Whose usage of which days, the first and the last included. `accountIds` null: everybody's. */
export interface UsageQuestion {
  readonly accountIds: readonly AccountId[] | null;
  readonly from: Day;
  readonly to: Day;
}

/** From one day to another, the first and the last included, of everybody. */
export type UsageDays = Pick<UsageQuestion, "from" | "to">;

/** What the users of an account record did in an ISO week; `feature` null: with the product as a whole. */
export interface WeeklyUse {
  readonly accountId: AccountId;
  /** The last day of the week. */
  readonly week: Day;
  readonly feature: string | null;
  readonly activity: UsageActivity;
  readonly users: number;
  readonly uses: number;
  readonly activeDays: number;
}

/** Who used the product most at an account, and the last day they did. */
export interface MainUser {
  readonly userId: string;
  readonly lastUse: Day;
}
