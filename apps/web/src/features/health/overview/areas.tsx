import { useState } from "react";
import { Sparkline } from "../../../charts/sparkline.tsx";
import { count, counted, exactNumber, money, monthText } from "../../../lib/format.ts";
import type { Outputs } from "../../../lib/trpc.ts";
import { Chip } from "../../../ui/chip.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { HealthMark } from "../../../ui/health-mark.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Term } from "../../../ui/term.tsx";
import { HealthLink } from "../account-link.tsx";
import { useAreas } from "../health.ts";

type Areas = Outputs["health"]["areas"];

/** Health of the accounts that asked for help with each feature area, month by month; an area that stays low is flagged. */
export function Areas() {
  const query = useAreas();
  return (
    <Loaded query={query} what="Health by feature area" skeleton={<Skeleton className="h-48" />}>
      {(areas) => <Told areas={areas} />}
    </Loaded>
  );
}

function Told({ areas: { rows, below, monthsInARow, currency } }: { areas: Areas }) {
  const [open, setOpen] = useState<Areas["rows"][number] | null>(null);
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
              cell: (row) =>
                row.accounts.length === 0 ? (
                  "—"
                ) : (
                  <button
                    type="button"
                    aria-haspopup="dialog"
                    aria-label={`${counted(row.accounts.length, "account")} with tickets about ${row.area}`}
                    className="min-h-6 min-w-6 rounded-control px-1 font-medium underline decoration-dotted underline-offset-2 hover:bg-hover"
                    onClick={() => setOpen(row)}
                  >
                    {count(row.accounts.length)}
                  </button>
                ),
            },
          ]}
        />
      )}
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open ? `Accounts with tickets about ${open.area}` : ""}
        note="Of the latest month with a mean, each with its health as it was measured last."
        wide
      >
        {open && (
          <DataTable
            caption="Accounts with tickets about the area"
            rows={open.accounts}
            rowKey={({ accountId }) => accountId}
            tall
            columns={[
              {
                key: "account",
                header: "Account",
                cell: (row) => <HealthLink account={row} under={row.csm} />,
              },
              {
                key: "health",
                header: "Health",
                cell: ({ scored }) => (scored ? <HealthMark scored={scored} /> : "—"),
              },
              {
                key: "arr",
                header: "ARR",
                numeric: true,
                cell: ({ arr }) => (currency ? money(arr, currency, { whole: true }) : "—"),
              },
            ]}
          />
        )}
      </Dialog>
    </section>
  );
}
