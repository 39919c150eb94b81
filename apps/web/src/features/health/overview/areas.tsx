import { useQuery } from "@tanstack/react-query";
import { Sparkline } from "../../../charts/sparkline.tsx";
import { count, exactNumber, monthText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { Chip } from "../../../ui/chip.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Term } from "../../../ui/term.tsx";

type Areas = Outputs["health"]["areas"];

/** Health of the accounts that asked for help with each feature area, month by month; an area that stays low is flagged. */
export function Areas() {
  const query = useQuery(trpc.health.areas.queryOptions());
  return (
    <Loaded query={query} what="Health by feature area" skeleton={<Skeleton className="h-48" />}>
      {(areas) => <Told areas={areas} />}
    </Loaded>
  );
}

function Told({ areas: { rows, below, monthsInARow } }: { areas: Areas }) {
  return (
    <section className="card min-w-0" aria-labelledby="areas-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="areas-title" className="text-sm font-semibold">
          <Term id="feature-area-health">Health by feature area</Term>
        </h2>
        <p className="text-2xs text-subtle">
          The mean score of the accounts with tickets about the area, month by month. Below {below} in{" "}
          {monthsInARow} months in a row an area is flagged.
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          No ticket names a feature area. They come in with a file of tickets.
        </p>
      ) : (
        <DataTable
          caption="Health by feature area"
          rows={rows}
          rowKey={({ area }) => area}
          columns={[
            {
              key: "area",
              header: "Area",
              cell: ({ area, flagged }) => (
                <>
                  {area} {flagged && <Chip tone="negative">Flagged</Chip>}
                </>
              ),
            },
            {
              key: "months",
              header: "Months",
              cell: ({ months }) => (
                <Sparkline
                  points={months.map(({ mean }) => ({ value: mean }))}
                  width={96}
                  height={24}
                  domain={[0, 100]}
                />
              ),
            },
            {
              key: "last",
              header: "Last mean",
              numeric: true,
              cell: ({ months }) => {
                const last = months.findLast(({ mean }) => mean !== null);
                return last?.mean ? (
                  <>
                    <span className="font-medium">{exactNumber(last.mean)}</span>{" "}
                    <span className="text-subtle">{monthText(last.month)}</span>
                  </>
                ) : (
                  "—"
                );
              },
            },
            {
              key: "accounts",
              header: "Accounts",
              numeric: true,
              cell: ({ months }) => count(months.findLast(({ mean }) => mean !== null)?.accounts ?? 0),
            },
          ]}
        />
      )}
    </section>
  );
}
