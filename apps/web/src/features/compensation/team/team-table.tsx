import { Link } from "@tanstack/react-router";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import type { TeamRow } from "../comp.ts";
import { payText, statusWords } from "../pay-words.ts";

const exceptions = {
  negative: "takes more than it pays",
  nothing: "pays nothing",
  over_twice_target: "over twice the target",
} as const;

/** Everybody whose pay one may read, those with exceptions first, as the server puts them. */
export function TeamTable({ rows, period }: { rows: readonly TeamRow[]; period: string }) {
  return (
    <DataTable
      caption={`Statements of ${period}, those to look at first`}
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
    />
  );
}

const columns: Column<TeamRow>[] = [
  {
    key: "person",
    header: "Person",
    cell: ({ person, number }) => (
      <Link to="/comp/statements/$id" params={{ id: String(number) }} className="link font-medium text-link">
        {person}
      </Link>
    ),
  },
  {
    key: "exceptions",
    header: "To look at",
    cell: ({ exception, openDisputes }) => (
      <span className="flex flex-wrap gap-1.5">
        {exception && <Chip tone="warning">{exceptions[exception]}</Chip>}
        {openDisputes > 0 && (
          <Chip tone="warning">{openDisputes === 1 ? "open dispute" : `${openDisputes} open disputes`}</Chip>
        )}
      </span>
    ),
  },
  {
    key: "status",
    header: "Status",
    cell: ({ status, acknowledged }) => (
      <span className="flex gap-1.5">
        <Chip tone={statusWords[status]?.tone ?? "neutral"}>{statusWords[status]?.name ?? status}</Chip>
        {acknowledged && <Chip>acknowledged</Chip>}
      </span>
    ),
  },
  {
    key: "plan",
    header: "Plan",
    className: "max-lg:hidden",
    cell: ({ plan }) => (
      <span className="flex items-center gap-2">
        {plan.name} <Chip>v{plan.version}</Chip>
      </span>
    ),
  },
  {
    key: "target",
    header: "At target",
    numeric: true,
    className: "max-md:hidden",
    cell: ({ target, currency }) =>
      target === null ? (
        <span className="text-subtle" title="The plan pays by rates: it has no pay at target.">
          \u2014<span className="sr-only">The plan has no pay at target</span>
        </span>
      ) : (
        payText(target, currency)
      ),
  },
  {
    key: "total",
    header: "Payable",
    numeric: true,
    cell: ({ total, currency }) => (
      <span className={total.startsWith("-") ? "text-negative" : undefined}>{payText(total, currency)}</span>
    ),
  },
  {
    key: "more",
    header: <span className="sr-only">More</span>,
    className: "max-md:hidden",
    cell: ({ person, period }) => (
      <span className="flex justify-end gap-3 text-2xs">
        <Link to="/comp/simulator" search={{ person, period: period.text }} className="text-link">
          Simulate
        </Link>
        <Link to="/comp/reconciliation" search={{ person, period: period.text }} className="text-link">
          Reconcile
        </Link>
      </span>
    ),
  },
];
