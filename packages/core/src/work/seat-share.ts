import { addDays, type Day, epochDay, type Ratio, ratio } from "../kernel/index.ts";
import { activeSeats, licensedSeats, readingsUpTo } from "../lifecycle/index.ts";
import type { CustomerRecord } from "../people/index.ts";

/** Active seats of licensed seats in the week that ends on a day; `share` is null where either is not known. */
export interface SeatShare {
  readonly on: Day;
  readonly active: number | null;
  readonly licensed: number | null;
  readonly share: Ratio;
}

/** How much of what is licensed was in use, week by week up to a day, the earliest week first. */
export function seatShares(record: CustomerRecord, on: Day, weeks: number): SeatShare[] {
  return Array.from({ length: weeks }, (_, week): SeatShare => {
    const end = addDays(on, -7 * (weeks - 1 - week));
    const number = epochDay(end);
    const readings = readingsUpTo(record.usage, number);
    const active = activeSeats(readings, number, 7);
    const licensed = licensedSeats(record, readings, number);
    const share = active === null || licensed === null ? null : ratio(BigInt(active), BigInt(licensed));
    return { on: end, active, licensed, share };
  });
}
