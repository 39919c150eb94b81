import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { count, counted, dayText, percent } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import type { Renewals } from "./pace.ts";

type Due = Renewals["due"][number];
type Kept = Due["kept"];

const looks = {
  on_time: { name: "In time", tone: "positive" },
  late: { name: "Late", tone: "warning" },
  undated: { name: "No day of signature", tone: "neutral" },
  not_renewed: { name: "Not renewed", tone: "negative" },
} as const satisfies Record<Kept, object>;
const kinds = Object.keys(looks) as Kept[];
const atOnce = 8;

const columns: Column<Due>[] = [
  {
    key: "name",
    header: "Account",
    cell: ({ accountId, name }) => (
      <Link
        to="/accounts/$accountId/renewals"
        params={{ accountId }}
        title={name}
        className="inline-block max-w-40 truncate align-bottom font-medium hover:underline sm:max-w-72"
      >
        {name}
      </Link>
    ),
  },
  { key: "endedOn", header: "Last day", numeric: true, cell: ({ endedOn }) => dayText(endedOn) },
  {
    key: "kept",
    header: "Renewed",
    cell: ({ kept }) => <Chip tone={looks[kept].tone}>{looks[kept].name}</Chip>,
  },
];

/** How many of the contracts that were due were renewed in time, and each of the others. */
export function OnTime({ renewals }: { renewals: Renewals }) {
  const { value, reason, due, from, to } = renewals;
  const [kind, setKind] = useState<Kept>("late");
  const [shown, setShown] = useState(atOnce);
  const rows = due.filter(({ kept }) => kept === kind);
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Renewals in time">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 py-3">
        <div>
          <h2 className="text-sm font-semibold">
            <Link to="/glossary/$term" params={{ term: "on-time-renewal-rate" }} className="hover:underline">
              Renewals in time
            </Link>
          </h2>
          <p className="text-2xs text-subtle">
            Contracts due from {dayText(from)} to {dayText(to)}, renewed on or before their last day
          </p>
          <p className="mt-1 text-lg font-semibold">
            {value === null ? (
              <span className="text-sm font-normal text-muted">{reason}</span>
            ) : (
              percent(value)
            )}
            {value !== null && (
              <span className="ml-2 text-2xs font-normal text-subtle">
                of {counted(due.length, "contract")}
              </span>
            )}
          </p>
        </div>
        <Segmented
          label="Contracts shown"
          value={kind}
          options={kinds.map((one) => ({
            value: one,
            label: `${looks[one].name} ${count(due.filter(({ kept }) => kept === one).length)}`,
          }))}
          onChange={(next) => {
            setShown(atOnce);
            setKind(next);
          }}
        />
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-6 text-xs text-muted">No contract.</p>
      ) : (
        <DataTable
          caption={`Contracts due: ${looks[kind].name}`}
          columns={columns}
          rows={rows.slice(0, shown)}
          rowKey={({ accountId, endedOn }) => `${accountId} ${endedOn}`}
          className="border-t border-line"
        />
      )}
      {rows.length > shown && (
        <div className="flex items-center justify-center gap-3 border-t border-line p-2 text-2xs text-subtle">
          {count(shown)} of {counted(rows.length, "contract")}
          <Button onClick={() => setShown(shown + 100)}>
            Show {count(Math.min(100, rows.length - shown))} more
          </Button>
        </div>
      )}
    </section>
  );
}
