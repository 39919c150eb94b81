const dayLength = 86_400_000;

/** The number of a day, for axes. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);

/** A day by its number. */
export const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The axis that everything of the panel stands on: days from the first of the first week to the end of the last. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly width: number;
  readonly x: (day: number) => number;
}

/** The axis of some weeks, told by their last days, drawn from `left` on. */
export function axisOf(weeks: readonly string[], left: number, width: number): Axis {
  const to = dayNumber(weeks.at(-1) ?? "1970-01-01");
  const from = dayNumber(weeks[0] ?? "1970-01-01") - 6;
  const x = (day: number) => left + ((day - from) / Math.max(1, to - from)) * width;
  return { from, to, left, width, x };
}

/** Which week is nearest to a place on the axis. */
export function weekAt(weeks: readonly string[], axis: Axis, at: number): number {
  const day = axis.from + ((at - axis.left) / Math.max(1, axis.width)) * (axis.to - axis.from);
  const distance = (index: number) => Math.abs(dayNumber(weeks[index] ?? "1970-01-01") - day);
  return weeks.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
}

/** The first days of the months on an axis that there is room to name, the year where it is new. */
export function monthTicks(axis: Axis, room: number): { day: number; on: string; year: boolean }[] {
  const firsts: string[] = [];
  for (let day = axis.from; day <= axis.to; day += 1) {
    const on = dayOf(day);
    if (on.endsWith("-01")) firsts.push(on);
  }
  const every = Math.max(1, Math.ceil((firsts.length * room) / Math.max(1, axis.width)));
  return firsts
    .filter((_, index) => (firsts.length - 1 - index) % every === 0)
    .map((on, index) => ({ day: dayNumber(on), on, year: index === 0 || on.slice(5, 7) === "01" }));
}

/** Stretches of neighbouring weeks that have a value: a gap is a gap, and no line goes across it. */
export function stretches<Value>(values: readonly (Value | null)[]): { index: number; value: Value }[][] {
  const found: { index: number; value: Value }[][] = [];
  let last = -2;
  values.forEach((value, index) => {
    if (value === null) return;
    if (last === index - 1) found.at(-1)?.push({ index, value });
    else found.push([{ index, value }]);
    last = index;
  });
  return found;
}
