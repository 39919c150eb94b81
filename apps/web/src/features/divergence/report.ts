import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useScope } from "../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { listOf } from "../../lib/url.ts";
import { useSearchState } from "../../lib/use-search.ts";

/** The divergences of a day, one page of them, with what they come to. */
export type Report = Outputs["divergence"]["report"];
/** One divergence. */
export type Line = Report["lines"][number];
/** What the page asks. */
export type Asked = Inputs["divergence"]["report"];

/** Divergences on one page of the table. */
export const pageSize = 50;

const sortable = ["arr", "age", "name"];

/** The sort in the address, or the usual one: the largest ARR first. */
export function sortOf(sort: string | undefined): string {
  return sort && sortable.includes(sort.replace(/^-/, "")) ? sort : "-arr";
}

/** Which divergences the address asks for, on whichever tab. */
export function useMeant(): Pick<Asked, "kinds" | "terms" | "systems" | "filters"> {
  const { search } = useSearchState();
  const { filters } = useScope();
  const list = (key: string) => (search[key] ? { values: listOf(search[key]) } : null);
  return {
    ...(list("kind") && { kinds: list("kind")?.values }),
    ...(list("term") && { terms: list("term")?.values }),
    ...(list("system") && { systems: list("system")?.values }),
    ...(filters && { filters }),
  } as Pick<Asked, "kinds" | "terms" | "systems" | "filters">;
}

/** What the address asks the report for. */
export function useAsked(): Asked {
  const { search } = useSearchState();
  return {
    ...useMeant(),
    ...(search["on"] ? { on: search["on"] } : {}),
    ...(search["q"] ? { search: search["q"] } : {}),
    accepted: search["accepted"] === "only" ? "only" : "without",
    sort: sortOf(search["sort"]),
    page: Number(search["page"] ?? "1"),
    pageSize,
  } as Asked;
}

/** The report the address asks for. */
export function useReport() {
  return useQuery(trpc.divergence.report.queryOptions(useAsked(), { placeholderData: keepPreviousData }));
}

/** Asks everything that tells of divergences again, once something was put on record. */
export function useAskAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries(trpc.divergence.pathFilter());
    await client.invalidateQueries(trpc.journal.pathFilter());
  };
}
