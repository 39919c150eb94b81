import { addDays, type Day, firstDayOf, monthOf } from "@termwise/core/kernel";
import { sealMonths, tryUsageLane } from "@termwise/db";
import type { Termwise } from "../termwise.ts";

/** Days after its end for which a month stays as rows: by then almost nothing comes late, and what does is packed anew. */
const hotDays = 14;

/** The first day whose usage stays as rows on a day. */
export const rowsSince = (today: Day): Day => firstDayOf(monthOf(addDays(today, 1 - hotDays)));

/**
 * Packs the usage of months that are long over, some accounts in a transaction, so that counting comes in between.
 * Answers with how many months of accounts were packed. Does nothing while another server counts or packs.
 */
export async function packMonths(termwise: Termwise): Promise<number> {
  const before = rowsSince(termwise.today());
  let packed = 0;
  for (;;) {
    const some = await termwise.write(async (tx) => ((await tryUsageLane(tx)) ? sealMonths(tx, before) : 0));
    packed += some;
    if (some === 0) break;
  }
  if (packed > 0) await termwise.db.tidy();
  return packed;
}
