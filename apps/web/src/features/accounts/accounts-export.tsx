import type { Cell } from "../../lib/exports/cell.ts";
import { majorOf } from "../../lib/format.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { TableExport } from "../../ui/table-export.tsx";
import { type AccountList, type AccountRow, useAsked } from "./account-list.ts";

const headers = [
  "account_id",
  "name",
  "arr_status",
  "arr",
  "arr_currency",
  "segment",
  "tier",
  "region",
  "industry",
  "csm",
  "ae",
  "am",
  "customer_since",
  "lines",
  "next_renewal",
  "on",
] as const;
const most = 500;

/** Every account found, under the filters and in the order of the list. */
export function AccountsExport() {
  const asked = useAsked();
  const rows = async () => {
    const pages: AccountList[] = [];
    for (let page = 1; page === 1 || (pages[0]?.total ?? 0) > (page - 1) * most; page += 1)
      pages.push(
        await queryClient.fetchQuery(trpc.accounts.list.queryOptions({ ...asked, page, pageSize: most })),
      );
    return pages.flatMap((list) => list.rows.map((row) => cellsOf(row, list)));
  };
  return <TableExport name="accounts" what="Accounts" headers={headers} rows={rows} />;
}

function cellsOf(row: AccountRow, { totals, on }: Pick<AccountList, "totals" | "on">): Cell[] {
  const { currency } = totals;
  return [
    row.accountId,
    row.name,
    row.status,
    currency ? { money: majorOf(row.arr, currency), currency } : null,
    currency,
    row.segment,
    row.tier,
    row.region,
    row.industry,
    row.csm,
    row.ae,
    row.am,
    row.since === null ? null : { day: row.since },
    { number: String(row.lines) },
    row.renewalOn === null ? null : { day: row.renewalOn },
    { day: on },
  ];
}
