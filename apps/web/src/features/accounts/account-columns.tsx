import { Link } from "@tanstack/react-router";
import { Sparkline } from "../../charts/sparkline.tsx";
import { count, dayText, money } from "../../lib/format.ts";
import type { Column } from "../../ui/data-table.tsx";
import { healthColumns, playColumn } from "../../ui/health-columns.tsx";
import type { AccountList, AccountRow } from "./account-list.ts";
import { StatusMark } from "./status-mark.tsx";

const text = (value: string | null) => value ?? <span className="text-subtle">—</span>;

const usePoints = (use: readonly (number | null)[]) =>
  use.map((users) => ({ value: users === null ? null : String(users) }));

const countOf = (users: number | null | undefined) =>
  users === null || users === undefined ? "—" : count(users);

/** How long ago somebody was last in touch. */
const agoText = (days: number | null): string =>
  days === null ? "never" : days === 0 ? "today" : `${count(days)} d ago`;

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
      className: "hidden @[51rem]/page:table-cell",
      cell: (row) => <StatusMark status={row.status} />,
      footer: `${count(totals.accounts)} customers`,
    },
    ...healthColumns<AccountRow>(),
    {
      key: "use",
      header: "Active users, 13 w",
      numeric: true,
      className: "hidden @[75rem]/page:table-cell",
      cell: ({ health }) => (
        <span className="inline-flex items-center justify-end gap-2">
          <Sparkline points={usePoints(health?.use ?? [])} width={64} height={20} />
          <span className="min-w-8">{countOf(health?.use.at(-1))}</span>
        </span>
      ),
    },
    {
      key: "touch",
      header: "Last touch",
      sort: "touch",
      numeric: true,
      className: "hidden @[81rem]/page:table-cell",
      cell: ({ health }) => (health === null ? "—" : agoText(health.touch.days)),
    },
    {
      key: "csm",
      header: "CSM",
      sort: "csm",
      cell: (row) => row.csm ?? <span className="text-subtle">No owner</span>,
    },
    {
      key: "renewalOn",
      header: "Next renewal",
      sort: "renewalOn",
      numeric: true,
      cell: (row) => (row.renewalOn ? dayText(row.renewalOn) : <span className="text-subtle">—</span>),
    },
    playColumn<AccountRow>(),
    {
      key: "segment",
      header: "Segment",
      sort: "segment",
      className: "text-muted hidden @[91rem]/page:table-cell",
      cell: (row) => text(row.segment),
    },
  ];
}
