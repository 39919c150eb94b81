import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dayText, momentText, percent, points } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Delta } from "../../ui/delta.tsx";
import { Page } from "../../ui/page.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { type Close, type Periods, shortNames } from "./periods.ts";

const crumbs = [{ label: "Retention", to: "/retention" }];

/** The closed periods: what was reported of each, and what is told of it now. */
export function PeriodsPage() {
  const query = useQuery(trpc.periods.list.queryOptions());
  const [closing, setClosing] = useState(false);
  const next = query.data?.next ?? [];
  const may = mayI("periods.close");
  return (
    <Page
      title="Closed periods"
      crumbs={crumbs}
      tools={
        may &&
        next.length > 0 && (
          <Button look="primary" aria-haspopup="dialog" onClick={() => setClosing(true)}>
            Close {next[0]?.text}
          </Button>
        )
      }
    >
      <Loaded query={query} what="Closed periods" skeleton={<Skeleton className="h-[420px]" />}>
        {(periods) =>
          periods.closes.length === 0 ? (
            <div className="card">
              <Empty
                title="No period is closed yet."
                actions={
                  may &&
                  next.length > 0 && (
                    <Button look="primary" size="large" onClick={() => setClosing(true)}>
                      Close {next[0]?.text}
                    </Button>
                  )
                }
              >
                Closing freezes what is told of a period, with a number and a hash. Later facts never change
                it; what is known since stands beside it, by cause and by account.
              </Empty>
            </div>
          ) : (
            <Closes periods={periods} />
          )
        }
      </Loaded>
      <CloseDialog open={closing} periods={next} onClose={() => setClosing(false)} />
    </Page>
  );
}

function Closes({ periods }: { periods: Periods }) {
  const { search, change } = useSearchState();
  const trailing = search["window"] === "trailing";
  const standing = periods.closes.filter(({ reopened }) => reopened === null).length;
  return (
    <section className="card" aria-label="Closes">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-2">
        <div className="min-w-0">
          <h2 className="text-sm font-semibold">As reported, and as told now</h2>
          <p className="text-xs text-muted">
            {standing} {standing === 1 ? "period stands" : "periods stand"} closed. Now: today's facts, by
            today's definitions. Δ in percentage points.
          </p>
        </div>
        <Segmented
          label="Window"
          value={trailing ? "trailing" : "period"}
          options={[
            { value: "period", label: "The period" },
            { value: "trailing", label: "12 months to its end" },
          ]}
          onChange={(value) => change({ window: value === "trailing" ? value : undefined })}
        />
      </div>
      <DataTable
        caption="Closed periods, the latest first"
        columns={columnsOf(trailing)}
        rows={periods.closes}
        rowKey={({ number }) => String(number)}
      />
    </section>
  );
}

function columnsOf(trailing: boolean): Column<Close>[] {
  const windowOf = (close: Close) => (trailing ? (close.windows[1] ?? close.windows[0]) : close.windows[0]);
  const figureOf = (close: Close, term: string) => windowOf(close)?.figures.find((one) => one.term === term);
  const share = (value: string | null | undefined) => (value == null ? "—" : percent(value, { digits: 2 }));
  const of = (term: string): Column<Close>[] => [
    {
      key: `${term}-reported`,
      header: `${shortNames[term]} reported`,
      numeric: true,
      cell: (close) => share(figureOf(close, term)?.reported),
    },
    {
      key: `${term}-now`,
      header: "Now",
      numeric: true,
      cell: (close) => share(figureOf(close, term)?.restated),
    },
    {
      key: `${term}-change`,
      header: "Δ pp",
      numeric: true,
      cell: (close) => {
        const change = figureOf(close, term)?.change;
        if (change == null) return "—";
        return <Delta change={change} text={points(change, { digits: 2 })} good="neutral" />;
      },
    },
  ];
  return [
    {
      key: "period",
      header: "Period",
      cell: (close) => (
        <span className="flex items-center gap-2 whitespace-nowrap">
          <Link
            to="/retention/periods/$number"
            params={{ number: String(close.number) }}
            className="link font-medium"
          >
            {windowOf(close)?.text ?? close.period}
          </Link>
          <span className="num text-2xs text-subtle">No. {close.number}</span>
          {close.reopened && <Chip tone="warning">reopened</Chip>}
        </span>
      ),
    },
    ...of("nrr"),
    ...of("grr"),
    {
      key: "closed",
      header: "Closed",
      cell: (close) => (
        <span className="whitespace-nowrap" title={momentText(close.closedAt)}>
          {dayText(close.closedAt.slice(0, 10))}, {close.closedBy}
        </span>
      ),
    },
    {
      key: "hash",
      header: "SHA-256",
      className: "max-lg:hidden",
      cell: (close) => (
        <code className="text-2xs text-muted" title={close.hash}>
          {close.hash.slice(0, 12)}…
        </code>
      ),
    },
  ];
}
