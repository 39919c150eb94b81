import { count, dayText, money } from "../../lib/format.ts";
import { movementName, movementNames, reasonText } from "../../lib/movement-names.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { type Account, sourceText } from "./account.ts";

type Movement = Account["movements"][number];

const columns: Column<Movement>[] = [
  { key: "on", header: "Date", cell: (row) => <span className="num">{dayText(row.on)}</span> },
  {
    key: "kind",
    header: "Movement",
    cell: (row) => (
      <span className="inline-flex items-center gap-2">
        <svg width="8" height="8" aria-hidden="true">
          <rect width="8" height="8" rx="1" fill={movementNames[row.kind]?.color ?? "var(--mv-other)"} />
        </svg>
        {movementName(row.kind)}
      </span>
    ),
  },
  {
    key: "amount",
    header: "ΔARR",
    numeric: true,
    cell: (row) => <span className="font-medium">{money(row.amount, row.currency, { signed: true })}</span>,
  },
  { key: "balance", header: "ARR after", numeric: true, cell: (row) => money(row.balance, row.currency) },
  {
    key: "reason",
    header: "Reason",
    className: "text-muted",
    cell: (row) =>
      reasonText(
        row.kind,
        row.parts.map((part) => part.reason),
      ),
  },
  {
    key: "sourcedBy",
    header: "Sourced by",
    className: "text-muted",
    cell: (row) => row.sourcedBy ?? (row.kind === "churn" || row.kind === "contraction" ? "—" : "Unknown"),
  },
  {
    key: "lines",
    header: "Caused by",
    className: "text-muted",
    cell: (row) => (
      <span className="inline-block max-w-48 truncate align-bottom" title={sourcesText(row.lines)}>
        {causesText(row.lines)}
      </span>
    ),
  },
];

/** The lines that caused a movement: each product once, with the line of the file it stood on. */
function causesText(lines: Movement["lines"]): string {
  const said = lines.map(({ product, lineId, source }) =>
    source?.line ? `${product ?? lineId}, line ${source.line}` : (product ?? lineId),
  );
  return [...new Set(said)].join("; ");
}

/** The same with the files in full. */
function sourcesText(lines: Movement["lines"]): string {
  return [...new Set(lines.map((line) => `${line.product ?? line.lineId}: ${sourceText(line.source)}`))].join(
    "; ",
  );
}

/** Every change of the account's ARR up to today, newest first, with the lines that caused it. */
export function Movements({ account, today }: { account: Account; today: string }) {
  const rows = account.movements.filter((movement) => movement.on <= today).reverse();
  const ahead = account.movements.find((movement) => movement.on > today);
  return (
    <section className="card min-w-0" aria-labelledby="movements-title">
      <div className="px-4 pt-3 pb-1">
        <h2 id="movements-title" className="text-sm font-semibold">
          Movements
        </h2>
        <p className="mt-0.5 text-2xs text-subtle">
          {count(rows.length)} booked, newest first, in the currency of the contract
          {ahead && `; the next contract end is due on ${dayText(ahead.on)}`}
        </p>
      </div>
      {rows.length === 0 ? (
        <p className="px-4 py-8 text-xs text-muted">Nothing has moved: no contract line carries ARR yet.</p>
      ) : (
        <DataTable
          caption="Movements"
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.on} ${row.currency} ${row.kind}`}
        />
      )}
    </section>
  );
}
