import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { count, counted, dayText } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { stageLooks } from "../../../ui/stage-mark.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { type EarnedStage, type Stretch, useStretches } from "./pace.ts";

const atOnce = 8;
const stages: readonly EarnedStage[] = ["won", "onboarded", "adopted"];

const columns: Column<Stretch>[] = [
  {
    key: "name",
    header: "Account",
    cell: ({ accountId, name }) => (
      <Link
        to="/accounts/$accountId/lifecycle"
        params={{ accountId }}
        title={name}
        className="inline-block max-w-40 truncate align-bottom font-medium hover:underline sm:max-w-72"
      >
        {name}
      </Link>
    ),
  },
  { key: "from", header: "Since", numeric: true, cell: ({ from }) => dayText(from) },
  {
    key: "to",
    header: "Until",
    numeric: true,
    cell: ({ to }) => (to === null ? "stands there" : dayText(to)),
  },
  { key: "days", header: "Days", numeric: true, cell: ({ days }) => count(days) },
];

/** The accounts that the days in a stage are made of. */
export function StretchList() {
  const { search, change } = useSearchState();
  const stage = stages.find((one) => one === search["stage"]) ?? "won";
  const query = useStretches(stage);
  const [shown, setShown] = useState(atOnce);
  return (
    <section
      id="stretches"
      className="card min-w-0 scroll-mt-28 overflow-clip"
      aria-label="Accounts by stage"
    >
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
        <h2 className="text-sm font-semibold">Accounts behind the days</h2>
        <Segmented
          label="Accounts at"
          value={stage}
          options={stages.map((value) => ({ value, label: stageLooks[value].name }))}
          onChange={(next) => {
            setShown(atOnce);
            change({ stage: next === "won" ? undefined : next });
          }}
        />
      </div>
      <Loaded query={query} what="The accounts" skeleton={<Skeleton className="m-4 h-40" />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="border-t border-line px-4 py-6 text-xs text-muted">
              Nobody has stood at {stageLooks[stage].name}.
            </p>
          ) : (
            <>
              <DataTable
                caption={`Accounts at ${stageLooks[stage].name}`}
                columns={columns}
                rows={rows.slice(0, shown)}
                rowKey={({ accountId, from }) => `${accountId} ${from}`}
                className="border-t border-line"
              />
              {rows.length > shown && (
                <div className="flex items-center justify-center gap-3 border-t border-line p-2 text-2xs text-subtle">
                  {count(shown)} of {counted(rows.length, "stretch", "stretches")}
                  <Button onClick={() => setShown(shown + 100)}>
                    Show {count(Math.min(100, rows.length - shown))} more
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
