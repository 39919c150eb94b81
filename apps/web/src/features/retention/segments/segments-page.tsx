import type { ReactNode } from "react";
import { dayText, percent, points } from "../../../lib/format.ts";
import { periodName } from "../../../ui/figure-text.ts";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { SegmentDots } from "./segment-dots.tsx";
import { SegmentMultiples } from "./segment-multiples.tsx";
import { SegmentSplit } from "./segment-split.tsx";
import { SegmentTable } from "./segment-table.tsx";
import { nameOf, type SegmentView, useSegments } from "./segments-data.ts";

/** Where is it good, where bad, and is it mix or rate? */
export function SegmentsPage({ tools, filters }: { tools: ReactNode; filters: ReactNode }) {
  const query = useSegments();
  return (
    <Page
      title="Segments"
      crumbs={[{ label: "Retention", to: "/retention" }]}
      tools={tools}
      filters={filters}
    >
      <Loaded query={query} what="Retention by segment" skeleton={<Waiting />}>
        {(view) => <Content view={view} />}
      </Loaded>
    </Page>
  );
}

function Content({ view }: { view: SegmentView }) {
  if (view.rows.length === 0)
    return (
      <div className="card">
        <Empty title="No customer held ARR at the opening.">
          Rates compare with what was held before {dayText(view.period.from)}. Choose a later period, or fewer
          filters.
        </Empty>
      </div>
    );
  const nrr = view.figures.find(({ term }) => term === "nrr");
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <p className="text-lg font-semibold tracking-[-0.005em]">{headline(view)}</p>
        <p className="num mt-0.5 text-xs text-muted">
          {periodName(view.period.text)}
          {view.compare && `, against ${dayText(view.compare.from)} to ${dayText(view.compare.to)}`}.{" "}
          <Definition term="nrr">NRR v{nrr?.version ?? 1}</Definition>,{" "}
          <Definition term="grr">GRR</Definition>,{" "}
          <Definition term="logo-retention">logo retention</Definition>.
        </p>
      </div>
      <SegmentTable view={view} />
      <div className="grid items-start gap-4 @[65rem]/page:grid-cols-2">
        <SegmentDots view={view} />
        <SegmentSplit view={view} />
      </div>
      <SegmentMultiples view={view} />
      {nrr && (
        <p className="max-w-[110ch] px-1 text-2xs text-subtle">
          <span className="font-medium text-muted">Policy.</span> {nrr.policyText}. An account is in the part
          of its values at the opening; together the parts are the whole.
        </p>
      )}
    </div>
  );
}

function Definition({ term, children }: { term: string; children: ReactNode }) {
  return (
    <OpensPanel panel={`def:${term}`} className="term pb-0.5">
      {children}
    </OpensPanel>
  );
}

/** Which part holds best and which worst, or what moved the whole. */
function headline(view: SegmentView): string {
  const { all, splits, by } = view;
  const whole = all.rates.nrr.value;
  if (whole === null) return "NRR cannot be computed: no ARR at the opening";
  const split = splits.nrr;
  if (!split) {
    const [largest] = view.rows;
    return `NRR is ${percent(whole)}${largest ? `; ${nameOf(largest.values, by)} is the largest part` : ""}.`;
  }
  const moved = Number(split.total);
  const verb = moved > 0 ? "rose" : moved < 0 ? "fell" : "held";
  const amount =
    moved === 0 ? "" : ` ${points(split.total.replace("-", ""), { digits: 2 }).replace("+", "")}`;
  return `NRR ${verb}${amount} to ${percent(whole)}: rate ${points(split.rate, { digits: 2 })}, mix ${points(split.mix, { digits: 2 })}.`;
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading retention by segment</span>
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-96" />
      <Skeleton className="h-96" />
    </div>
  );
}
