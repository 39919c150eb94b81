import { featureAccountsBy } from "@termwise/core/adoption";
import { addDays, type Day } from "@termwise/core/kernel";
import { lossesOn } from "@termwise/core/lifecycle";
import { attributeOn, type CustomerRecord } from "@termwise/core/people";
import { entitled, type Feature, type LossBeside, lossesOfOthers } from "@termwise/core/usage";
import { eachInTurns } from "../breath.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { moneyOn } from "../derive/money-on.ts";
import type { FeatureWorld } from "./feature-world.ts";

/** How far back losses are looked at. */
export const lossDays = 365;

/** A customer that was lost: what it was worth, and its readings of use up to then. */
async function lossesOf({ books, on }: Pick<FeatureWorld, "books" | "on">) {
  const money = moneyOn(books, on);
  const since = addDays(on, -lossDays);
  const losses: { record: CustomerRecord; on: Day; segment: string | null; arr: bigint }[] = [];
  await eachInTurns(customerRecords(books).records.values(), (record) => {
    // Most were never lost, and their lives need not be told for that.
    if (!record.movements.some((one) => one.kind === "churn" && one.on > since && one.on <= on)) return;
    for (const loss of lossesOn(record, on))
      if (loss.on > since)
        losses.push({
          record,
          on: loss.on,
          segment: attributeOn(record, "segment", addDays(loss.on, -1)),
          arr: money(loss.lost),
        });
  });
  return losses;
}

/**
 * For a feature, of the ARR lost within a year with accounts entitled to it, the part of those that had not adopted it when
 * they left; null where nobody agreed what active use of it is, or it was not there for all.
 */
export async function lossesBeside(world: FeatureWorld): Promise<(feature: Feature) => LossBeside | null> {
  const losses = await lossesOf(world);
  return ({ feature, gaOn, activeUse, ...rest }) => {
    if (gaOn === null || activeUse === null) return null;
    const adoption = {
      ...world.choices.adoption,
      featureUsesAWeek: activeUse.usesAWeek,
      featureWeeks: activeUse.weeks,
    };
    const adoptedBy = (record: CustomerRecord, leftOn: Day) => {
      const own = world.usageBy(record).filter((reading) => reading.feature === feature);
      const use = { feature, gaOn, eligible: [record.accountId], usage: own };
      return featureAccountsBy(use, leftOn, adoption).adopted.length > 0;
    };
    return lossesOfOthers(
      losses
        .filter((loss) => loss.on > gaOn && entitled({ feature, gaOn, activeUse, ...rest }, loss.segment))
        .map((loss) => ({ arr: loss.arr, adopted: adoptedBy(loss.record, loss.on) })),
    );
  };
}
