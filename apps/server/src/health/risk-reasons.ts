import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import { type RiskReason, reasonsOf } from "@termwise/core/plays";
import { loadLatestMeasurements } from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { healthOf } from "./stored-parts.ts";

/** How many weeks back what was measured last of an account still tells what keeps its score low. */
const weeks = 4;

/** What keeps the scores of some accounts low, by what was measured of each last. */
export async function riskReasons(
  termwise: Termwise,
  accountIds: readonly AccountId[],
  week: Day,
): Promise<ReadonlyMap<string, readonly RiskReason[]>> {
  const from = addDays(week, -7 * (weeks - 1));
  const found = await termwise.read((tx) => loadLatestMeasurements(tx, { accountIds, from, to: week }));
  return new Map(found.map((one) => [one.accountId, reasonsOf(healthOf(one))]));
}
