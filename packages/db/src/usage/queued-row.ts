import type { UsageActivity } from "@termwise/core/facts";
import type { Day } from "@termwise/core/kernel";

/** A use as it stands in the queue: group, user, feature, activity, day and how many. `""`: none was named. */
export type QueuedRow = readonly [
  groupId: string,
  userId: string,
  feature: string,
  activity: UsageActivity,
  on: Day,
  uses: number,
];
