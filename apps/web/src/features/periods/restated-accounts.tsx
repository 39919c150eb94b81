import { Link } from "@tanstack/react-router";
import { counted, dayText, money, points } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import type { RestatedRow, Restatement } from "./periods.ts";

/** The accounts behind each cause, with what moved and the facts that did it. */
export function RestatedAccounts({ found }: { found: Restatement }) {
  const { search, change } = useSearchState();
  const chosen = found.causes?.find(({ cause }) => cause === search["cause"]);
  const moved = (found.causes?.find(({ cause }) => cause === "currency")?.accounts ?? 0) > 0;
  const page = found.page;
  const pages = Math.ceil(found.count / found.pageSize);
  return (
    <section className="card" aria-label="Accounts behind the difference">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3.5 pb-2">
        <div>
          <h2 className="text-sm font-semibold">
            Accounts behind {chosen ? chosen.name.toLowerCase() : "the difference"}
          </h2>
          <p className="text-xs text-muted">
            {counted(found.count, "line")} that add up to {chosen ? "the cause" : "the causes"} exactly
          </p>
        </div>
        {chosen && (
          <Button onClick={() => change({ cause: undefined, page: undefined })}>Show every cause</Button>
        )}
      </div>
      {found.rates.length > 0 && moved && (!chosen || chosen.cause === "currency") && (
        <ul className="mx-4 mb-2 flex flex-col gap-0.5 text-2xs text-muted" aria-label="Rates recorded since">
          {found.rates.slice(0, 6).map((rate) => (
            <li key={rate.key}>Rate: {rate.text}</li>
          ))}
          {found.rates.length > 6 && <li>and {found.rates.length - 6} more rates</li>}
        </ul>
      )}
      {found.rows.length === 0 ? (
        <p className="px-4 pb-5 text-xs text-muted">No account's figures differ from what was reported.</p>
      ) : (
        <DataTable
          caption="Accounts behind the difference"
          columns={columnsOf(found)}
          rows={found.rows}
          rowKey={(row) => `${row.cause} ${row.accountId}`}
        />
      )}
      {pages > 1 && (
        <div className="flex items-center justify-end gap-2 px-4 py-3 text-xs text-muted">
          Page {page} of {pages}
          <Button disabled={page <= 1} onClick={() => change({ page: String(page - 1) })}>
            Previous
          </Button>
          <Button disabled={page >= pages} onClick={() => change({ page: String(page + 1) })}>
            Next
          </Button>
        </div>
      )}
    </section>
  );
}

function columnsOf({ currency, causes }: Restatement): Column<RestatedRow>[] {
  const amount = (value: string | undefined) => (value ? money(value, currency, { signed: true }) : "—");
  const effect = (row: RestatedRow, term: string) => {
    const own = row.effects.find((one) => one.term === term);
    return own ? <span title={own.exact}>{points(own.effect, { digits: 2 })}</span> : "—";
  };
  return [
    {
      key: "account",
      header: "Account",
      cell: (row) => (
        <Link
          to="/accounts/$accountId"
          params={{ accountId: row.accountId }}
          className="link block max-w-56 truncate font-medium"
        >
          {row.name}
        </Link>
      ),
    },
    {
      key: "cause",
      header: "Cause",
      cell: (row) => <Chip>{causes?.find(({ cause }) => cause === row.cause)?.name ?? row.cause}</Chip>,
    },
    { key: "opening", header: "Opening", numeric: true, cell: (row) => amount(row.moved.opening) },
    { key: "closing", header: "Closing", numeric: true, cell: (row) => amount(row.moved.closing) },
    { key: "nrr", header: "NRR pp", numeric: true, cell: (row) => effect(row, "nrr") },
    { key: "grr", header: "GRR pp", numeric: true, cell: (row) => effect(row, "grr") },
    {
      key: "facts",
      header: "What was recorded",
      cell: (row) => <Facts row={row} />,
    },
  ];
}

function Facts({ row }: { row: RestatedRow }) {
  const shown = row.facts.slice(0, 3);
  if (shown.length === 0) return <span className="text-subtle">—</span>;
  return (
    <ul className="flex min-w-72 flex-col gap-1 py-1.5 whitespace-normal">
      {shown.map((fact) => (
        <li key={`${fact.kind} ${fact.key}`} className="text-2xs leading-4">
          {fact.text}
          <span className="block text-subtle">
            {sourceText(fact)}
            {fact.recordedAt && `, recorded ${dayText(fact.recordedAt.slice(0, 10))}`}
          </span>
        </li>
      ))}
      {row.facts.length > shown.length && (
        <li className="text-2xs text-subtle">and {row.facts.length - shown.length} more</li>
      )}
    </ul>
  );
}

function sourceText({ source }: RestatedRow["facts"][number]): string {
  if (!source) return "";
  const place = source.file === null ? source.key : `${source.file}, row ${source.line ?? "?"}`;
  return `${source.system}: ${place}`;
}
