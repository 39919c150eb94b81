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
  "health_low",
  "health_high",
  "health_band",
  "at_risk_since",
  "health_change_4_weeks",
  "open_red_flags",
  "play",
  "active_users",
  "last_touch",
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

function healthCells(health: AccountRow["health"]): Cell[] {
  if (health === null) return Array.from({ length: 9 }, () => null);
  const { low, high, band, atRiskSince, change, flags, play, use, touch } = health;
  const number = (text: string | null) => (text === null ? null : { number: text });
  const users = use.at(-1) ?? null;
  return [
    number(low),
    number(high),
    band,
    atRiskSince === null ? null : { day: atRiskSince },
    number(change),
    { number: String(flags) },
    play && `${play.name} (${play.state})`,
    users === null ? null : { number: String(users) },
    touch.on === null ? null : { day: touch.on },
  ];
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
    ...healthCells(row.health),
    { day: on },
  ];
}
