import { count, counted } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { FindField } from "../../../ui/find-field.tsx";
import { Pages } from "../../../ui/pages.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { movementColumns } from "./movement-columns.tsx";
import { type Movements, movementSort, pageSize, useMovements } from "./movements.ts";
import { MovementsExport } from "./movements-export.tsx";

/** Every movement behind the bridge: found, sorted, a page at a time, with where each comes from. */
export function MovementsCard() {
  const query = useMovements();
  return (
    <Loaded query={query} what="The list of movements" skeleton={<Skeleton className="h-96" />}>
      {(view) => <List view={view} />}
    </Loaded>
  );
}

function List({ view }: { view: Movements }) {
  const { search, change } = useSearchState();
  const { today } = useWorkspace();
  const first = (view.page - 1) * pageSize + 1;
  const missing = view.rows.some((row) => row.amount === null);
  return (
    <section className="card min-w-0 overflow-clip" aria-labelledby="movements-title">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5">
        <div>
          <h2 id="movements-title" className="text-sm font-semibold">
            Movements
          </h2>
          <p className="num text-2xs text-subtle" role="status">
            {view.found === 0
              ? `None of ${count(view.count)}`
              : `${count(first)} to ${count(first + view.rows.length - 1)} of ${count(view.found)}`}
            {view.found < view.count && view.found > 0 && ` found among ${count(view.count)}`}
            {movementSort(search["sort"]) === "-size" && ", largest change first"}
          </p>
        </div>
        <span className="flex flex-wrap items-center gap-2">
          <FindField label="Find movements" placeholder="Account, reason, contract" />
          <Pages
            of="movements"
            page={view.page}
            pageSize={pageSize}
            total={view.found}
            onGo={(page) => change({ page: page === 1 ? undefined : String(page) }, { push: true })}
          />
          <MovementsExport />
        </span>
      </div>
      {missing && (
        <p className="border-t border-line bg-warning-chip px-4 py-1.5 text-xs text-warning">
          A rate to {view.currency} is missing: movements are listed as booked. Import exchange rates, or
          filter by currency.
        </p>
      )}
      {view.rows.length === 0 ? (
        <Empty
          title={view.count === 0 ? "Nothing moved in this period." : "No movement is found."}
          actions={
            search["q"] && (
              <Button onClick={() => change({ q: undefined, page: undefined })}>Remove the search</Button>
            )
          }
        >
          {view.count === 0
            ? "Choose a longer period, or fewer filters."
            : `None of the ${counted(view.count, "movement")} has “${search["q"] ?? ""}” in its account, parent, reason, contract or id.`}
        </Empty>
      ) : (
        <DataTable
          caption="Movements"
          columns={movementColumns(view, today)}
          rows={view.rows}
          rowKey={(row) => row.movementId + row.booked.currency}
          sort={movementSort(search["sort"])}
          onSort={(next) => change({ sort: next === "-size" ? undefined : next, page: undefined })}
          footer
          className="border-t border-line"
        />
      )}
    </section>
  );
}
