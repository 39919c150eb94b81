import { Link } from "@tanstack/react-router";
import { count, dayText, money } from "../../lib/format.ts";
import type { Column } from "../../ui/data-table.tsx";
import type { AccountList, AccountRow } from "./account-list.ts";
import { StatusMark } from "./status-mark.tsx";

const text = (value: string | null) => value ?? <span className="text-subtle">—</span>;

/** The columns of the accounts list; some give way on narrow screens. */
export function accountColumns({ totals, total }: AccountList): Column<AccountRow>[] {
  const currency = totals.currency;
  const amount = (minor: string) => (currency ? money(minor, currency, { whole: true }) : "—");
  return [
    {
      key: "name",
      header: "Account",
      sort: "name",
      cell: (row) => (
        <Link
          to="/accounts/$accountId"
          params={{ accountId: row.accountId }}
          className="inline-block max-w-32 truncate align-bottom sm:max-w-64"
          title={row.name}
        >
          {row.name}
        </Link>
      ),
      footer: `${count(total)} found`,
    },
    {
      key: "arr",
      header: currency ? `ARR, ${currency}` : "ARR",
      sort: "arr",
      numeric: true,
      cell: (row) => <span className="font-medium">{amount(row.arr)}</span>,
      footer: <span data-total-arr={totals.arr}>{amount(totals.arr)}</span>,
    },
    {
      key: "status",
      header: "Status",
      sort: "status",
      cell: (row) => <StatusMark status={row.status} />,
      footer: `${count(totals.accounts)} customers`,
    },
    {
      key: "segment",
      header: "Segment",
      sort: "segment",
      className: "text-muted",
      cell: (row) => text(row.segment),
    },
    {
      key: "tier",
      header: "Tier",
      sort: "tier",
      className: "text-muted hidden @[80rem]/page:table-cell",
      cell: (row) => text(row.tier),
    },
    {
      key: "region",
      header: "Region",
      sort: "region",
      className: "text-muted",
      cell: (row) => text(row.region),
    },
    {
      key: "csm",
      header: "CSM",
      sort: "csm",
      cell: (row) => row.csm ?? <span className="text-subtle">No owner</span>,
    },
    {
      key: "lines",
      header: "Lines",
      sort: "lines",
      numeric: true,
      className: "text-muted",
      cell: (row) => count(row.lines),
    },
    {
      key: "since",
      header: "Since",
      sort: "since",
      numeric: true,
      className: "text-muted",
      cell: (row) => (row.since ? dayText(row.since) : "—"),
    },
    {
      key: "renewalOn",
      header: "Next renewal",
      sort: "renewalOn",
      numeric: true,
      cell: (row) => (row.renewalOn ? dayText(row.renewalOn) : <span className="text-subtle">—</span>),
    },
  ];
}
