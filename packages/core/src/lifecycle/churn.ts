import { type ChurnReason, entriesOf } from "../facts/index.ts";
import {
  type AccountId,
  type Currency,
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
} from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { livesOn } from "./lives.ts";

/** A customer that was lost: one fact with one day, counted as a logo and as ARR. */
export interface Loss {
  readonly accountId: AccountId;
  readonly on: Day;
  /** ARR lost in minor units, by currency. */
  readonly lost: readonly { readonly currency: Currency; readonly amount: bigint }[];
  /** Null: nobody has said why. */
  readonly reason: ChurnReason | null;
  readonly voluntary: boolean | null;
  readonly preventable: boolean | null;
}

/** The losses of a customer up to a day, each with the reason on record for its day. */
export function lossesOn(record: CustomerRecord, on: Day): Loss[] {
  const reasons = entriesOf(record.journal, "churn_reason").filter(({ effectiveOn }) => effectiveOn <= on);
  return livesOn(record, on).flatMap(({ lostOn, lost }) => {
    if (lostOn === null) return [];
    const said = reasons.findLast(({ entry }) => entry.leftOn === lostOn)?.entry;
    return [
      {
        accountId: record.accountId,
        on: lostOn,
        lost,
        reason: said?.reason ?? null,
        voluntary: said?.voluntary ?? null,
        preventable: said?.preventable ?? null,
      },
    ];
  });
}

/**
 * The zero churn goal over some days: how many customers were lost, how many of them could have been kept, and of how
 * many nobody has said why. The goal is met when none was preventable. Term: zero-churn-goal.
 */
export function preventableChurn(
  losses: readonly Loss[],
  { from, to }: { readonly from: Day; readonly to: Day },
): {
  readonly lost: number;
  readonly preventable: number;
  readonly unexplained: number;
  readonly met: boolean;
} {
  const within = losses.filter(({ on }) => on >= from && on <= to);
  const preventable = within.filter((loss) => loss.preventable === true).length;
  return {
    lost: within.length,
    preventable,
    unexplained: within.filter(({ reason }) => reason === null).length,
    met: preventable === 0,
  };
}

/** The zero churn goal month by month: each month as {@link preventableChurn} tells it. Term: zero-churn-goal. */
export function preventableByMonth(
  losses: readonly Loss[],
  months: readonly Month[],
): ({ readonly month: Month } & ReturnType<typeof preventableChurn>)[] {
  return months.map((month) => ({
    month,
    ...preventableChurn(losses, { from: firstDayOf(month), to: lastDayOf(month) }),
  }));
}
