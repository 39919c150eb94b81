import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../../lib/scope.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { mayI } from "../../../lib/who.ts";

/** What is said of a period: targets in force, marks on the trend, commentary. */
export type Review = Outputs["review"]["ofPeriod"];
/** A target in force, with how far the figure is from it. */
export type Target = Review["targets"][number];
/** A mark on the trend. */
export type Mark = Review["marks"][number];
/** What was said of a figure. */
export type Commentary = Review["commentary"][number];
/** A figure of the overview. */
export type ReviewedTerm = Inputs["review"]["setTarget"]["term"];

type Asked = Inputs["review"]["ofPeriod"];

/** What is said of the period and slice of the address; nothing for whoever sees only a part of the book. */
export function useReview() {
  const scope = useScope();
  const query = useQuery(
    trpc.review.ofPeriod.queryOptions(scope as Asked, {
      enabled: mayI("review.ofPeriod"),
      placeholderData: keepPreviousData,
    }),
  );
  return query.data ?? null;
}
