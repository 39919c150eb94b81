import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { dayText } from "../../lib/format.ts";
import { mayI } from "../../lib/who.ts";
import { later } from "../../ui/later.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { WhenNear } from "../../ui/when-near.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { Movers } from "./movers.tsx";
import { type Overview, useOverview } from "./overview.ts";
import { useReview } from "./review/review.ts";
import { Segments } from "./segments.tsx";

// Charts travel beside what the page is made of; both are asked for at once.
const Trend = later(async () => (await import("./trend.tsx")).Trend);
const CohortBridge = later(async () => (await import("./bridge.tsx")).CohortBridge);
for (const { fetch } of [Trend, CohortBridge]) fetch();

const ReviewButtons = later(async () => (await import("./review/review-buttons.tsx")).ReviewButtons);
const Commentary = later(async () => (await import("./review/commentary.tsx")).Commentary);
const Reconciliation = later(async () => (await import("./reconciliation.tsx")).Reconciliation);

/** What is further down: it is there when the page is printed. */
const below = [Commentary, Reconciliation];

interface Props {
  tools: ReactNode;
  filters: ReactNode;
  /** Below the figures: what is at risk now. */
  risk?: ReactNode;
}

/** Are we keeping and growing the customers we had, and what moved it? */
export function RetentionPage({ tools, filters, risk }: Props) {
  const query = useOverview();
  return (
    <Page
      title="Overview"
      crumbs={[{ label: "Retention", to: "/retention" }]}
      tools={tools}
      filters={filters}
    >
      <Loaded query={query} what="The retention overview" skeleton={<Waiting />}>
        {(view) => <Content view={view} risk={risk} />}
      </Loaded>
    </Page>
  );
}

function Content({ view, risk }: { view: Overview; risk: ReactNode }) {
  const review = useReview();
  const [calm, setCalm] = useState(false);
  // Paper cannot wait: what is printed is fetched as soon as the browser has nothing else to do.
  useEffect(() => {
    (window.requestIdleCallback ?? setTimeout)(() => {
      setCalm(true);
      for (const { fetch } of below) fetch();
    });
  }, []);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-lg font-semibold tracking-[-0.005em]">
            {view.headline ?? `No customer held ARR on ${dayText(view.period.opensOn)}`}
          </p>
          <p className="num mt-0.5 text-xs text-muted">
            {view.summary ??
              "NRR and GRR compare with what was held when the period opened. Choose a later one, or fewer filters."}
          </p>
        </div>
        {review && mayI("review.setTarget") && <ReviewButtons view={view} review={review} />}
      </div>
      <FigureTiles view={view} review={review} />
      {risk && <div className="min-h-13">{calm ? risk : <Skeleton className="h-13" />}</div>}
      <div className="grid gap-4 @[65rem]/page:grid-cols-[minmax(0,668fr)_minmax(0,471fr)]">
        <Trend view={view} review={review} />
        <CohortBridge view={view} />
      </div>
      <div className="grid gap-4 @[65rem]/page:grid-cols-[minmax(0,1fr)_352px]">
        <Movers view={view} />
        <Segments view={view} />
      </div>
      {review && (
        <WhenNear height={128}>
          <Commentary view={view} review={review} />
        </WhenNear>
      )}
      <WhenNear height={176}>
        <Reconciliation view={view} />
      </WhenNear>
      <PolicyLine view={view} />
    </div>
  );
}

/** The choices behind every figure of the page, in words. */
function PolicyLine({ view }: { view: Overview }) {
  const { figure } = view.figures.nrr;
  return (
    <p className="max-w-[110ch] px-1 text-2xs text-subtle">
      <span className="font-medium text-muted">Policy.</span> {figure.policyText}. Opening is the end of{" "}
      {dayText(view.period.opensOn)}, closing the end of {dayText(view.period.to)}.{" "}
      <Link
        to="/retention/compare"
        search={(was: Record<string, unknown>) => ({ ...was, panel: undefined, chart: undefined })}
        className="text-link underline"
      >
        Compare with other ways to count
      </Link>
    </p>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading the retention overview</span>
      <Skeleton className="h-12 w-2/3" />
      <Skeleton className="h-40" />
      <Skeleton className="h-96" />
      <Skeleton className="h-96" />
    </div>
  );
}
