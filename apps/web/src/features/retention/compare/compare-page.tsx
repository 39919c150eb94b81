import type { ReactNode } from "react";
import { dayText } from "../../../lib/format.ts";
import { periodName } from "../../../ui/figure-text.ts";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { Causes } from "./causes.tsx";
import { type CompareView, useCompare } from "./compare-data.ts";
import { SideBySide } from "./side-by-side.tsx";
import { SpreadChart } from "./spread-chart.tsx";
import { WayCards } from "./way-cards.tsx";
import { WayPicker } from "./way-picker.tsx";

/** Why is their number another than ours? */
export function ComparePage({ tools, filters }: { tools: ReactNode; filters: ReactNode }) {
  const { names, query } = useCompare();
  return (
    <Page
      title="Compare definitions"
      crumbs={[{ label: "Retention", to: "/retention" }]}
      tools={tools}
      filters={filters}
    >
      <Loaded query={query} what="The comparison" skeleton={<Waiting />}>
        {(view) => <Content view={view} names={names.slice(0, view.ways.length)} />}
      </Loaded>
    </Page>
  );
}

function Content({ view, names }: { view: CompareView; names: readonly string[] }) {
  const [nrr] = view.figures;
  const told = view.ways.some(({ fault }) => fault === null);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <p className="text-lg font-semibold tracking-[-0.005em]">
          The same customers, the same contracts, counted another way
        </p>
        <p className="num mt-0.5 text-xs text-muted">
          {periodName(view.period.text)}, {dayText(view.period.from)} to {dayText(view.period.to)}.
          {view.offered.definitions.length === 0 &&
            " The definitions in force have not changed for these figures, so there is no earlier version to compare."}
        </p>
      </div>
      <WayPicker names={names} offered={view.offered} />
      {view.ways.length === 0 ? (
        <div className="card">
          <Empty title="Nothing to hold the house's figures against.">
            Choose a way others count, choices of your own, or an earlier version of the definitions.
          </Empty>
        </div>
      ) : (
        <>
          <SideBySide view={view} names={names} />
          {told && (
            <>
              <Causes view={view} names={names} />
              <SpreadChart view={view} names={names} />
            </>
          )}
          <WayCards view={view} names={names} />
        </>
      )}
      {nrr && (
        <p className="max-w-[110ch] px-1 text-2xs text-subtle">
          <span className="font-medium text-muted">The house's policy.</span> {nrr.policyText}. What a way
          does not choose is as the house counts. The ways are our reading of how such numbers come about.
        </p>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading the comparison</span>
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-80" />
      <Skeleton className="h-96" />
    </div>
  );
}
