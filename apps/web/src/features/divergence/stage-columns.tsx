import { Link } from "@tanstack/react-router";
import { count, dayText, readable } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import type { Column } from "../../ui/data-table.tsx";
import type { Line, Report } from "./report.ts";
import { RowActions } from "./row-actions.tsx";
import { Shows } from "./shows.tsx";
import { amountText, claimText, handlingWords, kindWords } from "./words.ts";

const tones = {
  contradicted: "negative",
  unsupported: "warning",
  unclaimed: "info",
  stale: "neutral",
  mismatch: "warning",
} as const;

/** The columns of the table of divergences. */
export function stageColumns({ currency, on, total }: Report): Column<Line>[] {
  return [
    {
      key: "account",
      header: "Account",
      sort: "name",
      cell: ({ accountId, name, segment }) => (
        <span className="block py-1">
          <Link
            to="/accounts/$accountId"
            params={{ accountId }}
            className="block max-w-52 truncate max-sm:max-w-32"
            title={name}
          >
            {name}
          </Link>
          {segment && <span className="block text-2xs font-normal text-subtle">{segment}</span>}
        </span>
      ),
      footer: "All that is found",
    },
    {
      key: "kind",
      header: "Divergence",
      cell: ({ kind, handling, accepted }) => (
        <span className="block py-1">
          <Chip tone={tones[kind]}>{kindWords[kind].name}</Chip>
          {handling && (
            <span className="mt-0.5 block text-2xs text-subtle">
              {handlingWords[handling.action]}
              {handling.owner && `, ${handling.owner}`}
              {accepted && handling.expiresOn && ` until ${dayText(handling.expiresOn)}`}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "claim",
      header: "What is claimed",
      cell: ({ claims }) => (
        <span className="block py-1">
          {claims.map((claim) => (
            <span key={`${claim.system} ${claim.field}`} className="block">
              <span className="block max-w-64 truncate" title={claimText(claim)}>
                {claim.system} · {claim.field} · <span className="font-medium">{claim.label ?? "empty"}</span>
              </span>
              <span className="block text-2xs text-subtle">since {dayText(claim.since)}</span>
            </span>
          ))}
        </span>
      ),
    },
    {
      key: "shows",
      header: "What evidence shows",
      cell: (line) => (
        <span className="block max-w-80 min-w-52 py-1 whitespace-normal">
          <Shows shows={line.shows} />
          <span className="block text-2xs text-muted">
            {readable(line.says[0] ?? "")}
            {line.says.length > 1 && ` And ${count(line.says.length - 1)} more.`}
          </span>
        </span>
      ),
    },
    {
      key: "arr",
      header: "ARR",
      numeric: true,
      sort: "arr",
      cell: ({ arr }) => amountText(arr, currency),
      footer: amountText(total.arr, currency),
    },
    {
      key: "age",
      header: "Days",
      numeric: true,
      sort: "age",
      cell: ({ age, since }) => <span title={`Since ${dayText(since)}`}>{count(age)}</span>,
    },
    {
      key: "owner",
      header: "Owner",
      cell: ({ owner }) =>
        owner === null ? (
          <span className="text-subtle">Nobody</span>
        ) : (
          <span className="block py-1">
            {owner.name} <span className="block text-2xs text-subtle uppercase">{owner.role}</span>
          </span>
        ),
    },
    {
      key: "actions",
      header: <span className="sr-only">Actions</span>,
      cell: (line) => <RowActions line={line} today={on} />,
    },
  ];
}
