import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { DivergenceTeam } from "@termwise/core/divergence";
import { useState } from "react";
import { count } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { useMeant } from "./report.ts";
import { amountText, meaningWords, teamWords } from "./words.ts";

type Totals = Outputs["divergence"]["totals"];
type Row = Totals["rows"][number];

const teams = Object.entries(teamWords).map(([value, label]) => ({ value: value as DivergenceTeam, label }));

/** The open divergences by whose they are: an account counts once in each row, however many it has. */
export function TeamTotals() {
  const { search } = useSearchState();
  const [by, setBy] = useState<DivergenceTeam>("csm");
  const meant = useMeant();
  const asked = { ...meant, by, ...(search["on"] ? { on: search["on"] } : {}) };
  const query = useQuery(
    trpc.divergence.totals.queryOptions(asked as Parameters<typeof trpc.divergence.totals.queryOptions>[0], {
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Totals by team">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
        <h2 className="text-sm font-semibold">By team</h2>
        <Segmented label="Added up by" value={by} options={teams} onChange={setBy} />
      </div>
      <Loaded query={query} what="The totals" skeleton={<Skeleton className="m-4 h-40" />}>
        {(totals) =>
          totals.rows.length === 0 ? (
            <p className="border-t border-line px-4 py-6 text-xs text-muted">Nothing to add up.</p>
          ) : (
            <DataTable
              caption={`Divergences by ${teamWords[by]}`}
              columns={columnsOf(totals)}
              rows={totals.rows}
              rowKey={({ value }) => value ?? ""}
              footer
              className="border-t border-line"
            />
          )
        }
      </Loaded>
    </section>
  );
}

function columnsOf({ by, currency, all }: Totals): Column<Row>[] {
  const name = (value: string | null) =>
    value === null
      ? by === "csm" || by === "ae"
        ? "Nobody"
        : "Not known"
      : by === "term"
        ? (meaningWords[value as keyof typeof meaningWords] ?? value)
        : value;
  return [
    { key: "team", header: teamWords[by], cell: ({ value }) => name(value), footer: "All" },
    {
      key: "lines",
      header: "Divergences",
      numeric: true,
      cell: ({ lines }) => count(lines),
      footer: count(all.lines),
    },
    {
      key: "accounts",
      header: "Accounts",
      numeric: true,
      cell: ({ accounts }) => count(accounts),
      footer: count(all.accounts),
    },
    {
      key: "arr",
      header: "ARR",
      numeric: true,
      cell: ({ arr }) => amountText(arr, currency),
      footer: amountText(all.arr, currency),
    },
  ];
}
