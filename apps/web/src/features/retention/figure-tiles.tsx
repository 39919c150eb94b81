import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { count, counted, money, percent, points } from "../../lib/format.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Chip } from "../../ui/chip.tsx";
import type { Direction } from "../../ui/delta.tsx";
import { FigureTile } from "../../ui/figure-tile.tsx";
import { later } from "../../ui/later.tsx";
import { changeOf, sparkPoints, type Tile } from "./figure-rows.ts";
import type { Overview } from "./overview.ts";
import type { Review } from "./review/review.ts";

const TargetLine = later(async () => (await import("./review/target-line.tsx")).TargetLine);

/** The six figures of the overview, each with its change, its last year and the choices that shape it. */
export function FigureTiles({ view, review }: { view: Overview; review: Review | null }) {
  const { nrr, grr, gap, logo, opening, closing } = view.figures;
  const cohort = view.bridge.openingAccounts;
  const gains = view.bridge.steps.filter((step) => step.step === "expansion" || Number(step.amount) > 0);
  return (
    <section
      aria-label="Figures"
      className="card grid grid-cols-2 gap-px overflow-hidden bg-line *:bg-surface @[37.5rem]/page:grid-cols-3 @[65rem]/page:grid-cols-[minmax(0,1.36fr)_minmax(0,1.24fr)_repeat(4,minmax(0,1fr))]"
    >
      <OverviewTile
        cohort={cohort}
        review={review}
        of={nrr}
        label="NRR, net revenue retention"
        lead
        className="col-span-2 @[37.5rem]/page:col-span-1"
      >
        Contraction counted: yes. {winbackWords(nrr)}
      </OverviewTile>
      <OverviewTile review={review} cohort={cohort} of={grr} label="GRR">
        {grr.figure.notes[0] ?? "Contraction and churn, no growth"}
      </OverviewTile>
      <OverviewTile review={review} cohort={cohort} of={gap} label="NRR − GRR gap" good="neutral">
        {gains.map((step) => (
          <span key={step.step} className="block">
            {step.name} {step.pp === null ? "—" : points(step.pp)}
          </span>
        ))}
      </OverviewTile>
      <OverviewTile review={review} cohort={cohort} of={logo} label="Logo retention">
        {logo.figure.numerator} of {logo.figure.denominator} kept
      </OverviewTile>
      <OverviewTile review={review} cohort={cohort} of={opening} label="Opening ARR" good="neutral">
        <WholeAmount of={opening} accounts={counted(view.bridge.openingAccounts, "account")} />
      </OverviewTile>
      <OverviewTile
        cohort={cohort}
        review={review}
        of={closing}
        label="Closing ARR"
        good="neutral"
        className="col-span-2 @[37.5rem]/page:col-span-1"
      >
        <WholeAmount of={closing} accounts={`${count(view.bridge.closingAccounts)} of that cohort`} />
      </OverviewTile>
    </section>
  );
}

interface TileProps {
  of: Tile;
  /** Accounts of the opening: what a comparison stands on. */
  cohort: number;
  review: Review | null;
  label: string;
  good?: Direction;
  lead?: boolean;
  className?: string;
  children: ReactNode;
}

function OverviewTile({ of, cohort, review, children, ...rest }: TileProps) {
  const { months } = useWorkspace();
  const lastClosed = months.lastClosed;
  const target = review?.targets.find(({ term }) => term === of.figure.term);
  return (
    <FigureTile
      figure={of.figure}
      change={changeOf(of)}
      series={sparkPoints(of)}
      provisional={of.figure.period.to.slice(0, 7) > lastClosed}
      lowCount={cohort < 10 ? cohort : null}
      {...rest}
    >
      {children}
      <ReportedLine of={of} />
      {target && <TargetLine target={target} />}
    </FigureTile>
  );
}

/** What was reported of a figure of a closed period, where it is told otherwise now. */
function ReportedLine({ of: { figure, reported } }: { of: Tile }) {
  if (!reported?.differs) return null;
  const { value } = reported;
  const said =
    value === null
      ? "not computable"
      : figure.unit === "ratio"
        ? percent(value, { digits: 2 })
        : money(value, figure.currency ?? "USD", { whole: true });
  return (
    <Link
      to="/retention/periods/$number"
      params={{ number: String(reported.close) }}
      className="mt-0.5 flex w-fit items-center gap-1.5 rounded-sm hover:underline"
      title={`Restated: reported as ${said}, close No. ${reported.close}`}
      data-reported={figure.term}
    >
      <Chip tone="info">R</Chip> reported {said}
    </Link>
  );
}

function WholeAmount({ of: { figure }, accounts }: { of: Tile; accounts: string }) {
  return (
    <>
      {figure.value !== null && figure.currency && money(figure.value, figure.currency, { whole: true })}
      <br />
      {accounts}
    </>
  );
}

function winbackWords({ figure }: Tile): string {
  const choice = figure.policy["winback"];
  if (choice === "all") return "Win‑back: counted, all.";
  if (choice === "opening_cohort") return "Win‑back: counted for the opening cohort.";
  return figure.notes[0]
    ? `${figure.notes[0].replace("Win-back", "Win‑back")}.`
    : "Win‑back: excluded, none in this period.";
}
