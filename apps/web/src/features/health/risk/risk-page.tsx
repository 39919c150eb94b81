import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Sparkline } from "../../../charts/sparkline.tsx";
import { count, dayText, money, points, readable } from "../../../lib/format.ts";
import { buttonClass } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Delta } from "../../../ui/delta.tsx";
import { HealthMark } from "../../../ui/health-mark.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { Term } from "../../../ui/term.tsx";
import { HealthLink } from "../account-link.tsx";
import { AtRiskFigure } from "../at-risk-figure.tsx";
import { type Queue, useQueue } from "../health.ts";

type Row = Queue["rows"][number];

/** The accounts at risk, the largest first, with why and what people say. */
export function RiskPage({ filters }: { filters: ReactNode }) {
  const query = useQueue();
  return (
    <Page
      title="At risk"
      term="at-risk"
      filters={filters}
      tools={
        <Link to="/risk/flags" className={buttonClass()}>
          Red flags
        </Link>
      }
    >
      <Loaded query={query} what="The accounts at risk" skeleton={<Skeleton className="h-96" />}>
        {(queue) => <QueueCard queue={queue} />}
      </Loaded>
    </Page>
  );
}

const exits = {
  one_reading: "at its first measurement at or above that",
  two_readings: "after two measurements in a row at or above that",
  review_level: "once it reaches the level of review",
} as const;

function QueueCard({ queue }: { queue: Queue }) {
  const { rows, rule, week, currency } = queue;
  return (
    <section className="card min-w-0" aria-labelledby="queue-title">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 pt-3 pb-3">
        <AtRiskFigure figure={queue.arrAtRisk} />
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="queue-title" className="text-sm font-semibold">
            At-risk queue
          </h2>
          <p className="max-w-[72ch] text-2xs text-subtle">
            A score below {rule.below} in {rule.readings} weekly measurements in a row, the last of{" "}
            {dayText(week)}. An account leaves the queue {exits[rule.exit]}. The largest first; a score that
            is not known whole counts only where both ends are below.
          </p>
        </div>
      </div>
      {rows.length === 0 ? (
        <Empty title="No account is at risk.">
          By the last weekly measurement nobody is below {rule.below} for {rule.readings} weeks. Red flags
          tell of trouble that a score shows later.
        </Empty>
      ) : (
        <DataTable
          caption="Accounts at risk"
          columns={columnsOf(currency)}
          rows={rows}
          rowKey={({ accountId }) => accountId}
          tall
        />
      )}
    </section>
  );
}

function columnsOf(currency: string | null): Column<Row>[] {
  return [
    { key: "name", header: "Account", cell: (row) => <HealthLink account={row} under={row.segment} /> },
    {
      key: "arr",
      header: "ARR",
      numeric: true,
      cell: ({ arr }) => (
        <span className="font-medium">{currency ? money(arr, currency, { whole: true }) : "—"}</span>
      ),
    },
    {
      key: "health",
      header: <Term id="health-score">Health</Term>,
      cell: (row) => <HealthMark scored={row} atRisk />,
    },
    {
      key: "change",
      header: "4 weeks",
      numeric: true,
      cell: ({ change }) =>
        change === null ? "—" : <Delta change={change} text={points(change, { unit: false })} />,
    },
    {
      key: "spark",
      header: "13 weeks",
      cell: ({ spark }) => (
        <Sparkline points={spark.map((value) => ({ value }))} width={72} height={24} domain={[0, 100]} />
      ),
    },
    {
      key: "since",
      header: "At risk since",
      numeric: true,
      cell: ({ atRiskSince }) => (atRiskSince ? dayText(atRiskSince) : "—"),
    },
    {
      key: "renewal",
      header: "Next renewal",
      numeric: true,
      cell: ({ renewalOn }) => (renewalOn ? dayText(renewalOn) : "—"),
    },
    { key: "csm", header: "CSM", cell: ({ csm }) => csm ?? "—" },
    {
      key: "flags",
      header: <Term id="red-flag">Red flags</Term>,
      cell: ({ flags }) =>
        flags.length === 0 ? (
          "—"
        ) : (
          <span
            title={flags
              .map(
                ({ title, evidence }) => `${title}: ${evidence.map(({ text }) => readable(text)).join(", ")}`,
              )
              .join("\n")}
          >
            {flags[0]?.title}
            {flags.length > 1 && <small>and {count(flags.length - 1)} more</small>}
          </span>
        ),
    },
    {
      key: "override",
      header: "Override",
      className: "text-muted",
      cell: ({ override }) =>
        override ? (
          <span className="block max-w-[32ch] whitespace-normal" title={override.reason}>
            <span className="num">{override.score}</span> until {dayText(override.expiresOn)}
            <small className="truncate">{override.byName}</small>
          </span>
        ) : (
          "—"
        ),
    },
  ];
}
