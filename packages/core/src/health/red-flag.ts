import { z } from "zod";
import { Day, epochDay } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";

const count = z.int().min(0).max(1_000_000_000);
const answer = z.int().min(0).max(10);

const conditions = [
  /** Logins in the `days` days before, and in as many days after. */
  z.strictObject({
    what: z.literal("logins_fell"),
    before: z.int().min(0),
    after: z.int().min(0),
    days: z.int().min(1).max(366),
  }),
  /** The champion of the account left the customer, or moved away from the product. */
  z.strictObject({ what: z.literal("champion_gone"), how: z.enum(["left", "moved"]) }),
  /** How many times the customer declined to meet about the renewal. */
  z.strictObject({ what: z.literal("renewal_meeting_declined"), times: count }),
  /** An integration that stopped on a day, and the day it worked again, if it does. */
  z.strictObject({
    what: z.literal("integration_broken"),
    key: z.boolean(),
    since: Day,
    mended: Day.nullable(),
  }),
  /** Two answers to the NPS, one after the other, and the days between them. */
  z.strictObject({ what: z.literal("nps_fell"), before: answer, after: answer, days: count }),
  /** How many days the main user has not used the product. */
  z.strictObject({ what: z.literal("main_user_idle"), days: count }),
  /** How many of our latest mails in a row the champion left unanswered. */
  z.strictObject({ what: z.literal("champion_silent"), mails: count }),
] as const;

/** What was seen at a customer that may call for action at once. */
export const RedFlagCondition = z.discriminatedUnion("what", conditions);
/** What was seen at a customer that may call for action at once. */
export type RedFlagCondition = z.infer<typeof RedFlagCondition>;

/** What is needed besides a condition: the day it is judged on, and which days of the week are working days (Monday 1). */
export interface JudgedOn {
  readonly on: Day;
  readonly workingDays: readonly number[];
}

/** Working days after `since`, up to and including `until`. */
function workingDaysBetween(since: Day, until: Day, workingDays: readonly number[]): number {
  let days = 0;
  for (let at = epochDay(since) + 1; at <= epochDay(until); at++) {
    if (workingDays.includes(((at + 3) % 7) + 1)) days += 1;
  }
  return days;
}

/**
 * Whether a condition holds, by the thresholds of the policy. Alone, an idle main user and a silent champion raise no
 * flag: they are parts of rules that join conditions; see {@link raisesRedFlag}.
 */
export function conditionHolds(
  condition: RedFlagCondition,
  { on, workingDays }: JudgedOn,
  policy: HealthPolicy = houseHealthPolicy,
): boolean {
  switch (condition.what) {
    case "logins_fell": {
      const { before, after, days } = condition;
      const fallen = before > 0 && (before - after) * 100 >= before * policy.loginDropPercent;
      return fallen && days <= policy.loginDropDays;
    }
    case "champion_gone":
      return true;
    case "renewal_meeting_declined":
      return condition.times >= policy.declinedMeetings;
    case "integration_broken": {
      const until = condition.mended !== null && condition.mended < on ? condition.mended : on;
      return (
        condition.key && workingDaysBetween(condition.since, until, workingDays) > policy.integrationDays
      );
    }
    case "nps_fell": {
      const { before, after, days } = condition;
      return before >= policy.npsFellFrom && after <= policy.npsFellTo && days <= policy.npsCycleDays;
    }
    case "main_user_idle":
      return condition.days >= policy.idleUserDays;
    case "champion_silent":
      return condition.mails >= policy.unansweredEmails;
  }
}

const onlyTogether: ReadonlySet<RedFlagCondition["what"]> = new Set(["main_user_idle", "champion_silent"]);

/**
 * Whether what was seen raises one red flag: all of the conditions hold, and there are two of them at least, or one that
 * stands alone. Term: red-flag. Source of the thresholds: practice of Sales and Customer Success.
 */
export function raisesRedFlag(
  seen: readonly RedFlagCondition[],
  judged: JudgedOn,
  policy: HealthPolicy = houseHealthPolicy,
): boolean {
  const alone = seen.length === 1 && seen.every(({ what }) => !onlyTogether.has(what));
  return (alone || seen.length > 1) && seen.every((condition) => conditionHolds(condition, judged, policy));
}
