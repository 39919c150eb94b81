import type { SparkPoint } from "../../charts/sparkline.tsx";
import { percent, points } from "../../lib/format.ts";
import { figureParts } from "../../ui/figure-text.ts";
import type { FigureChange } from "../../ui/figure-tile.tsx";
import type { Overview } from "./overview.ts";

/** One figure of the overview with what it is compared with and its last year. */
export type Tile = Overview["figures"]["nrr"];

/** A figure's change in words: percentage points for a ratio, per cent for an amount; `null` without a comparison. */
export function changeOf({ figure, compare, change }: Tile): FigureChange | null {
  if (!compare || change === null) return null;
  const against = figureParts(compare);
  if (!against) return null;
  return {
    change,
    text: figure.unit === "ratio" ? points(change) : percent(change, { signed: true }),
    against: against.value,
  };
}

/** A figure's last year, month by month. */
export function sparkPoints({ series }: Tile): SparkPoint[] {
  return series.map(({ value, open }) => ({ value, open }));
}
