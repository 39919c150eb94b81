import { compare, rationalOf } from "../kernel/index.ts";
import type { PayoutCurve, RateBands } from "./rate-table.ts";

/** What is wrong with a part of a plan: the clause it stands in, and a sentence that says what to change. */
export interface PlanFault {
  readonly clause: string;
  /** `refused` keeps the plan from being used; a `warning` is only pointed out. */
  readonly weight: "refused" | "warning";
  readonly message: string;
}

const refused = (clause: string, message: string): PlanFault => ({ clause, weight: "refused", message });
const under = (a: string, b: string): boolean => compare(rationalOf(a), rationalOf(b)) < 0;
const same = (a: string, b: string): boolean => compare(rationalOf(a), rationalOf(b)) === 0;

/** Why a payout curve cannot stand: a step back, a point twice, less pay for more, or a cap below the floor. */
export function curveFaults({ points, floor, cap }: PayoutCurve, clause: string): PlanFault[] {
  const faults = points.flatMap(({ at, pays }, index) => {
    const before = points[index - 1];
    if (!before) return [];
    const where = `${clause}, point ${index + 1}`;
    if (!under(before.at, at))
      return [
        refused(where, `Steps back: ${at} % stands after ${before.at} %. Points go upwards, each once.`),
      ];
    if (under(pays, before.pays))
      return [
        refused(where, `Pays less for more: ${pays} % at ${at} % after ${before.pays} % at ${before.at} %.`),
      ];
    return [];
  });
  if (floor !== null && cap !== null && under(cap, floor))
    faults.push(refused(`${clause}, cap`, `The cap of ${cap} % is below the floor of ${floor} %.`));
  return faults;
}

/** Why bands cannot stand: a gap, a step back, a band without width or an end in the middle; less for more where a rate holds for all. */
export function bandFaults({ bands }: RateBands, clause: string): PlanFault[] {
  return bands.flatMap(({ from, to, rate, retroactive }, index) => {
    const where = `${clause}, band ${index + 1}`;
    const before = bands[index - 1];
    const found: PlanFault[] = [];
    if (!before && !same(from, "0"))
      found.push(refused(where, `Leaves a gap: the first band begins at ${from} and not at 0.`));
    if (before && before.to === null)
      found.push(refused(where, "Comes after a band without an end: only the last band goes on."));
    if (before && before.to !== null && under(before.to, from))
      found.push(refused(where, `Leaves a gap between ${before.to} and ${from}.`));
    if (before && before.to !== null && under(from, before.to))
      found.push(
        refused(where, `Steps back: it begins at ${from}, the band before it ends at ${before.to}.`),
      );
    if (to !== null && !under(from, to))
      found.push(refused(where, `Ends at ${to}, which is not above ${from}.`));
    const more = bands.slice(0, index).find((one) => under(rate, one.rate));
    if (retroactive && more)
      found.push(
        refused(where, `Pays less for more: ${rate} % on everything, after ${more.rate} % on a part of it.`),
      );
    return found;
  });
}
