import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { counted } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { mayI } from "../../lib/who.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { NumberDetail } from "./number-detail.tsx";
import { ReportValueDialog } from "./report-value-dialog.tsx";
import { useTermNames } from "./term-names.ts";
import { valueText } from "./words.ts";

type Row = Outputs["divergence"]["numbers"]["rows"][number];

/** The values others report for our terms beside ours; one of them opened into what makes the difference. */
export function NumbersTab() {
  const { sees } = useWorkspace();
  if (sees !== "all")
    return (
      <div className="card">
        <Empty title="Reported numbers are of the whole book.">
          You see {sees === "own" ? "your own" : "your team's"} accounts, and a difference over all of them
          cannot be split for some. A workspace admin can widen what you see.
        </Empty>
      </div>
    );
  return <Numbers />;
}

function Numbers() {
  const query = useQuery(trpc.divergence.numbers.queryOptions());
  const { search } = useSearchState();
  const [asking, setAsking] = useState(false);
  const may = mayI("divergence.reportValue");
  const add = may && (
    <Button look="primary" aria-haspopup="dialog" onClick={() => setAsking(true)}>
      Add a reported value
    </Button>
  );
  return (
    <>
      <Loaded query={query} what="The reported numbers" skeleton={<Skeleton className="h-64" />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="card">
              <Empty title="No value of another system is on record." actions={add}>
                An NRR typed into a deck, a churn list from billing: put it here and see how far it is from
                ours, for which accounts and why.
              </Empty>
            </div>
          ) : (
            <List rows={rows} add={add} />
          )
        }
      </Loaded>
      {search["number"] && <NumberDetail key={search["number"]} entryId={search["number"]} />}
      {may && <ReportValueDialog open={asking} onClose={() => setAsking(false)} />}
    </>
  );
}

function List({ rows, add }: { rows: readonly Row[]; add: ReactNode }) {
  const { search, change } = useSearchState();
  const nameOf = useTermNames();
  const columns: Column<Row>[] = [
    {
      key: "term",
      header: "Term",
      cell: ({ entryId, term, system, period }) => (
        <button
          type="button"
          aria-expanded={search["number"] === entryId}
          onClick={() =>
            change({ number: search["number"] === entryId ? undefined : entryId }, { push: true })
          }
          className="rounded-sm text-left font-medium text-link hover:underline"
        >
          {nameOf(term)}
          <span className="sr-only">
            {" "}
            of {system}, {period.text}
          </span>
        </button>
      ),
    },
    { key: "system", header: "System", cell: ({ system }) => system },
    { key: "period", header: "Period", cell: ({ period }) => period.text },
    { key: "theirs", header: "Theirs", numeric: true, cell: (row) => valueText(row.theirs, row) },
    { key: "ours", header: "Ours", numeric: true, cell: (row) => valueText(row.ours, row) },
    {
      key: "difference",
      header: "Difference",
      numeric: true,
      cell: (row) => valueText(row.difference, row, true),
    },
    {
      key: "verdict",
      header: "",
      cell: ({ agrees, ours, list }) =>
        ours === null ? (
          <Chip>Not computable</Chip>
        ) : agrees ? (
          <Chip tone="positive">Agrees</Chip>
        ) : (
          <Chip tone="warning">
            {list
              ? `${counted(list.rows.length, "account")} ${list.rows.length === 1 ? "differs" : "differ"}`
              : "Differs"}
          </Chip>
        ),
    },
    { key: "by", header: "Put here by", cell: ({ byName }) => byName ?? "—" },
  ];
  return (
    <section className="card relative min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
        <h2 className="text-sm font-semibold">What others report, beside ours</h2>
        {add}
      </div>
      <DataTable
        caption="Reported numbers"
        columns={columns.map((column) =>
          column.key === "verdict" ? { ...column, header: <span className="sr-only">Verdict</span> } : column,
        )}
        rows={rows}
        rowKey={({ entryId }) => entryId}
        className="border-t border-line"
      />
    </section>
  );
}
