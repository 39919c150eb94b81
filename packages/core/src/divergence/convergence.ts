import { type Day, firstDayOf, lastDayOf, monthOf, shiftMonth } from "../kernel/index.ts";
import { type DivergenceKind, divergenceKinds } from "./names.ts";
import type { DivergenceLine, DivergenceReport, DivergenceTotal } from "./report.ts";
import { totalOf } from "./report.ts";

/** How far claims and evidence were apart on one day. */
export interface ConvergencePoint {
  readonly on: Day;
  readonly total: DivergenceTotal;
  readonly byKind: Readonly<Record<DivergenceKind, DivergenceTotal>>;
  /** What could be compared that day. */
  readonly compared: DivergenceReport["compared"];
}

/** The last days of the months before a day, and the day itself: the days a series of `months` points asks for. */
export function convergenceDays(on: Day, months: number): Day[] {
  const present = monthOf(on);
  const before = Array.from({ length: Math.max(0, months - 1) }, (_, index) =>
    lastDayOf(shiftMonth(present, index + 1 - months)),
  );
  return [...before, on].filter((day) => day >= firstDayOf(shiftMonth(present, 1 - months)));
}

/**
 * A report as one point of a series: what is open of the lines that `counts` lets through. A month ago is answered by the
 * same function as today, asked for that day.
 */
export function convergencePoint(
  { on, lines, compared }: DivergenceReport,
  counts: (line: DivergenceLine) => boolean,
): ConvergencePoint {
  const open = lines.filter((line) => !line.accepted && counts(line));
  const ofKind = (kind: DivergenceKind) => totalOf(open.filter((line) => line.kind === kind));
  const kinds = Object.keys(divergenceKinds) as DivergenceKind[];
  return {
    on,
    total: totalOf(open),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) as Record<
      DivergenceKind,
      DivergenceTotal
    >,
    compared,
  };
}

/** Whether claims and evidence have come closer over a series, further apart, or neither. */
export type Direction = "converging" | "diverging" | "steady" | "unknown";

/**
 * What a series says: the share of the compared ARR that diverges at its end against its beginning; by accounts where no
 * ARR was compared. Unknown where there are not two points with anything compared.
 */
export function directionOf(points: readonly ConvergencePoint[]): Direction {
  const told = points.filter(({ compared }) => compared.accounts > 0);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || first === last) return "unknown";
  const byArr = first.compared.arr > 0n && last.compared.arr > 0n;
  const share = ({ total, compared }: ConvergencePoint) =>
    byArr
      ? { part: total.arr, base: compared.arr }
      : { part: BigInt(total.accounts), base: BigInt(compared.accounts) };
  const [was, is] = [share(first), share(last)];
  const difference = is.part * was.base - was.part * is.base;
  return difference === 0n ? "steady" : difference < 0n ? "converging" : "diverging";
}
