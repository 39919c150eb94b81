import { useMutation, useQueryClient } from "@tanstack/react-query";
import { redefinitionTriggers } from "@termwise/core/facts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";

/** A set of terms with its review clock. */
export type SetReview = Outputs["definitions"]["reviews"][number];

/** What calls definitions into question, as it is chosen from. */
export const triggerOptions = Object.entries(redefinitionTriggers).map(([value, label]) => ({
  value: value as keyof typeof redefinitionTriggers,
  label,
}));

/** What is done about the review of a set of terms. */
export function useReviewActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.definitions.pathKey() });
  return {
    review: useMutation(trpc.definitions.review.mutationOptions({ onSuccess })),
    report: useMutation(trpc.definitions.report.mutationOptions({ onSuccess })),
    setSet: useMutation(trpc.definitions.setSet.mutationOptions({ onSuccess })),
  };
}
