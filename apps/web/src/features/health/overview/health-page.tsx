import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { counted, dayText, exactNumber } from "../../../lib/format.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Term } from "../../../ui/term.tsx";
import { WhenNear } from "../../../ui/when-near.tsx";
import { AtRiskFigure } from "../at-risk-figure.tsx";
import { type Overview, useOverview } from "../health.ts";
import { Areas } from "./areas.tsx";
import { BandAccounts } from "./band-accounts.tsx";
import { BandBars } from "./band-bars.tsx";
import { BandWeeks } from "./band-weeks.tsx";
import { Detractors } from "./detractors.tsx";
import { Movement } from "./movement.tsx";
import { Warnings } from "./warnings.tsx";

/** Health of the customers for whoever leads: where they stand, who moved, and what warns early. */
export function HealthPage({ filters }: { filters: ReactNode }) {
  const query = useOverview();
  return (
    <Page
      title="Health"
      term="health-score-distribution"
      filters={filters}
      tools={
        <>
          <Link to="/health/surveys" className={buttonClass()}>
            Surveys
          </Link>
          <Link to="/risk" className={buttonClass()}>
            At risk
          </Link>
        </>
      }
    >
      <Loaded query={query} what="The health of your customers" skeleton={<Skeleton className="h-[560px]" />}>
        {(overview) => (
          <>
            <Figures overview={overview} />
            <div className="grid items-start gap-4 @[65rem]/page:grid-cols-2">
              <BandBars overview={overview} />
              <BandWeeks overview={overview} />
            </div>
            <div className="grid items-start gap-4 @[65rem]/page:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
              <Movement overview={overview} />
              <Warnings overview={overview} />
            </div>
            <BandAccounts />
            <WhenNear height={200}>
              <div className="grid items-start gap-4 @[65rem]/page:grid-cols-2">
                <Detractors />
                <Areas />
              </div>
            </WhenNear>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Figures({ overview: { arrAtRisk, weighted, accounts, week } }: { overview: Overview }) {
  return (
    <section aria-label="Figures" className="card grid gap-4 px-4 py-3 sm:grid-cols-3">
      <AtRiskFigure figure={arrAtRisk} />
      <div className="min-w-0">
        <p className="text-xs leading-6 text-muted">
          <Term id="health-score">Health, weighted by ARR</Term>
        </p>
        <p className="figure mt-0.5">{weighted.score === null ? "—" : exactNumber(weighted.score)}</p>
        <p className="num text-2xs text-subtle">
          {weighted.score === null
            ? "No score is known whole; each is a range."
            : `of ${counted(weighted.accounts, "account")} whose score is known whole`}
        </p>
      </div>
      <div className="min-w-0">
        <p className="text-xs leading-6 text-muted">Customers</p>
        <p className="figure mt-0.5">{exactNumber(String(accounts))}</p>
        <p className="num text-2xs text-subtle">measured by the week to {dayText(week)}</p>
      </div>
    </section>
  );
}
