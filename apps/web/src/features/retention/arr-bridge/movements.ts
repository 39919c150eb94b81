import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";

/** A page of the movements behind the bridge. */
export type Movements = Outputs["retention"]["movements"];
/** One movement. */
export type MovementRow = Movements["rows"][number];

type Asked = Inputs["retention"]["movements"];

/** Movements on one page of the list. */
export const pageSize = 25;

const sortable = ["on", "name", "kind", "amount", "size", "recorded"];

/** The sort the address asks for, or the usual one: the largest change first, whichever its sign. */
export function movementSort(sort: string | undefined): string {
  return sort && sortable.includes(sort.replace(/^-/, "")) ? sort : "-size";
}

/** What the address asks the list for. */
export function useAskedMovements(): Asked {
  const scope = useScope();
  const { search } = useSearchState();
  return {
    ...scope,
    sort: movementSort(search["sort"]),
    page: Number(search["page"] ?? "1"),
    pageSize,
    ...(search["q"] ? { search: search["q"] } : {}),
  } as Asked;
}

/** The movements the address asks for. */
export function useMovements() {
  return useQuery(
    trpc.retention.movements.queryOptions(useAskedMovements(), { placeholderData: keepPreviousData }),
  );
}
