import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../../lib/scope.ts";
import type { Search } from "../../../lib/search.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";

/** Cohorts over their ages, for one scope. */
export type CohortsView = Outputs["retention"]["cohorts"];
/** One cohort. */
export type CohortRow = CohortsView["cohorts"][number];
/** One age of a cohort. */
export type CohortCell = CohortRow["cells"][number];

type Asked = Inputs["retention"]["cohorts"];

/** What is shown of each cell. */
export type Measure = "nrr" | "grr" | "logo" | "arr";
/** How the page shows cohorts. */
export type CohortTab = "grid" | "curves" | "slope";
/** What customers can be gathered by in time, and the steps of age. */
export const grains = ["month", "quarter", "year"] as const;

/** What the address says of how cohorts are shown. */
export interface Shown {
  tab: CohortTab;
  measure: Measure;
  /** Amounts and accounts in place of per cent. */
  absolute: boolean;
  least: number;
  /** Ages that are going on are left out. */
  complete: boolean;
}

/** Reads how cohorts are shown; what cannot be read is as usual. */
export function shownBy(search: Search): Shown {
  const measure = (search["measure"] ?? "nrr") as Measure;
  const tab = search["tab"];
  return {
    tab: tab === "curves" || tab === "slope" ? tab : "grid",
    measure,
    absolute: measure === "arr" || search["unit"] === "absolute",
    least: Number(search["least"] ?? "1"),
    complete: search["open"] === "complete",
  };
}

/** What the address asks cohorts by: shared by the grid and the members behind a cell. */
export function useAskedCohorts(): Asked {
  const scope = useScope();
  const { search } = useSearchState();
  return {
    ...scope,
    by: search["cohort"] ?? "quarter",
    ...(search["age"] ? { age: search["age"] } : {}),
    open: search["open"] !== "complete",
  } as Asked;
}

/** The cohorts the address asks for; the last ones stay in sight while the next are on their way. */
export function useCohorts() {
  const asked = useAskedCohorts();
  const { search } = useSearchState();
  const least = Number(search["least"] ?? "1");
  return useQuery(
    trpc.retention.cohorts.queryOptions({ ...asked, least }, { placeholderData: keepPreviousData }),
  );
}
