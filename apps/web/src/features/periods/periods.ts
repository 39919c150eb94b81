import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Outputs, trpc } from "../../lib/trpc.ts";

/** Every close, and the periods that can be closed next. */
export type Periods = Outputs["periods"]["list"];
/** One close in the list. */
export type Close = Periods["closes"][number];
/** One close with a view it froze. */
export type OneClose = Outputs["periods"]["one"];
/** Why what was reported differs from what is told now. */
export type Restatement = Outputs["periods"]["restatement"];
/** One account behind one cause. */
export type RestatedRow = Restatement["rows"][number];

/** The figures the list tells of each window, by their terms. */
export const shortNames: Readonly<Record<string, string>> = {
  nrr: "NRR",
  grr: "GRR",
  "logo-retention": "Logo",
};

/** What is done about periods; figures that tell what was reported follow at once. */
export function usePeriodActions() {
  const client = useQueryClient();
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: trpc.periods.pathKey() }),
      client.invalidateQueries({ queryKey: trpc.retention.pathKey() }),
      client.invalidateQueries({ queryKey: trpc.metrics.pathKey() }),
    ]);
  return {
    close: useMutation(trpc.periods.close.mutationOptions({ onSuccess })),
    reopen: useMutation(trpc.periods.reopen.mutationOptions({ onSuccess })),
  };
}
