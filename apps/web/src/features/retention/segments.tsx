import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { dimensionNames } from "../../lib/dimension-names.ts";
import { counted, percent, percentNumber, points } from "../../lib/format.ts";
import { drillOf } from "../../lib/panels.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { later } from "../../ui/later.tsx";
import type { Overview } from "./overview.ts";
import { axisOf, groupsOf, shiftText } from "./segments-shown.ts";

const SlopeChart = lazy(() =>
  import("../../charts/slope-chart.tsx").then((m) => ({ default: m.SlopeChart })),
);

const SegmentRows = later(async () => (await import("./segment-rows.tsx")).SegmentRows);

/** NRR of each group now and a year before as slopes; below, what mix did and what rates did. */
export function Segments({ view }: { view: Overview }) {
  const { by, rows } = view.segments;
  const { change } = useSearchState();
  const groups = groupsOf(view);
  const name = dimensionNames[by] ?? by;
  const said = (share: string | null) => (share === null ? "—" : percentNumber(share));
  return (
    <div className="@container/segments flex min-w-0 flex-col *:flex-1">
      <ChartFrame
        name="segments"
        title={by === "segment" ? "Segments" : `By ${name}`}
        subtitle={`NRR %, ${view.compare === null ? "this period" : "prior year and this period"}; hatched below 10 accounts`}
        summary={shiftText(view)}
        table={rows.length === 0 ? <Nobody /> : <SegmentRows view={view} />}
      >
        {rows.length === 0 ? (
          <Nobody />
        ) : (
          <Suspense fallback={<div style={{ height: groups.length * 32 + 44 }} aria-busy="true" />}>
            <SlopeChart
              label={`NRR by ${name}, then and now. ${shiftText(view)}`}
              heads={["Prior", "Now"]}
              rows={groups.map(({ key, name: group, row, total }) => ({
                key,
                name: group,
                under: [
                  counted(row.accounts, "acct"),
                  ...(row.share === null ? [] : [percent(row.share, { digits: 0 })]),
                  ...(row.low ? ["n<10"] : row.change === null ? [] : [points(row.change, { unit: false })]),
                ].join(", "),
                before: axisOf(row.nrrCompare),
                now: axisOf(row.nrr),
                beforeText: said(row.nrrCompare),
                nowText: said(row.nrr),
                low: row.low,
                total,
              }))}
              onSelect={(key) => {
                const group = groups.find((one) => one.key === key);
                if (!group) return;
                const within = group.values === null ? {} : { within: { [by]: group.values } };
                change({ panel: drillOf("nrr", within) }, { push: true });
              }}
            />
          </Suspense>
        )}
        <p className="pt-2 text-2xs">
          <Link
            to="/retention/segments"
            search={(was: Record<string, unknown>) => ({ ...was, panel: undefined, chart: undefined })}
            className="link text-link hover:underline"
          >
            All segments, side by side
          </Link>
        </p>
      </ChartFrame>
    </div>
  );
}

function Nobody() {
  return <p className="px-4 py-8 text-xs text-muted">No account with ARR at the opening.</p>;
}
