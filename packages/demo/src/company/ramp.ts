import { addDays, type Day } from "@termwise/core/kernel";
import { discounted, type Holding, signHolding } from "./holding.ts";
import type { Life } from "./life.ts";

/** A rise that was signed with a multi-year contract and takes effect in a later month of it. */
export interface RampStep {
  readonly month: number;
  apply(): void;
}

/**
 * The later years of a multi-year contract: lines signed with the first one, at a price agreed ahead and sometimes with
 * more seats. Years that start after today are left out, because the demo's history ends at today.
 */
export function rampSteps(life: Life, main: Holding, signedOn: Day, sourcedBy: string | null): RampStep[] {
  const { book, contract, timeline, random } = life;
  const steps: RampStep[] = [];
  const rise = random.between(300, 700);
  const growing = random.chance(4_000);
  let { quantity, netCents, head } = main;
  for (let year = 1; year * 12 < contract.months; year++) {
    const month = contract.month + year * 12;
    const startsOn = timeline.dayAt(month, contract.dayOfMonth);
    const more = growing ? Math.floor((quantity * random.between(5, 15)) / 100) : 0;
    netCents = discounted(netCents, -rise);
    quantity += more;
    if (startsOn > timeline.today) break;
    const endsOn = addDays(timeline.dayAt(month + 12, contract.dayOfMonth), -1);
    const next = { ...main, quantity, netCents, listCents: Math.max(main.listCents, netCents) };
    head = signHolding(book, contract, next, { startsOn, signedOn, sourcedBy }, head, {
      endsOn,
      totalCents: quantity * netCents * 12,
    });
    const step = { line: head, netCents };
    steps.push({
      month,
      apply: () => {
        main.quantity += more;
        main.netCents = step.netCents;
        main.head = step.line;
      },
    });
  }
  return steps;
}
