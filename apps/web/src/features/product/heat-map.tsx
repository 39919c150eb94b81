import { Link } from "@tanstack/react-router";
import { heatStyle } from "../../charts/heat.ts";
import { count, counted } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { Adoption, FeatureRow } from "./adoption.ts";

const measures = { using: "In use", tried: "Tried", adopted: "Adopted" } as const;
type Measure = keyof typeof measures;
type Cell = FeatureRow["segments"][number];

const says: Record<Measure, string> = {
  using: "Share of the entitled accounts with use of it in the last four weeks",
  tried: "Share of the entitled accounts that used it within the window",
  adopted: "Share of the entitled accounts that used it as agreed within the window",
};

/** A share in whole per cent; null where it is not known, or nobody is entitled. */
function shareOf(cell: Cell | undefined, measure: Measure): number | null {
  const part = cell?.[measure] ?? null;
  return !cell || part === null || cell.eligible === 0 ? null : Math.round((part * 100) / cell.eligible);
}

/** Seven steps of equal width over the whole of 0 to 100 %: never fitted to what is shown. */
const stepOf = (share: number): string => `s${Math.min(7, Math.max(1, Math.floor((share / 100) * 7) + 1))}`;

/** Features against segments: how many of those entitled use each. */
export function HeatMap({ told }: { told: Adoption }) {
  const { search, change } = useSearchState();
  const measure: Measure =
    search["heat"] === "tried" || search["heat"] === "adopted" ? search["heat"] : "using";
  const features = told.features.filter(({ takenUp }) => takenUp);
  const segments = [...told.segments, ...(features.some(has(null)) ? [null] : [])];
  const lowest = features
    .flatMap((row) => row.segments.map((cell) => ({ row, cell, share: shareOf(cell, measure) })))
    .filter(({ share }) => share !== null)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0))[0];
  return (
    <ChartFrame
      name="heat"
      title="Features by segment"
      subtitle={says[measure]}
      summary={
        lowest
          ? `Lowest: ${lowest.row.entry.feature} in ${lowest.cell.segment ?? "no segment"}, ${lowest.share} % of ${counted(lowest.cell.eligible, "account")}.`
          : "Nothing can be told yet."
      }
      terms={["feature-adoption-rate"]}
      tools={
        <Segmented
          label="What is shown"
          value={measure}
          options={(Object.keys(measures) as Measure[]).map((value) => ({ value, label: measures[value] }))}
          onChange={(next) => change({ heat: next === "using" ? undefined : next })}
        />
      }
      table={
        <DataTable
          caption="Features by segment"
          rows={features}
          rowKey={({ entry }) => entry.feature}
          columns={[
            { key: "feature", header: "Feature", cell: ({ entry }) => <bdi>{entry.feature}</bdi> },
            ...segments.map((segment) => ({
              key: segment ?? "none",
              header: segment ?? "No segment",
              numeric: true,
              cell: (row: FeatureRow) => {
                const cell = row.segments.find((one) => one.segment === segment);
                const share = shareOf(cell, measure);
                return share === null || !cell
                  ? "—"
                  : `${share}\u00a0% (${count(cell[measure] ?? 0)} of ${count(cell.eligible)})`;
              },
            })),
          ]}
        />
      }
    >
      <ScrollRegion label="Features by segment" className="overflow-x-auto">
        <table className="num w-full border-separate border-spacing-[2px] text-xs">
          <caption className="sr-only">{says[measure]}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 bg-surface px-1 pb-1 text-left text-2xs font-medium text-muted"
              >
                Feature
              </th>
              {segments.map((segment) => (
                <th
                  key={segment}
                  scope="col"
                  className="min-w-20 px-1 pb-1 text-center text-2xs font-medium text-muted"
                >
                  <bdi>{segment ?? "No segment"}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {features.map((row) => (
              <tr key={row.entry.feature}>
                <th scope="row" className="sticky left-0 z-10 max-w-40 bg-surface px-1 text-left font-medium">
                  <Link
                    to="/product/features/$id"
                    params={{ id: row.entry.feature }}
                    className="block truncate leading-8 text-link hover:underline"
                  >
                    <bdi>{row.entry.feature}</bdi>
                  </Link>
                </th>
                {segments.map((segment) => (
                  <HeatCell
                    key={segment}
                    cell={row.segments.find((one) => one.segment === segment)}
                    measure={measure}
                    feature={row.entry.feature}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-subtle">
        <span className="inline-flex items-center gap-1.5">
          0&nbsp;%
          <span aria-hidden className="inline-flex">
            {Array.from({ length: 7 }, (_, index) => (
              <span key={index} className="h-3 w-4" style={heatStyle(`s${index + 1}`)} />
            ))}
          </span>
          100&nbsp;%
        </span>
        <span>empty: not entitled; — not told, because it is not released or nothing was agreed</span>
      </p>
    </ChartFrame>
  );
}

const has = (segment: string | null) => (row: FeatureRow) =>
  row.segments.some((one) => one.segment === segment);

function HeatCell({ cell, measure, feature }: { cell: Cell | undefined; measure: Measure; feature: string }) {
  if (!cell) return <td className="text-center text-subtle" aria-label="Not entitled" />;
  const share = shareOf(cell, measure);
  if (share === null) return <td className="h-10 text-center text-subtle">—</td>;
  return (
    <td className="p-0">
      <Link
        to="/product/features/$id"
        params={{ id: feature }}
        search={cell.segment === null ? {} : { "f.segment": cell.segment }}
        style={heatStyle(stepOf(share))}
        className="grid h-10 place-items-center rounded-sm leading-4 focus-visible:z-10 pointer-coarse:h-11"
      >
        <span className="text-center">
          <span className="sr-only">
            {feature}, {cell.segment ?? "no segment"}:{" "}
          </span>
          {share}&nbsp;%<span className="block text-2xs">of {count(cell.eligible)}</span>
        </span>
      </Link>
    </td>
  );
}
