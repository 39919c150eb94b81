import { niceScale, type Scale } from "../../charts/ticks.ts";
import type { TrendRow } from "../../charts/trend-chart.tsx";
import { count, counted, dayText, percent } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

type Series = Outputs["divergence"]["series"];
type Point = Series["points"][number];

/** What diverges as a share of what could be compared, in per cent; null where nothing could. */
function shareOf({ total, compared }: Point, basis: "arr" | "accounts"): number | null {
  const [part, base] =
    basis === "arr" ? [Number(total.arr), Number(compared.arr)] : [total.accounts, compared.accounts];
  return base > 0 ? (part / base) * 100 : null;
}

/** The days of a series as rows of the chart; the last one is not the end of its month yet. */
export function shareRows(points: readonly Point[], basis: "arr" | "accounts"): TrendRow[] {
  return points.map((point, index) => {
    const share = shareOf(point, basis);
    return {
      x: point.on,
      open: index === points.length - 1,
      values: { share },
      texts: { share: share === null ? "not compared" : percent((share / 100).toFixed(6)) },
    };
  });
}

/** The axis: from zero, and never more than all of it. */
export function convergenceScale(rows: readonly TrendRow[]): Scale {
  const values = rows.flatMap(({ values: { share } }) => (share == null ? [] : [share]));
  const scale = niceScale([...values, 5], { wanted: 4, fromZero: true });
  return scale.to > 100 ? { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] } : scale;
}

const verdicts = {
  converging: "Claims and evidence are coming closer",
  diverging: "Claims and evidence are coming further apart",
  steady: "The share that diverges has not changed",
  unknown: "There are not two months to compare",
} as const;

/** What the series says, in one sentence. */
export function convergenceText({ points, direction }: Series): string {
  const told = points.filter(({ compared }) => compared.accounts > 0);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || first === last) return `${verdicts[direction]}.`;
  const said = ({ on, total, compared }: Point) =>
    `${count(total.accounts)} of ${counted(compared.accounts, "account")} on ${dayText(on)}`;
  return `${verdicts[direction]}: ${said(first)}, ${said(last)}.`;
}
