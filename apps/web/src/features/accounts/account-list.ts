import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";

/** A page of accounts with the totals of everything found. */
export type AccountList = Outputs["accounts"]["list"];
/** One account on a day. */
export type AccountRow = AccountList["rows"][number];

type Asked = Inputs["accounts"]["list"];

/** Accounts on one page of the list. */
export const pageSize = 50;

/** The columns the list can be sorted by; another in the address is set aside. */
const sortable = [
  "name",
  "arr",
  "since",
  "renewalOn",
  "lines",
  "status",
  "segment",
  "tier",
  "region",
  "csm",
  "ae",
  "health",
  "change",
  "flags",
  "touch",
];

/** The sort of the list in the address, or the usual one: largest first. */
export function sortOf(sort: string | undefined): string {
  return sort && sortable.includes(sort.replace(/^-/, "")) ? sort : "-arr";
}

/** What the address asks the list for. */
export function useAsked(): Asked {
  const { search } = useSearchState();
  const { filters, asOf } = useScope();
  return {
    sort: sortOf(search["sort"]),
    page: Number(search["page"] ?? "1"),
    pageSize,
    ...(filters ? { filters } : {}),
    ...(asOf ? { asOf } : {}),
    ...(search["q"] ? { search: search["q"] } : {}),
    ...(search["status"] ? { status: [search["status"]] } : {}),
    ...(search["f.health"] ? { health: search["f.health"].split(",") } : {}),
  } as Asked;
}

/** The accounts the address asks for. */
export function useAccountList() {
  return useQuery(trpc.accounts.list.queryOptions(useAsked(), { placeholderData: keepPreviousData }));
}
