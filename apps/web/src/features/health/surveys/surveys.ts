import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFilters, useScope } from "../../../lib/scope.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";

/** What customers answered, and what it comes to. */
export type Surveys = Outputs["surveys"]["scores"];
/** One quarter of it. */
export type Quarter = Surveys["quarters"][number];
/** What an account adds. */
export type AnsweredAccount = Surveys["accounts"][number];

/** The scores of the period and the filters the address asks for. */
export function useSurveys() {
  const { period } = useScope();
  return useQuery(
    trpc.surveys.scores.queryOptions(
      { ...(period ? { period } : {}), ...useFilters() },
      { placeholderData: keepPreviousData },
    ),
  );
}
