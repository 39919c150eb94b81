import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";

/** Everything the retention overview shows, for one scope. */
export type Overview = Outputs["retention"]["overview"];

type Asked = Inputs["retention"]["overview"];

/** The overview of the scope in the address; the last one stays in sight while the next is on its way. */
export function useOverview() {
  const scope = useScope();
  const { search } = useSearchState();
  const asked = {
    ...scope,
    ...(search["compare"] ? { compare: search["compare"] } : {}),
    ...(search["by"] ? { by: search["by"] } : {}),
  } as Asked;
  return useQuery(trpc.retention.overview.queryOptions(asked, { placeholderData: keepPreviousData }));
}
