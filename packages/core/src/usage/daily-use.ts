import type { UsageActivity } from "../facts/index.ts";
import type { AccountId, Day } from "../kernel/index.ts";

/** How often a user of an account used a feature on a day. A `login` is signing in, which is not use. */
export interface DailyUse {
  readonly accountId: AccountId;
  /** What the product calls them; `""` where nobody was named. */
  readonly userId: string;
  /** What the feature catalogue calls the feature; null: an unnamed use. */
  readonly feature: string | null;
  readonly activity: UsageActivity;
  readonly on: Day;
  readonly uses: number;
}

/** Who did something: the same name at two accounts is two people. */
export const personOf = ({ accountId, userId }: DailyUse): string => `${accountId} ${userId}`;

/** Whether it is work with the product that was done by somebody: a login is not, nor is what nobody is named for. */
export const isWork = ({ activity, uses, userId }: DailyUse): boolean =>
  activity === "use" && uses > 0 && userId !== "";
