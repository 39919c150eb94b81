import type { FactSet } from "../src/facts/index.ts";
import type { CohortCell, CohortGrain } from "../src/retention/index.ts";
import { converted } from "./conversion.ts";
import { dayOfNumber, monthAround } from "./day-numbers.ts";
import { dayOf, type Replayed } from "./replay.ts";

/** The period of a cohort that a day falls into, for fiscal years that begin in `fiscalStart` (1-12): its name and last day. */
function cohortOf(day: number, by: CohortGrain, fiscalStart: number): { name: string; last: number } {
  const at = new Date(day * 86_400_000);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + 1];
  if (by === "month") return { name: dayOfNumber(day).slice(0, 7), last: monthAround(day).last };
  // How many months of the fiscal year have gone by, and the calendar year it ends in.
  const gone = (month - fiscalStart + 12) % 12;
  const named = fiscalStart > 1 && month >= fiscalStart ? year + 1 : year;
  if (by === "year") return { name: `FY${named}`, last: monthAround(day, 11 - gone).last };
  return { name: `${named}-Q${Math.floor(gone / 3) + 1}`, last: monthAround(day, 2 - (gone % 3)).last };
}

/** What is left of a first amount without growth. Bigints: `Math.min` cannot take them. */
function kept(now: bigint, first: bigint): bigint {
  if (now < first) return now;
  return first;
}

/** A cohort table, cell by cell: what every member holds at the end of every age. */
export function cohortTable(
  replayed: readonly Replayed[],
  facts: FactSet,
  currency: string,
  by: CohortGrain,
  through: number,
  fiscalStart: number,
) {
  const step = { month: 1, quarter: 3, year: 12 }[by];
  const born = replayed.flatMap((r) => {
    const index = r.days.findIndex((d) => d.kind === "entered");
    const day = r.origin + index;
    return index < 0 || day > through ? [] : [{ r, ...cohortOf(day, by, fiscalStart) }];
  });
  const names = [...new Set(born.map((b) => b.name))].sort();
  return names.map((name) => {
    const members = born.filter((b) => b.name === name);
    const last = members[0]?.last ?? 0;
    const held = (r: Replayed, day: number) =>
      converted(facts.fxRates, dayOf(r, day).held, currency, through);
    const cells: CohortCell[] = [];
    for (let age = 0; monthAround(last, age * step).last <= through; age++) {
      const on = monthAround(last, age * step).last;
      const amounts = members.map(({ r }) => ({ now: held(r, on), first: held(r, last) }));
      cells.push({
        age,
        on: dayOfNumber(on),
        arr: amounts.reduce((sum, a) => sum + a.now, 0n),
        accounts: amounts.filter((a) => a.now !== 0n).length,
        kept: amounts.reduce((sum, a) => sum + kept(a.now, a.first), 0n),
      });
    }
    return { cohort: name, accounts: members.length, cells };
  });
}
