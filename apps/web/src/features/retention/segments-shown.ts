import { valueName } from "../../lib/dimension-names.ts";
import { points } from "../../lib/format.ts";
import type { Overview } from "./overview.ts";

/** How many groups can be told apart in one picture; the server gathers the others. */
const most = 8;

/** One group of the overview: a segment, the smaller ones together, or all accounts. */
export interface GroupRow {
  key: string;
  name: string;
  /** The values it stands for; `null` for all accounts. */
  values: readonly string[] | null;
  row: Overview["segments"]["all"];
  total: boolean;
}

/** The groups in the order they are shown: the largest first, the others as one, all accounts last. */
export function groupsOf({ segments }: Pick<Overview, "segments">): GroupRow[] {
  const { by, rows, other, all } = segments;
  return [
    ...rows.slice(0, most).map((row) => ({
      key: `=${row.value}`,
      name: valueName(row.value, by),
      values: [row.value],
      row,
      total: false,
    })),
    ...(other
      ? [
          {
            key: "other",
            name: `Other (${other.values.length})`,
            values: other.values,
            row: other,
            total: false,
          },
        ]
      : []),
    {
      key: "all",
      name: `All ${by === "currency" ? "currencies" : "accounts"}`,
      values: null,
      row: all,
      total: true,
    },
  ];
}

/** A share in units of the axis. */
export const axisOf = (share: string | null): number | null => (share === null ? null : Number(share) * 100);

/** What moved the whole: mix and rate, in one line; what cannot be split says why. */
export function shiftText({ segments }: Pick<Overview, "segments">): string {
  const { decomposition, rows } = segments;
  if (rows.length === 0) return "No account with ARR at the opening.";
  if (!decomposition) return "Nothing to compare with, so nothing to split into mix and rate.";
  const pp = (text: string) => points(text, { digits: 2 });
  return `NRR ${pp(decomposition.total)}: mix ${pp(decomposition.mix)}, rate ${pp(decomposition.rate)}.`;
}
