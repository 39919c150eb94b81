import { useState } from "react";
import { count, dayText, money, readable } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Term } from "../../../ui/term.tsx";
import { HealthLink } from "../account-link.tsx";
import type { Overview } from "../health.ts";

const atFirst = 12;

/** What warns early of a loss, the newest first. */
export function Warnings({ overview: { warnings, currency } }: { overview: Overview }) {
  const [shown, setShown] = useState(atFirst);
  return (
    <section className="card min-w-0" aria-labelledby="warnings-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="warnings-title" className="text-sm font-semibold">
          <Term id="early-warning-system">Early warnings</Term>
        </h2>
        <p className="text-2xs text-subtle">Of the last four weeks, the newest first.</p>
      </div>
      {warnings.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nothing warned of a loss in four weeks.
        </p>
      ) : (
        <DataTable
          caption="Early warnings"
          rows={warnings.slice(0, shown)}
          rowKey={({ accountId, on, kind, text }) => `${accountId} ${on} ${kind} ${text}`}
          tall
          columns={[
            {
              key: "account",
              header: "Account",
              cell: (row) => <HealthLink account={row} under={row.csm} />,
            },
            { key: "on", header: "On", numeric: true, cell: ({ on }) => dayText(on) },
            {
              key: "what",
              header: "What",
              cell: ({ text }) => (
                <span className="block max-w-[48ch] whitespace-normal">{readable(text)}</span>
              ),
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
      {warnings.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>
            Show more, {count(warnings.length - shown)} left
          </Button>
        </p>
      )}
    </section>
  );
}
