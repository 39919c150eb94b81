import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { monthAt, monthIndex } from "../../../lib/months.ts";
import { dimensions } from "../../../lib/search.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";

/** How long customers stand at each stage, and how quickly they are onboarded. */
export type Velocity = Outputs["lifecycle"]["velocity"];
/** The customers lost, why, and how many could have been kept. */
export type Churn = Outputs["lifecycle"]["churn"];
/** The contracts that were due, and how they were renewed. */
export type Renewals = Outputs["lifecycle"]["onTime"];
/** One customer's time at a stage. */
export type Stretch = Outputs["lifecycle"]["stretches"]["rows"][number];
/** A stage that is earned, and lasts. */
export type EarnedStage = Velocity["stages"][number]["stage"];

/** The filters of the address, as the server takes them. */
function useFilters(): Readonly<Record<string, string[]>> {
  const { search } = useSearchState();
  return useMemo(() => {
    const chosen = dimensions.flatMap((dimension) => {
      const value = search[`f.${dimension}`];
      return value === undefined ? [] : [[dimension, value.split(",")] as const];
    });
    return Object.fromEntries(chosen);
  }, [search]);
}

/** How quickly customers come along, those the filters leave. */
export function useVelocity() {
  const filters = useFilters();
  return useQuery({
    ...trpc.lifecycle.velocity.queryOptions({ filters } as Inputs["lifecycle"]["velocity"]),
    placeholderData: keepPreviousData,
  });
}

/** The accounts behind the velocity of a stage. */
export function useStretches(stage: EarnedStage) {
  const filters = useFilters();
  return useQuery({
    ...trpc.lifecycle.stretches.queryOptions({ stage, filters } as Inputs["lifecycle"]["stretches"]),
    placeholderData: keepPreviousData,
  });
}

/** The contracts due in the month of a day and the twelve before it. */
export function useRenewals(today: string) {
  const filters = useFilters();
  const from = `${monthAt(monthIndex(today) - 12)}-01`;
  return useQuery({
    ...trpc.lifecycle.onTime.queryOptions({ from, to: today, filters } as Inputs["lifecycle"]["onTime"]),
    placeholderData: keepPreviousData,
  });
}

/** The losses of the month of a day and the twelve before it. */
export function useChurn(today: string) {
  const filters = useFilters();
  const from = `${monthAt(monthIndex(today) - 12)}-01`;
  return useQuery({
    ...trpc.lifecycle.churn.queryOptions({ from, to: today, filters } as Inputs["lifecycle"]["churn"]),
    placeholderData: keepPreviousData,
  });
}
