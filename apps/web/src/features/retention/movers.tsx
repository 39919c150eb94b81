import { Link } from "@tanstack/react-router";
import { EffectBar } from "../../charts/effect-bar.tsx";
import { count, dayText, money, points } from "../../lib/format.ts";
import { movementName, movementNames, reasonText } from "../../lib/movement-names.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { keepScope } from "./keep-scope.ts";
import type { Overview } from "./overview.ts";

type Mover = Overview["movers"]["rows"][number];

/** The movements with the largest effect on NRR, and what they are of the whole. */
export function Movers({ view }: { view: Overview }) {
  const { movers } = view;
  const currency = view.figures.opening.figure.currency ?? "USD";
  const largest = Math.max(...movers.rows.map((row) => Math.abs(Number(row.pp ?? 0))), 0);
  const pp = (value: string | null) => (value === null ? "—" : points(value, { digits: 2, unit: false }));
  const columns: Column<Mover>[] = [
    {
      key: "account",
      header: "Account",
      cell: (row) => (
        <Link
          to="/accounts/$accountId"
          params={{ accountId: row.accountId }}
          className="inline-block max-w-28 truncate align-bottom sm:max-w-40"
          title={row.name}
        >
          {row.name}
        </Link>
      ),
      footer: `All ${count(movers.count)} movements`,
    },
    {
      key: "segment",
      header: "Segment",
      className: "text-muted hidden @[55rem]/page:table-cell",
      cell: (row) => row.segment ?? "—",
    },
    {
      key: "movement",
      header: "Movement",
      cell: (row) => movementName(row.kind),
    },
    {
      key: "amount",
      header: (
        <>
          ΔARR<span className="hidden @[38.75rem]/page:inline">, {currency}</span>
        </>
      ),
      numeric: true,
      cell: (row) => money(row.amount, currency, { signed: true, whole: true }),
      footer: money(movers.amount, currency, { signed: true, whole: true }),
    },
    { key: "pp", header: "pp", numeric: true, cell: (row) => pp(row.pp), footer: pp(movers.pp) },
    {
      key: "bar",
      header: <span className="sr-only">Effect</span>,
      className: "w-[76px] hidden @[38.75rem]/page:table-cell",
      cell: (row) => (
        <EffectBar
          value={Number(row.pp ?? 0)}
          largest={largest}
          color={movementNames[row.kind]?.color ?? "var(--mv-other)"}
        />
      ),
    },
    {
      key: "reason",
      header: "Reason",
      className: "text-muted hidden @[38.75rem]/page:table-cell",
      cell: (row) => reasonText(row.kind, row.reasons),
    },
    {
      key: "csm",
      header: "CSM",
      className: "text-muted hidden @[82.5rem]/page:table-cell",
      cell: (row) => row.csm ?? "No owner",
    },
    {
      key: "on",
      header: "Date",
      numeric: true,
      className: "text-muted hidden @[47.5rem]/page:table-cell",
      cell: (row) => dayText(row.on),
    },
  ];
  return (
    <section className="card flex min-w-0 flex-col" aria-labelledby="movers-title">
      <div className="flex items-start justify-between gap-3 px-4 pt-3">
        <div>
          <h2 id="movers-title" className="text-sm font-semibold">
            What moved it
          </h2>
          <p className="num mt-0.5 text-2xs text-subtle">
            {movers.count === 0 ? (
              "Movements of the opening cohort"
            ) : (
              <>
                The {movers.rows.length} largest movements of {count(movers.count)}; together{" "}
                {money(movers.shown.amount, currency, { signed: true, whole: true })}
                {movers.shown.pp !== null && `, ${points(movers.shown.pp)} of NRR`}
              </>
            )}
          </p>
        </div>
        <span className="mt-0.5 flex flex-none gap-4 text-2xs leading-6 font-medium text-link">
          <Link to="/retention/bridge" search={keepScope} className="hover:underline">
            All movements
          </Link>
          <OpensPanel panel="drill:nrr" className="hover:underline">
            All accounts
          </OpensPanel>
        </span>
      </div>
      <div className="mt-1 flex-1">
        {movers.rows.length > 0 ? (
          <DataTable
            caption="What moved NRR"
            columns={columns}
            rows={movers.rows}
            rowKey={(row) => `${row.accountId} ${row.on} ${row.kind} ${row.amount}`}
            footer
            className="max-sm:text-2xs [&_:is(td,th)]:px-1.5 [&_tr>:first-child]:pl-4! [&_tr>:last-child]:pr-4!"
          />
        ) : (
          <p className="px-4 py-8 text-xs text-muted">No movement of the opening cohort in this period.</p>
        )}
      </div>
    </section>
  );
}
