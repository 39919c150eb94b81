import type { TrendAim, TrendLine, TrendRow } from "../../../charts/trend-chart.tsx";
import { percent } from "../../../lib/format.ts";
import type { Mark, Review } from "./review.ts";

/** The targets of the lines of the trend, in per cent. */
export function trendAims(review: Review | null, lines: readonly TrendLine[]): TrendAim[] {
  return lines.flatMap(({ key, name }) => {
    const target = review?.targets.find(({ term }) => term === key);
    if (!target) return [];
    return [{ key, value: Number(target.value) * 100, label: `${name} target ${percent(target.value)}` }];
  });
}

/** The marks that fall into the months of the trend, each with its month. */
export function trendMarks(review: Review | null, rows: readonly TrendRow[]): { x: string; mark: Mark }[] {
  const months = rows.map(({ x }) => x);
  const first = months[0] ?? "";
  return (review?.marks ?? []).flatMap((mark) => {
    const month = mark.on.slice(0, 7);
    // What began before the trend is marked where the trend begins.
    const x = months.includes(month) ? month : first;
    return x === month || month < first ? [{ x, mark }] : [];
  });
}
