import type { ReactNode } from "react";
import { dayText } from "../../../lib/format.ts";
import { dimensions } from "../../../lib/search.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { ChartFrame } from "../../../ui/chart-frame.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { CellPanel, cellAddress } from "./cell-panel.tsx";
import { CohortControls } from "./cohort-controls.tsx";
import { CohortCurves } from "./cohort-curves.tsx";
import { CohortGrid } from "./cohort-grid.tsx";
import { cohortSentence } from "./cohort-sentence.ts";
import { CohortSlope } from "./cohort-slope.tsx";
import { CohortTable } from "./cohort-table.tsx";
import { keyWords, measureNames, measureUnit } from "./cohort-words.ts";
import { type CohortsView, type CohortTab, grains, type Shown, shownBy, useCohorts } from "./cohorts.ts";
import { HeatLegend } from "./heat-legend.tsx";

interface Props {
  tools: ReactNode;
  filters: ReactNode;
}

/** Fewer vintages than these tell no course. */
const fewest = 3;

/** Which vintages hold and which leak, and when? */
export function CohortsPage({ tools, filters }: Props) {
  const query = useCohorts();
  const { search } = useSearchState();
  const cell = cellAddress(search["panel"]);
  return (
    <Page
      title="Cohorts"
      term="retention-cohort"
      crumbs={[{ label: "Retention", to: "/retention" }]}
      tools={tools}
      filters={filters}
      {...(cell ? { panel: <CellPanel key={search["panel"]} {...cell} /> } : {})}
    >
      <Loaded query={query} what="The cohorts" skeleton={<Waiting />}>
        {(view) => <Content view={view} shown={shownBy(search)} />}
      </Loaded>
    </Page>
  );
}

function Content({ view, shown }: { view: CohortsView; shown: Shown }) {
  const inTime = grains.some((grain) => grain === view.by);
  const enough =
    view.cohorts.length >= (inTime ? fewest : 1) && view.cohorts.some(({ cells }) => cells.length > 0);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <CohortControls view={view} shown={shown} />
      {enough ? <Card view={view} shown={shown} /> : <TooFew view={view} />}
      <p className="max-w-[110ch] px-1 text-2xs text-subtle">
        An account belongs to its cohort for good, by its first ARR. Age 0 is the end of the{" "}
        {inTime ? view.by : view.age} it began in; every age counts the members that have reached it against
        what these held at age 0. Who left and came back counts again. Amounts at the rates of{" "}
        {dayText(view.through)}. Mean and median are over closed cells
        {view.least > 1 && ` of at least ${view.least} accounts`}, the mean weighted by{" "}
        {shown.measure === "logo" ? "accounts" : "ARR at age 0"}. Retention cohort v{view.version}.
      </p>
    </div>
  );
}

function Card({ view, shown }: { view: CohortsView; shown: Shown }) {
  const { change } = useSearchState();
  const sentence = cohortSentence(view, shown.measure);
  return (
    <ChartFrame
      name="cohorts"
      terms={["retention-cohort"]}
      currency={view.currency}
      title={`${measureNames[shown.measure]} by ${keyWords(view.by)}`}
      subtitle={`${measureUnit(shown.measure, shown.absolute, view.currency)}; age in ${view.age}s, through ${dayText(view.through)}`}
      summary={sentence}
      tools={
        <Segmented<CohortTab>
          label="View"
          value={shown.tab}
          options={[
            { value: "grid", label: "Grid" },
            { value: "curves", label: "Curves" },
            { value: "slope", label: "Month 12" },
          ]}
          onChange={(next) => change({ tab: next === "grid" ? undefined : next }, { push: true })}
        />
      }
      table={<CohortTable view={view} shown={shown} />}
    >
      {shown.tab === "curves" ? (
        <CohortCurves view={view} shown={shown} />
      ) : shown.tab === "slope" ? (
        <CohortSlope view={view} shown={shown} />
      ) : (
        <>
          <CohortGrid view={view} shown={shown} />
          <HeatLegend
            measure={shown.measure}
            fewer={shown.absolute && !grains.some((grain) => grain === view.by)}
            open={view.cohorts.some(({ cells }) => cells.some((cell) => cell.open))}
          />
        </>
      )}
    </ChartFrame>
  );
}

function TooFew({ view }: { view: CohortsView }) {
  const { search, change } = useSearchState();
  const filters = dimensions.filter((dimension) => search[`f.${dimension}`] !== undefined);
  const finer = grains[grains.indexOf(view.by as (typeof grains)[number]) - 1];
  return (
    <div className="card">
      <Empty
        title="Cohorts need at least 3 starting periods."
        actions={
          <>
            {finer && (
              <Button
                onClick={() => change({ cohort: finer === "quarter" ? undefined : finer, age: undefined })}
              >
                Gather by {finer}
              </Button>
            )}
            {filters.map((dimension) => (
              <Button key={dimension} onClick={() => change({ [`f.${dimension}`]: undefined })}>
                Remove the filter {dimension}: {search[`f.${dimension}`]}
              </Button>
            ))}
            {search["period"] && <Button onClick={() => change({ period: undefined })}>Through today</Button>}
          </>
        }
      >
        {view.cohorts.length === 0
          ? `No account had its first ARR by ${dayText(view.through)}.`
          : `First ARR fell into ${view.cohorts.length === 1 ? "one period" : `${view.cohorts.length} periods`} so far.`}
      </Empty>
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading the cohorts</span>
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-[520px]" />
    </div>
  );
}
